package io.reelbench.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.output.Placing;
import io.reelbench.engine.output.Stamp;
import io.reelbench.engine.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;
    private final FakeKind kind = new FakeKind();
    private final List<Child> reaped = new ArrayList<>();

    @Test
    void whatRanRunsAgainAndItsRestIsGone() {
        Child child = new Child(7, NOW, "/usr/bin/ffmpeg", "t-1");
        Task running = task("a").started(NOW).with(child);
        Task stopped = task("b").started(NOW).with(child).to(TaskState.PAUSED);
        Task waiting = task("c");
        List<Task> after = after(running, stopped, waiting);
        assertThat(after).extracting(Task::state).containsExactly(TaskState.WAITING, TaskState.PAUSED, TaskState.WAITING);
        assertThat(after).extracting(Task::attempt).containsExactly(2, 2, 1);
        assertThat(after).extracting(Task::trail).containsOnly(Task.Trail.NONE);
        assertThat(reaped).containsExactly(child, child);
        assertThat(kind.notes).containsExactly("sweep a", "sweep b");
    }

    @Test
    void aNameThatWasBeingGivenIsSettled() throws Exception {
        Path part = Files.writeString(folder.resolve(".a.mp4.t-1.part"), "film");
        Placing placing = new Placing(part, folder.resolve("a.mp4"), Optional.empty(), Stamp.of(part));
        Task placed = after(task("a").started(NOW).placing(List.of(placing))).getFirst();
        assertThat(placed.state()).isEqualTo(TaskState.DONE);
        assertThat(placed.outcome().results()).containsExactly(new Task.Result(folder.resolve("a.mp4"), 4));
        assertThat(folder.resolve("a.mp4")).hasContent("film");
        Files.delete(folder.resolve("a.mp4"));
        assertThat(after(task("a").started(NOW).placing(List.of(placing))).getFirst().state()).isEqualTo(TaskState.WAITING);
    }

    @Test
    void onlyTheVerySameProcessIsEnded() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "read never; : nonce-1").start();
        ProcessHandle.Info info = process.info();
        Child same = new Child(process.pid(), info.startInstant().orElseThrow(), info.command().orElseThrow(), "nonce-1");
        Reaper reaper = Reaper.ofThisSystem();
        reaper.reap(new Child(same.pid(), same.started().plusSeconds(1), same.command(), same.nonce()));
        reaper.reap(new Child(same.pid(), same.started(), "/bin/other", same.nonce()));
        reaper.reap(new Child(same.pid(), same.started(), same.command(), "nonce-2"));
        assertThat(process.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
        reaper.reap(same);
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        reaper.reap(same);
    }

    private static Task task(String name) {
        return Task.fresh("t" + name, Asked.named(name), name.charAt(0), NOW);
    }

    private List<Task> after(Task... stored) {
        TaskStore store = new TaskStore() {
            @Override
            public List<Task> tasks() {
                return List.of(stored);
            }

            @Override
            public List<Text> troubles() {
                return List.of();
            }

            @Override
            public CompletableFuture<Void> save(Change change) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void close() {
                // nothing is kept
            }
        };
        try (Scheduler queue = new Scheduler(store, List.of(kind), Settings.USUAL, InstantSource.fixed(NOW), reaped::add)) {
            return queue.tasks();
        }
    }
}
