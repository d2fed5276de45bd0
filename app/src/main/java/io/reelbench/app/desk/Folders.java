package io.reelbench.app.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The order of clips that were brought in folders. Pure. */
public final class Folders {

    private Folders() {}

    /** The same order with the clips of a folder together, where the first of them is. */
    public static List<Clip> together(List<Clip> clips) {
        Map<Path, List<Clip>> folders = new LinkedHashMap<>();
        clips.forEach(clip -> clip.folder().ifPresent(f -> folders.computeIfAbsent(f, _ -> new ArrayList<>()).add(clip)));
        return clips.stream()
                .flatMap(clip -> clip.folder().map(f -> folders.getOrDefault(f, List.of()))
                        .map(all -> all.getFirst() == clip ? all.stream() : Stream.<Clip>empty()).orElse(Stream.of(clip)))
                .toList();
    }
}
