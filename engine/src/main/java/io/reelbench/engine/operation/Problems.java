package io.reelbench.engine.operation;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a recipe is applied, so that a person sees all of it at once. */
public final class Problems {

    private final List<Problem> all = new ArrayList<>();

    public void add(Problem problem) {
        all.add(problem);
    }

    void add(String option, Code code, Message message, Object... arguments) {
        all.add(new Problem(option, code, message.with(arguments)));
    }

    void add(String option, BadValue wrong) {
        all.add(wrong.of(option));
    }

    public List<Problem> all() {
        return List.copyOf(all);
    }

    /** Whether anything keeps the task from running. */
    public boolean areSerious() {
        return all.stream().anyMatch(p -> !p.isWarning());
    }
}
