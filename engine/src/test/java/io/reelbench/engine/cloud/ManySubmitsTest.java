package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.StandIn.Part;
import io.reelbench.engine.cloud.WireServer.Fault;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many tasks from eight threads, every tenth answer lost: one job for each. {@code -Dcloud.submits=1000} for the whole count. */
class ManySubmitsTest {

    private static final int COUNT = Integer.getInteger("cloud.submits", 48);
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    @Test
    void oneJobForEachTaskThoughAnswersAreLost() throws Exception {
        try (Abroad abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK);
                RelayStationStandIn relay = new RelayStationStandIn(folder.resolve("there"),
                        (arguments, to) -> abroad.engine.generate(arguments, to));
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Path clip = folder.resolve("clip.mp4");
            abroad.engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-c:v", "libx264", "-f", "mp4"),
                    clip);
            Path still = folder.resolve("still.png");
            abroad.engine.generate(List.of("-i", "file:" + clip, "-frames:v", "1", "-f", "image2"), still);
            relay.always = Optional.of(still);
            Random random = new Random(11);
            for (int i = 0; i < COUNT * 2; i++) {
                relay.fault(Part.SUBMIT,
                        random.nextInt(10) == 0 ? random.nextBoolean() ? Fault.RESET_AFTER : Fault.CLOSE_AFTER : Fault.NONE);
            }
            Account account = abroad.account(relay);
            List<Callable<List<Task>>> work = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                Path out = folder.resolve("out" + t);
                work.add(() -> {
                    List<Task> mine = new ArrayList<>();
                    for (int i = 0; i < COUNT / THREADS; i++) {
                        mine.addAll(abroad.engine.submit(
                                List.of(new Request(clip, abroad.recipe("{'op':'thumbnail','time':0.2,'format':'png'}"),
                                        new OutputWish().into(out), Priority.NORMAL).afresh()),
                                account));
                    }
                    return mine;
                });
            }
            List<Task> tasks = new ArrayList<>();
            for (var future : threads.invokeAll(work)) {
                tasks.addAll(future.get());
            }
            for (Task task : tasks) {
                Task ended = abroad.ended(task);
                assertThat(ended.state()).as("%s", ended.outcome().failure()).isEqualTo(TaskState.DONE);
            }
            assertThat(relay.done).hasValue(tasks.size());
            assertThat(relay.submits.get()).as("answers were lost").isGreaterThan(tasks.size());
            assertThat(relay.violations).isEmpty();
        }
    }
}
