package io.reelbench.engine;

import io.reelbench.engine.ffmpeg.Runner;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Settings;
import java.util.function.UnaryOperator;

/** Lets a test in another package stand between the engine and ffmpeg. */
public final class EngineSeam {

    private EngineSeam() {}

    public static Engine open(Places places, Engine.Mode mode, Settings settings, UnaryOperator<Runner> around)
            throws FailedException, InterruptedException {
        return Engine.open(places, mode, settings, around);
    }
}
