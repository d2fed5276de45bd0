package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the bundled ffmpeg, in the background manner, with progress on its standard output. */
public final class FfmpegRunner implements Runner {

    private static final List<String> REPORTING = List.of("-progress", "pipe:1", "-stats_period", "0.2");

    private final Binaries binaries;
    private final Launcher launcher;
    private final Patience patience;

    /**
     * How long a run may do nothing before it is ended. Doing nothing is: no progress and hardly any CPU time. A paused run is not
     * doing nothing.
     *
     * @param start until the first progress
     * @param quiet later on
     * @param busy  how long it may use the CPU without any progress; filters that read the whole film first need it
     */
    public record Patience(Duration start, Duration quiet, Duration busy) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(120), Duration.ofSeconds(60),
                Duration.ofMinutes(60));
    }

    public FfmpegRunner(Binaries binaries, Launcher launcher) {
        this(binaries, launcher, Patience.USUAL);
    }

    public FfmpegRunner(Binaries binaries, Launcher launcher, Patience patience) {
        this.binaries = binaries;
        this.launcher = launcher;
        this.patience = patience;
    }

    @Override
    public Running start(List<String> arguments, Path folder, Consumer<Progress> listener)
            throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of(binaries.ffmpeg().toString()));
        whole.addAll(REPORTING);
        whole.addAll(arguments);
        return new FfmpegRun(launcher, whole, binaries.environment(), patience, folder, listener);
    }
}
