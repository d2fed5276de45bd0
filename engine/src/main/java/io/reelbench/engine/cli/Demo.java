package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.problem.FailedException;
import java.nio.file.Path;

/** Stand-in. */
final class Demo {
    Demo(Shell shell, Parsed parsed, Engine engine) {}

    int run(Path to) throws FailedException, InterruptedException {
        return 0;
    }
}
