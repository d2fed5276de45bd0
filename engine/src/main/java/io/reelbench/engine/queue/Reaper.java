package io.reelbench.engine.queue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Ends what an earlier run of the program left behind. */
@FunctionalInterface
public interface Reaper {

    /** Ends the process if it is still this very one. */
    void reap(Child child);

    /** Asks the system for its processes. */
    static Reaper ofThisSystem() {
        return child -> ProcessHandle.of(child.pid()).filter(alive -> isSame(alive, child)).ifPresent(alive -> {
            alive.descendants().forEach(ProcessHandle::destroyForcibly);
            alive.destroyForcibly();
        });
    }

    private static boolean isSame(ProcessHandle alive, Child child) {
        ProcessHandle.Info info = alive.info();
        return info.startInstant().equals(Optional.of(child.started()))
                && info.command().equals(Optional.of(child.command()))
                && arguments(alive).contains(child.nonce());
    }

    /** Java cuts long command lines off; the kernel's own file does not. */
    private static String arguments(ProcessHandle alive) {
        try {
            return Files.readString(Path.of("/proc/" + alive.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException notLinux) {
            return alive.info().commandLine().orElse("");
        }
    }
}
