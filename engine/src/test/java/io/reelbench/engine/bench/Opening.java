package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import java.nio.file.Path;

/** Opens an engine in a JVM of its own and prints how many seconds that took. */
final class Opening {

    private Opening() {}

    public static void main(String[] arguments) throws Exception {
        Stage stage = new Stage(Path.of(arguments[0]), 1);
        long start = System.nanoTime();
        try (Engine engine = Engine.open(stage.places("cold"), Engine.Mode.OWN_QUEUE)) {
            System.out.println((System.nanoTime() - start) / 1e9);
            System.out.println(engine.tasks().size());
        }
    }
}
