package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The computer is kept awake while tasks run, and no longer. */
class AwakeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean wanted = new AtomicBoolean(true);

    private Awake awake() {
        return new Awake(() -> {
            told.add("asked");
            return Optional.of(() -> told.add("let go"));
        }, wanted::get);
    }

    private void until(String... all) {
        Awaitility.await(String.join(", ", all)).atMost(PATIENCE).until(() -> told.equals(List.of(all)));
    }

    @Test
    void itIsAskedForOnceForAllThatRunsAndLetGoBehindIt() throws Exception {
        try (Studio studio = new Studio(folder); Awake awake = awake(); Pin pin = studio.engine.listen(awake::hear)) {
            assertThat(pin).isNotNull();
            Path clip = studio.counted("clip.mp4", 1, 10);
            studio.run(clip, "{'op':'scale','width':80}");
            until("asked", "let go");
            wanted.set(false);
            studio.run(clip, "{'op':'scale','width':64}");
            assertThat(told).as("nobody wants it").hasSize(2);
        }
    }

    @Test
    void whatIsChosenMeanwhileHoldsAtOnceAndTheEndLetsGo() throws Exception {
        Awake awake = awake();
        try (Studio studio = new Studio(folder)) {
            wanted.set(false);
            Path clip = studio.busy("long.mp4", 20, "640x360");
            try (Pin pin = studio.engine.listen(awake::hear)) {
                assertThat(pin).isNotNull();
                String id = studio.engine.submit(List.of(new Request(clip, studio.recipe("{'op':'compress','preset':'veryslow'}"),
                        new OutputWish().into(folder.resolve("out")),
                        Priority.NORMAL))).getFirst().id();
                Awaitility.await("it runs").atMost(PATIENCE).until(() -> studio.engine.task(id)
                        .filter(t -> t.state() == TaskState.RUNNING).isPresent());
                assertThat(told).isEmpty();
                wanted.set(true);
                Awaitility.await("asked for").atMost(PATIENCE).until(() -> {
                    awake.settle();
                    return told.equals(List.of("asked"));
                });
                awake.close();
                assertThat(told).containsExactly("asked", "let go");
                studio.engine.cancel(List.of(id)).join();
            }
        }
    }
}
