package io.reelbench.engine.bench;

import io.reelbench.engine.ffmpeg.Progress;
import io.reelbench.engine.ffmpeg.Ran;
import io.reelbench.engine.ffmpeg.Runner;
import io.reelbench.engine.ffmpeg.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Stands between the engine and ffmpeg and notes when runs of tasks begin and end; runs that only look at an output are left out. */
final class RunLog {

    /**
     * Nanoseconds.
     *
     * @param started when ffmpeg was running and we knew it
     * @param exited  when it was seen to exit
     */
    private record Run(long started, long exited) {
    }

    private final List<Run> runs = Collections.synchronizedList(new ArrayList<>());

    Runner around(Runner inner) {
        return (arguments, folder, listener) -> start(inner, arguments, folder, listener);
    }

    private Running start(Runner inner, List<String> arguments, Path folder, Consumer<Progress> listener)
            throws IOException, InterruptedException {
        Running running = inner.start(arguments, folder, listener);
        boolean task = folder.getParent() != null && folder.getParent().endsWith("scratch");
        return task ? new Noted(running, System.nanoTime(), runs) : running;
    }

    /** Milliseconds between each run's exit and the next one's start; of one slot. */
    Samples gaps() {
        List<Run> inOrder = new ArrayList<>(runs);
        inOrder.sort(Comparator.comparingLong(Run::started));
        Samples gaps = new Samples();
        for (int i = 1; i < inOrder.size(); i++) {
            gaps.add((inOrder.get(i).started - inOrder.get(i - 1).exited) / 1e6);
        }
        return gaps;
    }

    private record Noted(Running inner, long started, List<Run> runs) implements Running {

        @Override
        public Ran await() throws InterruptedException {
            Ran ran = inner.await();
            runs.add(new Run(started, ran.times().exitedNanos()));
            return ran;
        }

        @Override
        public long pid() {
            return inner.pid();
        }

        @Override
        public boolean pause() {
            return inner.pause();
        }

        @Override
        public boolean resume() {
            return inner.resume();
        }

        @Override
        public void cancel() {
            inner.cancel();
        }
    }
}
