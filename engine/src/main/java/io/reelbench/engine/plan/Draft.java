package io.reelbench.engine.plan;

import io.reelbench.engine.plan.Explanation.Reason;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;

/** Where the planner writes down, while it decides, what is wrong, what happens to each track and what a person should know. */
final class Draft {

    final List<Problem> problems = new ArrayList<>();
    final List<Reason> reasons = new ArrayList<>();
    final List<Text> notes = new ArrayList<>();

    void problem(String option, Code code, Message message, Object... arguments) {
        problems.add(new Problem(option, code, message.with(arguments)));
    }

    /** What keeps it from being planned, and what would mend that. */
    void problem(String option, Code code, Text text, List<Fix> fixes) {
        problems.add(new Problem(option, code, text).mendedBy(fixes.toArray(Fix[]::new)));
    }

    /** All that another says, behind what is here. */
    void add(Draft other) {
        problems.addAll(other.problems);
        other.reasons.forEach(r -> reason(r.subject(), r.verdict(), r.because()));
        other.notes.forEach(this::note);
    }

    void note(Message message, Object... arguments) {
        note(message.with(arguments));
    }

    void note(Text text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    void reason(Text subject, Text verdict, Text because) {
        Reason reason = new Reason(subject, verdict, because);
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }
}
