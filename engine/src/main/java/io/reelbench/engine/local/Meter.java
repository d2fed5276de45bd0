package io.reelbench.engine.local;

import io.reelbench.engine.ffmpeg.Progress;
import io.reelbench.engine.ffmpeg.Ran;
import io.reelbench.engine.ffmpeg.Runner;
import io.reelbench.engine.ffmpeg.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Stands between one job and ffmpeg and measures what its runs cost; time in which they are held does not count. */
final class Meter implements Runner {

    /** Others that run beside it hardly matter below this. */
    private static final double ALONE = 1.15;
    /** A machine is full when so much of its cores is used. */
    private static final double FULL = 0.75;

    /**
     * What was measured.
     *
     * @param wall   seconds in which it worked
     * @param cpu    processor seconds; empty where the system does not say
     * @param beside how many of ours worked on average meanwhile, itself counted: 1 when it was alone
     */
    record Measured(double wall, Optional<Double> cpu, double beside) {

        /** How long it would have taken alone: where all cores were busy, others took their share of them. */
        double alone(int cores) {
            boolean full = cpu.isPresent() && wall > 0 && cpu.get() / wall * beside > FULL * cores;
            return beside > ALONE && full ? Math.max(wall / beside, cpu.get() / cores) : wall;
        }
    }

    private final Runner runner;
    private final Crowd crowd;
    private double wall;
    private double cpu;
    private boolean unsure;
    private double crowded;

    Meter(Runner runner, Crowd crowd) {
        this.runner = runner;
        this.crowd = crowd;
    }

    @Override
    public Running start(List<String> arguments, Path folder, Consumer<Progress> listener)
            throws IOException, InterruptedException {
        return new Clocked(runner.start(arguments, folder, listener));
    }

    synchronized Measured measured() {
        return new Measured(wall, unsure ? Optional.empty() : Optional.of(cpu), wall > 0 ? Math.max(1, crowded / wall) : 1);
    }

    private synchronized void add(double seconds, double among) {
        wall += seconds;
        crowded += among;
    }

    private synchronized void used(Optional<Duration> time) {
        cpu += time.map(t -> t.toNanos() / 1e9).orElse(0.0);
        unsure |= time.isEmpty();
    }

    /** One run, with a clock that stands while it is held. */
    private final class Clocked implements Running {

        private final Running run;
        private boolean counting;
        private long since;
        private double among;

        Clocked(Running run) {
            this.run = run;
            goOn();
        }

        private synchronized void goOn() {
            if (!counting) {
                counting = true;
                crowd.enter();
                since = System.nanoTime();
                among = crowd.seconds();
            }
        }

        private synchronized void stop() {
            if (counting) {
                counting = false;
                add((System.nanoTime() - since) / 1e9, crowd.seconds() - among);
                crowd.leave();
            }
        }

        @Override
        public long pid() {
            return run.pid();
        }

        @Override
        public boolean pause() {
            boolean held = run.pause();
            if (held) {
                stop();
            }
            return held;
        }

        @Override
        public boolean resume() {
            goOn();
            return run.resume();
        }

        @Override
        public void cancel() {
            run.cancel();
        }

        @Override
        public Ran await() throws InterruptedException {
            try {
                Ran ran = run.await();
                used(ran.times().cpu());
                return ran;
            } finally {
                stop();
            }
        }
    }
}
