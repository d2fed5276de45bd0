package io.reelbench.engine.preview;

import io.reelbench.engine.ffmpeg.Child;
import io.reelbench.engine.ffmpeg.Launcher;
import io.reelbench.engine.preview.decoder.Decoder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts decoder processes: this product's own launcher where it is installed, else the Java that runs. */
final class DecoderProcess implements Desk.Starter {

    /** Names the launcher inside an installed package. */
    private static final String LAUNCHER = "jpackage.app-path";
    /** Little is kept in Java's own memory; pictures lie outside it. */
    private static final String HEAP = "-Xmx160m";

    private final Launcher launcher;
    private final Path folder;
    private volatile long frames;

    /**
     * @param folder belongs to previews alone
     * @param frames bytes of decoded frames that a decoder may hold
     */
    DecoderProcess(Launcher launcher, Path folder, long frames) {
        this.launcher = launcher;
        this.folder = folder;
        this.frames = frames;
    }

    /** For decoders that are started from now on. */
    void frames(long bytes) {
        frames = bytes;
    }

    @Override
    public Link start(Link.Listener listener) throws IOException, InterruptedException {
        Sheet sheet = Sheet.in(folder.toAbsolutePath());
        try {
            Child child = launcher.start(command(), Launcher.environment(), Launcher.Manner.PARTNER,
                    Optional.of(folder.toAbsolutePath()));
            Link link = new Link(child, sheet, listener);
            link.begin(folder.resolve("natives").toAbsolutePath().toString(), frames);
            return link;
        } catch (IOException | InterruptedException e) {
            sheet.remove();
            throw e;
        }
    }

    private static List<String> command() {
        Optional<String> installed = Optional.ofNullable(System.getProperty(LAUNCHER));
        if (installed.isPresent()) {
            return List.of(installed.get(), Decoder.ARGUMENT);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", HEAP, "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(), Decoder.class.getName(),
                Decoder.ARGUMENT);
    }

    /** It works in another folder than this program. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }
}
