package io.reelbench.engine.operation;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Collects what is wrong while a recipe is applied, so that a person sees all of it at once. */
public final class Problems {

    private final List<Problem> all = new ArrayList<>();
    private OptionalInt step = OptionalInt.empty();
    private List<Operation> above = List.of();
    private final Set<String> allowed;

    public Problems() {
        this(Set.of());
    }

    /** @param allowed parts of written commands that a person allowed for this run, after being told what they open */
    public Problems(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** The parts of written commands that are allowed though they leave what is safe. */
    Set<String> allowed() {
        return allowed;
    }

    /** What is added from now on concerns this one of the recipe's steps, from 0. */
    void at(int index, List<Operation> steps) {
        step = OptionalInt.of(index);
        above = List.copyOf(steps.subList(0, index));
    }

    /** What is added from now on concerns no single step. */
    void atNone() {
        step = OptionalInt.empty();
        above = List.of();
    }

    public void add(Problem problem) {
        // what does nothing may go
        Problem told = problem.code() == Code.NOTHING_TO_DO && problem.fixes().isEmpty()
                ? problem.mendedBy(new Fix.Remove(OperationWords.LEAVE_STEP.with(), step))
                : problem;
        all.add(step.isPresent() ? told.at(step.getAsInt()) : told);
    }

    void add(String option, Code code, Message message, Object... arguments) {
        add(new Problem(option, code, message.with(arguments)));
    }

    /** With changes of the recipe of which each would mend it. */
    void add(String option, Code code, Text text, Fix... fixes) {
        add(new Problem(option, code, text).mendedBy(fixes));
    }

    /** The step of the recipe that is being applied, from 0; empty outside of one. */
    OptionalInt step() {
        return step;
    }

    /** The steps of the recipe above that one, in order. */
    List<Operation> above() {
        return above;
    }

    /** Moves the step to the top; none outside of a recipe. */
    Fix[] movedFirst() {
        return step.stream().mapToObj(at -> new Fix.Move(OperationWords.MOVE_FIRST.with(), at, 0)).toArray(Fix[]::new);
    }

    void add(String option, BadValue wrong) {
        add(wrong.of(option));
    }

    public List<Problem> all() {
        return List.copyOf(all);
    }

    /** Whether anything keeps the task from running. */
    public boolean areSerious() {
        return all.stream().anyMatch(p -> !p.isWarning());
    }
}
