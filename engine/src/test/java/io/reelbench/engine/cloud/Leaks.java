package io.reelbench.engine.cloud;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.FileAppender;
import io.reelbench.engine.Engine;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for a key where no key may be: in every file, whatever wrote it, in the log, and in the commands of child processes. */
final class Leaks {

    private final List<String> forms;
    private final Set<String> commands = ConcurrentHashMap.newKeySet();
    private int files;

    Leaks(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        String in64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        String wide = new String(key.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        this.forms = List.of(key, URLEncoder.encode(key, StandardCharsets.UTF_8), in64.substring(0, in64.length() - 2), wide);
    }

    /** The next engine's log lies with it: else the first engine of a program decides where. */
    static void logAnew() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender("file");
    }

    /** Notes the commands of all child processes whenever something happens. */
    void watch(Engine engine) {
        engine.listen(_ -> ProcessHandle.current().descendants().forEach(this::note));
    }

    private void note(ProcessHandle child) {
        try {
            Path proc = Path.of("/proc", Long.toString(child.pid()));
            commands.add(Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1));
            commands.add(Files.readString(proc.resolve("environ"), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            child.info().commandLine().ifPresent(commands::add);
        }
    }

    private boolean holds(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    /** All files below a folder that hold it. */
    List<Path> in(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                if (holds(read(file)) || holds(file.toString())) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String read(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        }
    }

    /** The log and its neighbours. It must be there and hold something. */
    List<Path> inLogs() throws IOException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        FileAppender<?> appender = (FileAppender<?>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("file");
        Path log = Path.of(appender.getFile()).toAbsolutePath();
        if (!Files.exists(log) || Files.size(log) == 0) {
            throw new AssertionError("nothing was logged in " + log);
        }
        return in(log.getParent());
    }

    List<String> inChildren() {
        return commands.stream().filter(this::holds).toList();
    }

    int files() {
        return files;
    }

    int children() {
        return commands.size();
    }
}
