package io.reelbench.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.queue.TaskStore.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private H2TaskStore store() throws Exception {
        return H2TaskStore.open(folder, InstantSource.fixed(BEGIN));
    }

    private static Task done(String id, String file, String op, int minute) {
        NewTask asked = new NewTask("b", "local", Path.of(file).getFileName().toString(),
                "{\"schema\":1,\"steps\":[{\"op\":\"" + op + "\"}]}", List.of(new Task.Input(Path.of(file), 10, 20)), "{}",
                Priority.NORMAL);
        Task.Outcome made = Task.Outcome.made(List.of(new Task.Result(Path.of(file + "-" + op + ".mp4"), 5)), List.of());
        return Task.fresh(id, asked, minute, BEGIN.plusSeconds(60L * minute)).to(TaskState.RUNNING).to(TaskState.DONE)
                .over(TaskState.DONE, made, BEGIN.plusSeconds(60L * minute + 30));
    }

    private static Task waiting(String id) {
        NewTask asked = new NewTask("b", "local", "w", "{}", List.of(new Task.Input(Path.of("/w.mp4"), 1, 1)), "{}",
                Priority.NORMAL);
        return Task.fresh(id, asked, 1, BEGIN);
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }

    private static ArchiveQuery named(String... words) {
        return new ArchiveQuery(List.of(words), Optional.empty(), Set.of(), Optional.empty());
    }

    @Test
    void whatIsTakenOffTheListStaysInTheArchive() throws Exception {
        try (H2TaskStore store = store()) {
            store.save(Change.durable(List.of(done("a", "/films/a.mp4", "trim", 1), waiting("w")))).join();
            store.save(new Change(List.of(), List.of("a", "w"), true)).join();
            assertThat(ids(store.archive().page(ArchiveQuery.ALL, 0, 10))).as("what never ran is gone").containsExactly("a");
        }
        try (H2TaskStore store = store()) {
            assertThat(store.tasks()).as("it is not on the list").isEmpty();
            assertThat(store.archive().page(ArchiveQuery.ALL, 0, 10)).singleElement()
                    .satisfies(task -> assertThat(task.outcome().results()).hasSize(1));
            store.save(Change.durable(List.of(done("a", "/films/a.mp4", "trim", 1)))).join();
        }
        try (H2TaskStore store = store()) {
            assertThat(ids(store.tasks())).as("put back, it is on the list again").containsExactly("a");
        }
    }

    @Test
    void tasksAreFoundByFileOperationStateAndDate() throws Exception {
        try (H2TaskStore store = store()) {
            store.save(Change
                    .durable(List.of(done("a", "/films/Holiday_100%.mp4", "trim", 1), done("b", "/films/work.mov", "scale", 2),
                            done("c", "/other/work.mov", "trim", 3))))
                    .join();
            Archive archive = store.archive();
            assertThat(ids(archive.page(ArchiveQuery.ALL, 0, 10))).as("the latest first").containsExactly("c", "b", "a");
            assertThat(ids(archive.page(named("WORK"), 0, 10))).containsExactly("c", "b");
            assertThat(ids(archive.page(named("work", "films"), 0, 10))).containsExactly("b");
            assertThat(ids(archive.page(named("_100%"), 0, 10))).as("signs are signs").containsExactly("a");
            assertThat(archive.count(named("h%day"))).isZero();
            assertThat(ids(archive.page(named("-scale.mp4"), 0, 10))).as("by an output").containsExactly("b");
            assertThat(ids(archive.page(new ArchiveQuery(List.of(), Optional.of("trim"), Set.of(TaskState.DONE),
                    Optional.of(BEGIN.plusSeconds(120))), 0, 10))).containsExactly("c");
            assertThat(archive.count(new ArchiveQuery(List.of(), Optional.empty(), Set.of(TaskState.FAILED), Optional.empty())))
                    .isZero();
            assertThat(archive.operations()).containsExactly("scale", "trim");
            assertThat(ids(archive.page(ArchiveQuery.ALL, 1, 1))).containsExactly("b");
        }
    }

    @Test
    void rowsOfTheFirstVersionAreFoundToo() throws Exception {
        try (H2TaskStore store = store()) {
            store.save(Change.durable(List.of(done("a", "/films/a.mp4", "trim", 1)))).join();
        }
        String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("queue");
        try (Connection old = DriverManager.getConnection(url); Statement back = old.createStatement()) {
            back.execute("drop index task_listed");
            back.execute("drop index task_created");
            back.execute("alter table task drop column listed");
            back.execute("alter table task drop column files");
            back.execute("alter table task drop column ops");
            back.execute("delete from \"flyway_schema_history\" where \"version\" = '2'");
        }
        try (H2TaskStore store = store()) {
            assertThat(ids(store.tasks())).containsExactly("a");
            assertThat(store.archive().count(named("films/a"))).isEqualTo(1);
        }
        assertThat(Files.exists(folder.resolve("queue.mv.db"))).isTrue();
    }

    @Test
    void tenThousandAreReadInPages() throws Exception {
        try (H2TaskStore store = store()) {
            List<Task> all = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                all.add(done("t" + i, "/films/clip " + i + ".mp4", i % 2 == 0 ? "trim" : "scale", i));
            }
            store.save(Change.durable(all)).join();
            assertThat(store.archive().count(ArchiveQuery.ALL)).isEqualTo(10_000);
            assertThat(ids(store.archive().page(ArchiveQuery.ALL, 9_998, 100))).containsExactly("t1", "t0");
            assertThat(ids(store.archive().page(named("clip 4711."), 0, 10))).containsExactly("t4711");
        }
    }
}
