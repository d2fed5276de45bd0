package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs ffmpeg with a whole argument list. The seam at which tests of everything above need no process. */
@FunctionalInterface
public interface Runner {

    /**
     * Starts a run; returns at once.
     *
     * @param arguments without the program, as {@code Command.arguments} gives them
     * @param folder    working directory: passes leave their logs there
     * @param listener  called from another thread, about five times a second and once at the end
     * @throws IOException when ffmpeg cannot be started at all
     */
    Running start(List<String> arguments, Path folder, Consumer<Progress> listener)
            throws IOException, InterruptedException;
}
