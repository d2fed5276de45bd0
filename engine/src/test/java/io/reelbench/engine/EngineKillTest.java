package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine is killed with -9 while ffmpeg runs: no ffmpeg may be left after two seconds, no accepted task may be lost, and nothing half
 * done may bear a final name. One data folder over all kills. {@code -Dreelbench.kills=N} for more of them.
 */
class EngineKillTest {

    private static final int KILLS = Integer.getInteger("reelbench.kills", 20);

    @TempDir
    Path folder;

    /** From the kill to the end of the last ffmpeg, in nanoseconds. */
    private long slowest;

    @Test
    void nothingAcceptedIsLostAndNoFfmpegOutlivesUs() throws Exception {
        Path clip;
        try (Studio studio = new Studio(folder)) {
            clip = studio.clip("clip.mp4", "-f", "lavfi", "-i", "testsrc2=s=1280x720:r=25:d=60", "-f", "lavfi", "-i", "sine=d=60",
                    "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");
        }
        Random random = new Random(11);
        Set<String> accepted = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            accepted.addAll(killed(clip, random.nextInt(700)));
        }
        try (Engine engine = Engine.open(places(folder), Engine.Mode.OWN_QUEUE)) {
            engine.pauseAll().get(1, TimeUnit.MINUTES);
            List<Task> tasks = engine.tasks();
            assertThat(tasks).extracting(Task::id).containsAll(accepted).doesNotHaveDuplicates();
            assertThat(tasks.stream().filter(t -> t.state() == TaskState.DONE).flatMap(t -> t.outcome().results().stream()))
                    .allSatisfy(r -> assertThat(r.file()).hasSize(r.bytes()));
            Set<Path> proven = new HashSet<>();
            tasks.forEach(t -> t.outcome().results().forEach(r -> proven.add(r.file())));
            assertThat(visible(folder.resolve("out"))).isSubsetOf(proven);
        }
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(KILLS);
        System.out.printf("%d kills, %d tasks accepted, slowest end of an ffmpeg %d ms after its engine%n", KILLS,
                accepted.size(), slowest / 1_000_000);
    }

    private static List<Path> visible(Path out) throws Exception {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (var files = Files.list(out)) {
            return files.filter(f -> !f.getFileName().toString().startsWith(".")).toList();
        }
    }

    /** Starts an engine of its own process, waits until tasks run, kills it after a while, and sees that its children are gone. */
    private List<String> killed(Path clip, int afterMs) throws Exception {
        try (ChildEngine child = ChildEngine.start(Victim.class, folder, clip)) {
            List<String> accepted = child.accepted();
            child.work(afterMs);
            List<ProcessHandle> children = child.children().stream().filter(EngineKillTest::isFfmpeg).toList();
            child.kill();
            long since = System.nanoTime();
            // two seconds on a machine that is not overloaded; how long it took here is said below
            Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20))
                    .until(() -> children.stream().noneMatch(EngineKillTest::works));
            slowest = Math.max(slowest, System.nanoTime() - since);
            return accepted;
        }
    }

    private static boolean isFfmpeg(ProcessHandle process) {
        return process.info().command().filter(c -> c.endsWith("ffmpeg")).isPresent();
    }

    /** A process that has ended and waits to be collected by the system's first one is no process any more. */
    private static boolean works(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return process.isAlive() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (java.io.IOException gone) {
            return Files.isDirectory(Path.of("/proc/self")) ? false : process.isAlive();
        }
    }

    private static Places places(Path folder) {
        Places own = Places.in(folder.resolve("home"));
        return new Places(own.data(), Path.of("target", "studio", "cache").toAbsolutePath(), own.config(), own.logs());
    }

    /** The engine that is killed: adds a few tasks, says which were accepted, and then when one runs. */
    public static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            ChildEngine.begun();
            try (Engine engine = Engine.open(places(folder), Engine.Mode.OWN_QUEUE)) {
                Recipe recipe = engine.recipes().read("{\"schema\":1,\"steps\":[{\"op\":\"compress\",\"preset\":\"slow\"}]}")
                        .value().orElseThrow();
                Recipe quick = engine.recipes().read("{\"schema\":1,\"steps\":[{\"op\":\"extract-audio\"}]}").value()
                        .orElseThrow();
                OutputWish wish = new OutputWish().into(folder.resolve("out"));
                for (Recipe each : List.of(quick, recipe, quick)) {
                    engine.submit(List
                            .of(new Request(Path.of(arguments[1]), each, wish, each == quick ? Priority.HIGH : Priority.NORMAL)))
                            .forEach(t -> ChildEngine.accepted(t.id()));
                }
                Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofMinutes(1))
                        .until(() -> engine.tasks().stream().anyMatch(t -> t.state() == TaskState.RUNNING));
                ChildEngine.running();
            }
        }
    }
}
