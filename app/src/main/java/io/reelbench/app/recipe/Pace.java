package io.reelbench.app.recipe;

import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How quickly things were done in this session, so that the next of the same kind can be foretold. Without anything done it knows nothing. */
final class Pace {

    /** Picture-seconds of one kind. */
    private record Work(List<Operation> kind, double amount) {
    }

    private record Done(double amount, Instant from, Instant to) {
    }

    private final Map<String, Work> under = new HashMap<>();
    private final Map<List<Operation>, List<Done>> done = new HashMap<>();

    private static Optional<Work> work(Recipe recipe, Plan plan) {
        if (plan.estimate().lengthUs().isEmpty()) {
            return Optional.empty();
        }
        List<Operation> writing = recipe.steps().stream().filter(s -> s.about().role().writes()).toList();
        double pixels = plan.sources().getFirst().video().map(v -> (double) v.upright().pixels()).orElse(1.0);
        return Optional.of(new Work(writing, plan.estimate().lengthUs().getAsLong() / 1e6 * pixels));
    }

    /** A task was added for this plan. */
    void began(Task task, Recipe recipe, Plan plan) {
        work(recipe, plan).ifPresent(work -> under.put(task.id(), work));
    }

    /** Hears of every change of a task. */
    void changed(Task task) {
        if (task.state() != TaskState.DONE || !under.containsKey(task.id()) || task.times().started().isEmpty()
                || task.times().finished().isEmpty()) {
            return;
        }
        Work work = under.remove(task.id());
        done.computeIfAbsent(work.kind(), _ -> new ArrayList<>())
                .add(new Done(work.amount(), task.times().started().get(), task.times().finished().get()));
    }

    /** Seconds for all of these; empty when one of them is of a kind that was never done. */
    OptionalDouble seconds(List<Outlook.Done> wanted) {
        if (done.isEmpty()) {
            return OptionalDouble.empty();
        }
        double all = 0;
        for (Outlook.Done one : wanted) {
            Optional<Work> work = work(one.judged().recipe().orElseThrow(), one.plan());
            if (work.isEmpty() || !done.containsKey(work.get().kind())) {
                return OptionalDouble.empty();
            }
            all += work.get().amount() / speed(done.get(work.get().kind()));
        }
        return wanted.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(all);
    }

    /** Work in a second in which any of them ran: tasks beside each other share the machine. */
    private static double speed(List<Done> past) {
        double busy = 0;
        Instant until = Instant.MIN;
        for (Done one : past.stream().sorted(Comparator.comparing(Done::from)).toList()) {
            Instant from = one.from().isBefore(until) ? until : one.from();
            if (one.to().isAfter(from)) {
                busy += java.time.Duration.between(from, one.to()).toNanos() / 1e9;
                until = one.to();
            }
        }
        return past.stream().mapToDouble(Done::amount).sum() / Math.max(0.05, busy);
    }
}
