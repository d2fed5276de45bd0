package io.reelbench.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.output.Placing;
import io.reelbench.engine.output.Proof;
import io.reelbench.engine.output.Stamp;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class H2TaskStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir
    Path folder;

    @Test
    void tasksComeBackAsTheyWere() throws Exception {
        Path odd = Path.of("/out/é 🎬 \"x\"\n%03d.mp4");
        Placing placing = new Placing(odd, odd, odd, Optional.of(new Placing.Old(odd, new Stamp(1, 2, "key"))),
                new Stamp(3, 4, ""));
        Child child = new Child(7, NOW, "/usr/bin/ffmpeg", "t-1");
        Task running = fresh(1).started(NOW).with(child).placing(List.of(placing));
        Proof proof = new Proof(OptionalLong.of(5), OptionalLong.of(6), 1, 2, 0, true, OptionalInt.of(3));
        Task done = fresh(2).started(NOW).over(TaskState.DONE,
                Task.Outcome.made(List.of(new Task.Result(odd, 9, Optional.of(proof))), List.of(Text.verbatim("mind {0}"))), NOW);
        Task failed = fresh(5).started(NOW).over(TaskState.FAILED, Task.Outcome.failed(new Failure.DiskFull("/out"),
                Optional.of(new Task.Log("ffmpeg -i 'a b'", "no space\nleft"))), NOW);
        Task later = fresh(3).prioritised(Priority.LOW).at(-5);
        try (H2TaskStore store = open()) {
            store.save(TaskStore.Change.durable(List.of(running, done, later, fresh(4), failed))).join();
            store.save(new TaskStore.Change(List.of(), List.of("t4"), false)).join();
        }
        try (H2TaskStore store = open()) {
            assertThat(store.tasks()).containsExactlyInAnyOrder(running, done, later, failed);
            assertThat(store.troubles()).isEmpty();
        }
    }

    @Test
    void aTaskOfTwentyThousandClipsIsATask() throws Exception {
        List<Task.Input> inputs = IntStream.range(0, 20_000)
                .mapToObj(i -> new Task.Input(Path.of("/films/" + "x".repeat(90) + i), i, i))
                .toList();
        NewTask asked = new NewTask("b", "fake", "all", "{}", inputs, "{}", Priority.NORMAL);
        Task huge = Task.fresh("t1", asked, 1, NOW);
        try (H2TaskStore store = open()) {
            store.save(TaskStore.Change.durable(List.of(huge, fresh(2)))).join();
        }
        try (H2TaskStore store = open()) {
            assertThat(store.tasks()).containsExactlyInAnyOrder(huge, fresh(2));
        }
    }

    @Test
    void afterTheEndNothingIsPromised() throws Exception {
        H2TaskStore store = open();
        store.close();
        assertThat(store.save(TaskStore.Change.durable(List.of(fresh(1))))).isCompletedExceptionally();
    }

    static Stream<Failure> failures() {
        Problem problem = new Problem("crf", Code.OUT_OF_RANGE, Text.verbatim("0 to 51"), Text.verbatim("try 20"))
                .mendedBy(Fix.use("crf", "51", Text.verbatim("use 51")), new Fix.Move(Text.verbatim("up"), 1, 0),
                        new Fix.Remove(Text.verbatim("without"), OptionalInt.of(1)),
                        new Fix.Add(Text.verbatim("first"), OptionalInt.empty(), "scale", Map.of("height", List.of("720"))));
        return Stream.of(Failure.class.getPermittedSubclasses()).map(type -> {
            Object[] values = Stream.of(type.getRecordComponents()).map(c -> c.getType() == int.class
                    ? (Object) 60
                    : c.getType() == List.class ? List.of(problem) : "“" + c.getName() + "”").toArray();
            try {
                return (Failure) type.getDeclaredConstructors()[0].newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureCanBeStored(Failure failure) {
        TaskJson json = new TaskJson();
        assertThat(json.failure(json.failure(failure))).isEqualTo(failure);
    }

    @Test
    void aFailureOfALaterVersionIsStillTold() {
        TaskJson json = new TaskJson();
        var node = json.failure(new Failure.DiskFull("/out")).put("id", "moon-in-the-way");
        assertThat(json.failure(node).headline().toString()).contains("moon-in-the-way");
    }

    @Test
    void aDamagedFileIsKeptAndOpenTasksComeBack() throws Exception {
        Task done = fresh(0).started(NOW).over(TaskState.DONE, Task.Outcome.NONE, NOW);
        List<Task> open = IntStream.range(1, 50).mapToObj(this::fresh).toList();
        try (H2TaskStore store = open()) {
            store.save(TaskStore.Change.durable(List.of(done))).join();
            store.save(TaskStore.Change.durable(open)).join();
            store.save(new TaskStore.Change(List.of(), List.of("t49"), true)).join();
        }
        Files.writeString(database(), "this is no database");
        try (H2TaskStore store = open()) {
            assertThat(store.tasks()).containsExactlyInAnyOrderElementsOf(open.subList(0, 48));
            assertThat(store.troubles()).singleElement().asString().contains("queue.corrupt-20260102-030405", "48 open tasks");
            store.save(TaskStore.Change.durable(List.of(fresh(60)))).join();
        }
        assertThat(Files.readString(folder.resolve("queue.corrupt-20260102-030405-000.mv.db"))).isEqualTo("this is no database");
        try (H2TaskStore store = open()) {
            assertThat(store.tasks()).hasSize(49);
            assertThat(store.troubles()).isEmpty();
        }
        try (Stream<Path> names = Files.list(folder)) {
            assertThat(names.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("queue.mv.db", "queue.journal",
                    "queue.corrupt-20260102-030405-000.mv.db");
        }
    }

    /** Whatever is done to the file, every open task is back as it was, or it is not there: nothing is ever wrong. */
    @Test
    void damageNeverGivesWrongTasks() throws Exception {
        List<Task> open = IntStream.range(0, 60).mapToObj(this::fresh).toList();
        try (H2TaskStore store = open()) {
            store.save(TaskStore.Change.durable(open)).join();
        }
        byte[] good = Files.readAllBytes(database());
        byte[] journal = Files.readAllBytes(folder.resolve("queue.journal"));
        Random random = new Random(Long.getLong("seed", 20260102));
        int rounds = Integer.getInteger("damages", 40);
        for (int round = 0; round < rounds; round++) {
            wipe();
            byte[] bad = good.clone();
            for (int flips = round % 4 == 0 ? 64 : 1; flips > 0; flips--) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            int length = round % 5 == 4 ? random.nextInt(bad.length) : bad.length;
            Files.write(database(), java.util.Arrays.copyOf(bad, length));
            Files.write(folder.resolve("queue.journal"), journal);
            try (H2TaskStore store = open()) {
                assertThat(store.tasks()).as("round %d", round).containsExactlyInAnyOrderElementsOf(open);
            }
        }
    }

    private void wipe() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Files.delete(one);
            }
        }
    }

    @Test
    void aDatabaseThatHangsIsLeftBehind() throws Exception {
        try (H2TaskStore store = open()) {
            store.save(TaskStore.Change.durable(List.of(fresh(1)))).join();
        }
        CountDownLatch forEver = new CountDownLatch(1);
        H2TaskStore.Opener hanging = (where, name) -> {
            if (name.equals("queue")) {
                try {
                    forEver.await();
                    throw new java.sql.SQLException("it came back");
                } catch (InterruptedException e) {
                    throw new java.sql.SQLException(e);
                }
            }
            return new Database(where, name);
        };
        try (H2TaskStore store = new H2TaskStore(folder, CLOCK, hanging, Duration.ofSeconds(3))) {
            assertThat(store.tasks()).containsExactly(fresh(1));
            assertThat(store.troubles().toString()).contains("3 s");
        }
        forEver.countDown();
    }

    @Test
    void aSecondOneIsRefusedAndTheFileKeepsItsName() throws Exception {
        try (H2TaskStore store = open()) {
            Path copy = database();
            try (FileChannel held = FileChannel.open(copy, StandardOpenOption.READ)) {
                assertThat(held.isOpen()).isTrue();
                assertThatThrownBy(() -> new H2TaskStore(folder, CLOCK, (where, name) -> {
                    throw new java.sql.SQLException("already open", "", 90020);
                }, Duration.ofSeconds(3))).isInstanceOf(FailedException.class).hasMessageContaining("in use");
            }
            store.save(TaskStore.Change.durable(List.of(fresh(1)))).join();
        }
        assertThat(database()).exists();
    }

    @Test
    void onlyOneProgramOwnsAFolder() throws Exception {
        AppLock first = AppLock.take(folder.resolve("data")).orElseThrow();
        assertThat(AppLock.take(folder.resolve("data"))).isEmpty();
        first.close();
        AppLock.take(folder.resolve("data")).orElseThrow().close();
    }

    @Test
    void theJournalDropsTornAndDamagedLinesOnly() throws Exception {
        TaskJson json = new TaskJson();
        try (Journal journal = new Journal(folder, json)) {
            assertThat(journal.found()).isEmpty();
            journal.append(rows(json, 1, 2, 3), List.of());
            journal.append(List.of(), List.of("t2"));
        }
        Path file = folder.resolve("queue.journal");
        String text = Files.readString(file).replaceFirst("clip 1", "clip X");
        Files.writeString(file, text + "{\"n\":9,\"crc\":\"0123");
        try (Journal journal = new Journal(folder, json)) {
            assertThat(journal.found()).containsOnlyKeys("t3");
            journal.append(rows(json, 4), List.of());
        }
        try (Journal journal = new Journal(folder, json)) {
            assertThat(journal.found()).containsOnlyKeys("t3", "t4");
            journal.compact(rows(json, 4));
        }
        assertThat(Files.readAllLines(file)).hasSize(1);
        try (Journal journal = new Journal(folder, json)) {
            assertThat(journal.found()).containsOnlyKeys("t4");
        }
    }

    private List<TaskRow> rows(TaskJson json, int... numbers) {
        return IntStream.of(numbers).mapToObj(this::fresh).map(json::row).toList();
    }

    @Test
    void theJournalStaysShort() throws Exception {
        try (H2TaskStore store = open()) {
            Collection<Task> tasks = IntStream.range(0, 1000).mapToObj(this::fresh).toList();
            for (int round = 0; round < 20; round++) {
                store.save(TaskStore.Change.durable(List.copyOf(tasks))).join();
            }
        }
        assertThat(Files.size(folder.resolve("queue.journal"))).isLessThan(9 * 1024 * 1024);
        try (H2TaskStore store = open()) {
            assertThat(store.tasks()).hasSize(1000);
        }
    }

    private Task fresh(int number) {
        return Task.fresh("t" + number, Asked.named("clip " + number), number * 1000L, NOW);
    }

    private Path database() {
        return folder.resolve("queue.mv.db");
    }

    private H2TaskStore open() throws FailedException {
        return H2TaskStore.open(folder, CLOCK);
    }
}
