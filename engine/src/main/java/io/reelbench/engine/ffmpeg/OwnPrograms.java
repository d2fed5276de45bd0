package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at programs that a person would use instead of those that come along. */
public final class OwnPrograms {

    /**
     * What was found.
     *
     * @param programs empty when they cannot be used
     * @param why      they cannot
     */
    public record Looked(Optional<Binaries> programs, Optional<Text> why) {

        private static Looked not(FfmpegWords words, Object... arguments) {
            return new Looked(Optional.empty(), Optional.of(words.with(arguments)));
        }

        /** What the program calls its version: {@code 8.1.2}. */
        public Optional<String> version() {
            return programs.map(p -> VERSION.matcher(p.version())).filter(Matcher::find).map(found -> found.group(2));
        }
    }

    /** Its options and filters are what plans are made of. */
    private static final int LEAST = 6;
    private static final Pattern VERSION = Pattern.compile("^(ffmpeg|ffprobe) version (\\S+)");
    private static final Pattern RELEASE = Pattern.compile("n?(\\d{1,3})\\..*");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Launcher launcher;
    private final Map<String, String> environment = ChildEnvironment.from(System.getenv(), List.of());

    OwnPrograms(Launcher launcher) {
        this.launcher = launcher;
    }

    Looked look(Path ffmpeg) throws InterruptedException {
        String name = ffmpeg.getFileName().toString();
        Path ffprobe = ffmpeg.resolveSibling(Bundle.executable("ffprobe"));
        if (!Files.isRegularFile(ffprobe)) {
            return Files.isRegularFile(ffmpeg) ? Looked.not(FfmpegWords.NO_FFPROBE) : Looked.not(FfmpegWords.NOT_A_PROGRAM, name);
        }
        Optional<String> version = version(ffmpeg);
        if (version.isEmpty()) {
            return Looked.not(FfmpegWords.NOT_A_PROGRAM, name);
        } else if (!version.get().startsWith("ffmpeg version")) {
            return Looked.not(FfmpegWords.NOT_FFMPEG, name, "ffmpeg");
        } else if (version(ffprobe).filter(v -> v.startsWith("ffprobe version")).isEmpty()) {
            return Looked.not(FfmpegWords.NOT_FFMPEG, ffprobe.getFileName(), "ffprobe");
        }
        Matcher release = RELEASE.matcher(version.get().split(" ")[2]);
        if (release.matches() && Integer.parseInt(release.group(1)) < LEAST) {
            return Looked.not(FfmpegWords.OLD_FFMPEG, version.get().split(" ")[2], LEAST);
        }
        return identified(ffmpeg, ffprobe, version.get());
    }

    private Looked identified(Path ffmpeg, Path ffprobe, String version) {
        try {
            String id = "own-" + Integer.toHexString((ffmpeg + version).hashCode()) + "-" + Files.size(ffmpeg) + "-"
                    + Files.getLastModifiedTime(ffmpeg).toMillis();
            return new Looked(Optional.of(new Binaries(ffmpeg, ffprobe, environment, id, version)), Optional.empty());
        } catch (IOException gone) {
            return Looked.not(FfmpegWords.NOT_A_PROGRAM, ffmpeg.getFileName());
        }
    }

    /** The first line of what it says; empty when it cannot be started, or has no version to tell. */
    private Optional<String> version(Path program) throws InterruptedException {
        try {
            Captured answer = Captured.of(
                    launcher.start(List.of(program.toString(), "-version"), environment, Launcher.Manner.QUICK), PATIENCE);
            return answer.out().lines().findFirst().filter(line -> answer.exitCode() == 0 && line.split(" ").length > 2);
        } catch (IOException notStarted) {
            return Optional.empty();
        }
    }
}
