package io.reelbench.app.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.NewTask;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The lanes, fed with events as an engine tells them. */
@ExtendWith(ApplicationExtension.class)
class QueueModelTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private Instant now = START;
    private QueueModel model;

    @BeforeEach
    void open() {
        Workplace.doFx(() -> {
            model = new QueueModel(() -> now);
            model.load(List.of(), false);
        });
    }

    @Test
    void tasksGoFromLaneToLane() {
        tell(new TaskEvent.Added(List.of(task(1, TaskState.WAITING), task(2, TaskState.WAITING), task(3, TaskState.WAITING))));
        assertThat(names(model.waiting())).containsExactly("t1", "t2", "t3");
        tell(new TaskEvent.Changed(task(2, TaskState.RUNNING)), new TaskEvent.Changed(task(1, TaskState.PAUSED)));
        assertThat(names(model.running())).as("stopped in the middle still runs").containsExactly("t1", "t2");
        tell(new TaskEvent.Changed(task(2, TaskState.DONE)), new TaskEvent.Changed(task(1, TaskState.FAILED)));
        assertThat(names(model.results())).as("what needs a person comes first").containsExactly("t1", "t2");
        assertThat(model.needsYou().get()).isEqualTo(1);
        assertThat(model.overall().get().done()).isEqualTo(1);
        assertThat(model.overall().get().total()).isEqualTo(3);
        tell(new TaskEvent.Removed(List.of("t1", "t2")));
        assertThat(model.results()).isEmpty();
        assertThat(model.needsYou().get() + model.done().get()).isZero();
    }

    @Test
    void progressNeverGoesBack() {
        tell(new TaskEvent.Added(List.of(task(1, TaskState.RUNNING))), progress(1, 0.4), progress(1, 0.3));
        assertThat(row(1).fraction()).hasValue(0.4);
        tell(progress(1, 0.41));
        assertThat(row(1).fraction()).hasValue(0.41);
    }

    @Test
    void aCancelledTaskStaysForHalfAMinute() {
        tell(new TaskEvent.Added(List.of(task(1, TaskState.WAITING))), new TaskEvent.Changed(task(1, TaskState.CANCELLED)));
        assertThat(names(model.results())).containsExactly("t1");
        now = START.plusSeconds(31);
        Workplace.until("it has left", () -> model.results().isEmpty());
        tell(new TaskEvent.Changed(task(1, TaskState.WAITING)));
        assertThat(names(model.waiting())).containsExactly("t1");
    }

    @Test
    void aNewRoundBeginsWhenAllIsDone() {
        tell(new TaskEvent.Added(List.of(task(1, TaskState.WAITING))), new TaskEvent.Changed(task(1, TaskState.DONE)));
        tell(new TaskEvent.Added(List.of(task(2, TaskState.WAITING), task(3, TaskState.WAITING))));
        assertThat(model.overall().get().total()).isEqualTo(2);
        assertThat(model.overall().get().done()).isZero();
    }

    @Test
    void tenThousandTasksChangeOnlyWhatChanges() {
        List<Task> many = IntStream.range(0, 10_000).mapToObj(i -> task(i, TaskState.WAITING)).toList();
        List<Integer> changes = new ArrayList<>();
        Workplace.doFx(() -> model.waiting().addListener((ListChangeListener<QueueRow>) change -> {
            int touched = 0;
            while (change.next()) {
                touched += change.getAddedSize() + change.getRemovedSize();
            }
            changes.add(touched);
        }));
        tell(new TaskEvent.Added(many));
        assertThat(changes).as("all come at once").containsExactly(10_000);
        changes.clear();
        QueueRow kept = row(7000);
        for (int i = 0; i < 500; i++) {
            tell(new TaskEvent.Changed(task(i, TaskState.RUNNING)), progress(i, 0.5),
                    new TaskEvent.Changed(task(i, TaskState.DONE)));
        }
        assertThat(changes).as("each that starts leaves alone").hasSize(500).containsOnly(1);
        assertThat(row(7000)).isSameAs(kept);
        changes.clear();
        tell(new TaskEvent.Reordered(List.of(at(7000, -1))));
        assertThat(changes).containsExactly(1, 1);
        assertThat(model.waiting().getFirst()).isSameAs(kept);
        tell(new TaskEvent.Removed(IntStream.range(0, 500).mapToObj(i -> "t" + i).toList()));
        assertThat(model.results()).isEmpty();
    }

    private void tell(TaskEvent... events) {
        Workplace.doFx(() -> model.apply(List.of(events)));
    }

    private QueueRow row(int number) {
        return model.find("t" + number).orElseThrow();
    }

    private static List<String> names(List<QueueRow> rows) {
        return rows.stream().map(QueueRow::name).toList();
    }

    private static TaskEvent progress(int number, double fraction) {
        return new TaskEvent.Progressed("t" + number, Progress.of(fraction), OptionalLong.empty());
    }

    private static Task task(int number, TaskState state) {
        return task(number, number, state);
    }

    private static Task at(int number, long position) {
        return task(number, position, TaskState.WAITING);
    }

    private static Task task(int number, long position, TaskState state) {
        NewTask asked = new NewTask("b", "local", "t" + number, "{}",
                List.of(new Task.Input(Path.of("/clips/" + number), 100, 0)),
                "{}", Priority.NORMAL);
        boolean begun = state != TaskState.WAITING && state != TaskState.CANCELLED;
        Task.Times times = new Task.Times(START, begun ? Optional.of(START.plusMillis(number)) : Optional.empty(),
                state.isOver() ? Optional.of(START) : Optional.empty());
        Task.Outcome outcome = new Task.Outcome(
                state == TaskState.FAILED ? Optional.of(new Failure.DiskFull("/out")) : Optional.empty(), List.of(), List.of(),
                Optional.empty());
        return new Task("t" + number, asked, Priority.NORMAL, position, state, 1, outcome,
                new Task.Trail(Optional.empty(), List.of()), times);
    }
}
