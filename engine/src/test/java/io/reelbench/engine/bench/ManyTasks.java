package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.Request;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Ten thousand tasks: adding them until they are safe on the disk, and starting again with them. */
final class ManyTasks implements Stage.Measure {

    private static final int COUNT = 10_000;

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Samples adding = new Samples();
        Samples restart = new Samples();
        for (int i = 0; i < stage.n(); i++) {
            Places places = stage.places("many-" + i);
            try (Engine engine = Engine.open(places, Engine.Mode.OWN_QUEUE)) {
                engine.pauseAll().join();
                Path clip = Clip.second(engine, stage.fresh("many-clip"));
                List<Request> requests = Stage.requests(Collections.nCopies(COUNT, clip),
                        Stage.recipe(engine, "{\"op\":\"transcode\",\"container\":\"mkv\"}"), stage.fresh("many"));
                adding.add(Timed.of(() -> engine.submit(requests)).wall());
            }
            restart.add(Timed.of(() -> reopened(places)).wall());
        }
        return List.of(Row.below("10,000 tasks added in one go", adding, "s", 20),
                Row.below("restart to ready with them", restart, "s", 3));
    }

    /** Closing belongs to it only as far as it must; the tasks would begin to run. */
    private static void reopened(Places places) throws Exception {
        try (Engine engine = Engine.open(places, Engine.Mode.OWN_QUEUE)) {
            int there = engine.tasks().size();
            if (there != COUNT) {
                throw new IllegalStateException(there + " tasks came back");
            }
        }
    }
}
