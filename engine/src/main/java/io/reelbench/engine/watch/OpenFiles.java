package io.reelbench.engine.watch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether some program has a file open for writing, as far as the system tells: on Linux of the programs of this user. */
final class OpenFiles {

    private static final Path PROCESSES = Path.of("/proc");
    private static final Pattern FLAGS = Pattern.compile("(?m)^flags:\\s*([0-7]+)");
    /** O_WRONLY or O_RDWR. */
    private static final int WRITES = 3;

    private OpenFiles() {}

    static boolean isWritten(Path file) {
        if (!Files.isDirectory(PROCESSES.resolve("self"))) {
            return false;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            Path real = file.toRealPath();
            for (Path process : processes) {
                if (writes(process, real)) {
                    return true;
                }
            }
        } catch (IOException cannotBeKnown) {
            return false;
        }
        return false;
    }

    private static boolean writes(Path process, Path file) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path handle : open) {
                if (isOf(handle, file) && isForWriting(process.resolve("fdinfo").resolve(handle.getFileName()))) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException ofAnother) {
            return false;
        }
        return false;
    }

    private static boolean isOf(Path handle, Path file) {
        try {
            return Files.readSymbolicLink(handle).equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static boolean isForWriting(Path info) throws IOException {
        Matcher flags = FLAGS.matcher(Files.readString(info));
        return flags.find() && (Integer.parseInt(flags.group(1), 8) & WRITES) != 0;
    }
}
