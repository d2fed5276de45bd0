package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.plan.Guarded;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks ffprobe one question about one file, always behind the allow-lists. */
final class Ffprobe {

    /** For a question that reads the beginning of a file. */
    static final Duration MOMENT = Duration.ofSeconds(30);
    /** For a question that reads a file to its end. */
    static final Duration LONG = Duration.ofMinutes(5);

    /** A picture of more pixels than this is never allocated: 16384 × 16384. */
    static final long MOST_PIXELS = 1L << 28;

    private final Binaries binaries;
    private final Launcher launcher;

    Ffprobe(Binaries binaries, Launcher launcher) {
        this.binaries = binaries;
        this.launcher = launcher;
    }

    /**
     * @param demuxer  the one to use, where it must not be guessed
     * @param question options that stand before the file
     */
    Captured ask(Entrance file, Optional<String> demuxer, Duration patience, List<String> question)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("-hide_banner", "-loglevel", "level+warning", "-protocol_whitelist", "file",
                        "-format_whitelist", Guarded.DEMUXERS, "-max_pixels", Long.toString(MOST_PIXELS)));
        demuxer.ifPresent(d -> arguments.addAll(List.of("-f", d)));
        arguments.addAll(question);
        arguments.addAll(List.of("-i", "file:" + file.path()));
        return ask(patience, arguments);
    }

    /** A question that is about no file. */
    Captured ask(Duration patience, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(binaries.ffprobe().toString()));
        command.addAll(arguments);
        return Captured.of(launcher.start(command, binaries.environment(), Launcher.Manner.QUICK), patience);
    }
}
