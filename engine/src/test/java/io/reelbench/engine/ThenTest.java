package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be done with the outputs of a task is kept with it. */
class ThenTest {

    @TempDir
    Path folder;

    private Engine engine() throws Exception {
        return Engine.open(Places.in(folder.resolve("home")), Engine.Mode.OWN_QUEUE);
    }

    @Test
    void itOutlivesTheProgramUntilItIsDone() throws Exception {
        Path clip = folder.resolve("clip.mp4");
        String id;
        try (Engine engine = engine()) {
            engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-c:v", "libx264", "-f", "mp4"), clip);
            Request request = new Request(clip,
                    engine.recipes().read("{\"schema\":1,\"steps\":[{\"op\":\"transcode\"}]}").value().orElseThrow(),
                    new OutputWish().into(folder.resolve("out")), Priority.NORMAL);
            Task plain = engine.submit(List.of(request)).getFirst();
            assertThat(engine.then(plain)).isEmpty();
            id = engine.submit(List.of(request.then("what \"comes\" next"))).getFirst().id();
            Awaitility.await().atMost(1, TimeUnit.MINUTES)
                    .until(() -> engine.tasks().stream().allMatch(t -> t.state() == TaskState.DONE));
        }
        try (Engine engine = engine()) {
            Task task = engine.task(id).orElseThrow();
            assertThat(engine.then(task)).contains("what \"comes\" next");
            engine.followed(task);
            assertThat(engine.then(task)).isEmpty();
        }
        try (Engine engine = engine()) {
            assertThat(engine.then(engine.task(id).orElseThrow())).as("and not done twice").isEmpty();
        }
    }
}
