package io.reelbench.engine.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be seen of the devices that encode, without asking any of them. */
public final class DeviceFacts {

    private static final Path NVIDIA_DRIVER = Path.of("/proc/driver/nvidia/version");

    /** Changes when a card comes or goes, or its driver or the system is another one. */
    public String fingerprint() {
        Stream<String> devices = Stream.of("/dev/dri", "/dev").map(File::new).map(File::list).filter(Objects::nonNull)
                .flatMap(Arrays::stream).filter(n -> n.startsWith("render") || n.startsWith("nvidia") || n.startsWith("video"))
                .sorted();
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + "\n" + String.join(",", devices.toList())
                + "\n" + driver();
    }

    private static String driver() {
        try {
            return Files.isReadable(NVIDIA_DRIVER) ? Files.readString(NVIDIA_DRIVER) : "";
        } catch (IOException unknown) {
            return String.valueOf(unknown.getMessage());
        }
    }

    /** The first graphics device of Linux; empty elsewhere. */
    Optional<Path> renderDevice() {
        String[] names = new File("/dev/dri").list();
        return names == null
                ? Optional.empty()
                : Arrays.stream(names).filter(n -> n.startsWith("renderD")).sorted().findFirst().map(n -> Path.of("/dev/dri", n));
    }
}
