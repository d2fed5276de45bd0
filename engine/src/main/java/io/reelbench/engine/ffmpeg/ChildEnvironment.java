package io.reelbench.engine.ffmpeg;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The environment that ffmpeg sees: the user's, without what could load code, write files or reach the network behind our back. */
final class ChildEnvironment {

    private static final List<String> DROPPED = List.of("FFREPORT", "FFMPEG_DATADIR", "LADSPA_PATH", "FREI0R_PATH", "LANGUAGE");
    private static final List<String> DROPPED_FAMILIES = List.of("LD_", "DYLD_", "AV_LOG_", "LC_");

    private ChildEnvironment() {}

    /** @param libraries the only folders, beside the system's own, that libraries may be loaded from */
    static Map<String, String> from(Map<String, String> ours, List<Path> libraries) {
        Map<String, String> child = new TreeMap<>(ours);
        child.keySet().removeIf(ChildEnvironment::isDropped);
        child.put("LD_LIBRARY_PATH", libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        // messages in English and file names in UTF-8, whatever the user's language is
        child.put("LC_ALL", "C.UTF-8");
        return Map.copyOf(child);
    }

    /** For another Java: what would change how it starts is left out as well. */
    static Map<String, String> ofHelper(Map<String, String> ours) {
        Map<String, String> child = new TreeMap<>(from(ours, List.of()));
        child.keySet().removeAll(List.of("LD_LIBRARY_PATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return Map.copyOf(child);
    }

    private static boolean isDropped(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return DROPPED.contains(upper) || upper.endsWith("_PROXY") || DROPPED_FAMILIES.stream().anyMatch(upper::startsWith);
    }
}
