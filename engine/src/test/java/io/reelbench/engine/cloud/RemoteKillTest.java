package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.ChildEngine;
import io.reelbench.engine.CloudSeam;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Origin;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.account.Vault;
import io.reelbench.engine.cloud.wire.Http;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine is killed with -9 at any moment of tasks elsewhere, of one step and of several: none is lost, none is sent twice without being asked, each result is
 * placed once. One data folder over all kills. {@code -Dcloud.kills=100} for the whole count.
 */
class RemoteKillTest {

    private static final int KILLS = Integer.getInteger("cloud.kills", 3);
    private static final String COMPRESS = "{\"schema\":1,\"steps\":[{\"op\":\"compress\",\"crf\":\"30\"}]}";
    private static final String CHAIN = "{\"schema\":1,\"steps\":[{\"op\":\"trim\",\"start\":0,\"end\":\"0.9\"},{\"op\":\"compress\",\"crf\":\"30\"}]}";
    private static final String KEYED_CHAIN = "{\"schema\":1,\"steps\":[{\"op\":\"trim\",\"start\":0,\"end\":\"0.9\"},{\"op\":\"thumbnail\",\"time\":\"0.2\",\"format\":\"png\"}]}";
    private static final String STILL = "{\"schema\":1,\"steps\":[{\"op\":\"thumbnail\",\"time\":\"0.2\",\"format\":\"png\"}]}";

    @TempDir
    Path folder;

    /** Has the key of everybody. */
    private record AllKeys() implements Vault {
        @Override
        public Optional<Secret> find(String account, Origin origin) {
            return Optional.of(Secret.of(StandIn.KEY));
        }

        @Override
        public void keep(String account, Origin origin, Secret secret) {
            // it has them all
        }

        @Override
        public void forget(String account, Origin origin) {
            // nor does it forget
        }
    }

    private static Engine engine(Path folder) throws Exception {
        return CloudSeam.open(Places.in(folder.resolve("home")), Engine.Mode.OWN_QUEUE,
                new Cloud.World(new AllKeys(), new Http(), Abroad.QUICK, InstantSource.system()));
    }

    @Test
    void nothingIsLostAndNothingIsSentTwice() throws Exception {
        Path clip = folder.resolve("clip.mp4");
        Path still = folder.resolve("still.png");
        Account media;
        Account relay;
        try (FfmpegMediaStandIn there = new FfmpegMediaStandIn(folder.resolve("media"), (_, _) -> {
        });
                RelayStationStandIn keyed = new RelayStationStandIn(folder.resolve("relay"), (_, _) -> {
                })) {
            try (Engine engine = engine(folder)) {
                engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-c:v", "libx264", "-f", "mp4"), clip);
                engine.generate(List.of("-i", "file:" + clip, "-frames:v", "1", "-f", "image2"), still);
                media = there.account();
                relay = keyed.account();
                engine.cloud().put(media, Optional.empty());
                engine.cloud().put(relay, Optional.empty());
            }
            there.always = Optional.of(clip);
            keyed.always = Optional.of(still);
            there.pollsUntilDone = 3;
            Random random = new Random(5);
            Set<String> accepted = new HashSet<>();
            for (int i = 0; i < KILLS; i++) {
                accepted.addAll(killed(clip, media, relay, random.nextInt(1200)));
            }
            assertThat(accepted).isNotEmpty();
            judge(accepted, there, keyed);
        }
    }

    private void judge(Set<String> accepted, FfmpegMediaStandIn there, RelayStationStandIn keyed) throws Exception {
        try (Engine engine = engine(folder)) {
            org.awaitility.Awaitility.await().atMost(5, TimeUnit.MINUTES)
                    .until(() -> engine.tasks().stream().allMatch(t -> t.state().isOver()));
            List<Task> tasks = engine.tasks();
            assertThat(tasks).extracting(Task::id).containsAll(accepted).doesNotHaveDuplicates();
            List<Task> compressed = tasks.stream().filter(t -> t.asked().recipe().contains("compress")).toList();
            List<Task> stills = tasks.stream().filter(t -> !t.asked().recipe().contains("compress")).toList();
            assertThat(stills).allSatisfy(t -> assertThat(t.state()).as("%s", t.outcome().failure()).isEqualTo(TaskState.DONE));
            assertThat(keyed.done).as("one job for each key").hasValue(jobs(stills));
            assertThat(compressed).allSatisfy(t -> assertThat(t.state() == TaskState.DONE
                    || t.outcome().failure().filter(Failure.AnswerLost.class::isInstance).isPresent()).as("%s", t.outcome())
                    .isTrue());
            List<Task> whole = compressed.stream().filter(t -> t.state() == TaskState.DONE).toList();
            assertThat(there.submits.get()).as("none is sent twice").isLessThanOrEqualTo(jobs(compressed))
                    .isGreaterThanOrEqualTo(jobs(whole));
            assertThat(there.heard).filteredOn(h -> h.getKey() == StandIn.Part.UPLOAD).as("nor does a clip go twice, which costs")
                    .hasSizeLessThanOrEqualTo(compressed.size());
            assertThat(Collections.frequency(there.routes, "trim")).as("nor is a step")
                    .isLessThanOrEqualTo((int) compressed.stream().filter(RemoteKillTest::isChain).count());
            long done = tasks.stream().filter(t -> t.state() == TaskState.DONE).count();
            assertThat(Files.list(folder.resolve("out"))).as("each is placed once, and nothing half is left").hasSize((int) done);
            System.out.printf("%d kills, %d tasks, %d of them of two steps, %d with an unknown answer%n", KILLS, tasks.size(),
                    tasks.stream().filter(RemoteKillTest::isChain).count(), tasks.size() - done);
        }
    }

    private static boolean isChain(Task task) {
        return task.asked().recipe().contains("trim");
    }

    private static int jobs(List<Task> tasks) {
        return tasks.stream().mapToInt(task -> isChain(task) ? 2 : 1).sum();
    }

    private List<String> killed(Path clip, Account media, Account relay, int afterMs) throws Exception {
        try (ChildEngine child = ChildEngine.start(Victim.class, folder, clip, media.id(), relay.id())) {
            List<String> accepted = child.accepted();
            child.work(afterMs);
            child.kill();
            return accepted;
        }
    }

    /** The engine that is killed. */
    public static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            ChildEngine.begun();
            try (Engine engine = engine(folder)) {
                for (int i = 0; i < 2; i++) {
                    for (String each : List.of(COMPRESS, CHAIN)) {
                        add(engine, folder, Path.of(arguments[1]), arguments[2], each);
                    }
                    for (String each : List.of(STILL, KEYED_CHAIN)) {
                        add(engine, folder, Path.of(arguments[1]), arguments[3], each);
                    }
                }
                ChildEngine.running();
            }
        }

        private static void add(Engine engine, Path folder, Path clip, String account, String json) throws Exception {
            Recipe recipe = engine.recipes().read(json).value().orElseThrow();
            OutputWish wish = new OutputWish().into(folder.resolve("out"));
            engine.submit(List.of(new Request(clip, recipe, wish, Priority.NORMAL).afresh()), engine.cloud().account(account))
                    .forEach(task -> ChildEngine.accepted(task.id()));
        }
    }
}
