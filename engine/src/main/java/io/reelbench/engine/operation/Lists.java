package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Ranges;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts of a clip that a person gave, some of them by naming a file that lists them. */
final class Lists {

    private final Edit edit;
    private final Problems problems;
    private final Map<Span.Listed, Ranges> known;

    Lists(Edit edit, Problems problems) {
        this.edit = edit;
        this.problems = problems;
        this.known = edit.first().known().read().ranges();
    }

    /** The same edit when every list was read, else one that asks for those that were not. */
    Edit asking(List<Span> spans) {
        Edit asking = edit;
        for (Span span : spans) {
            if (span instanceof Span.Listed list && !known.containsKey(list)) {
                asking = asking.wanting(new Fact.Ranges(list));
            }
        }
        return asking;
    }

    /** All parts in order; empty when a list could not be read. */
    Optional<List<Span.Part>> parts(String option, List<Span> spans) {
        List<Span.Part> parts = new ArrayList<>();
        boolean good = true;
        for (Span span : spans) {
            switch (span) {
                case Span.Part part -> parts.add(part);
                case Span.Listed list -> {
                    Ranges ranges = known.get(list);
                    ranges.trouble().ifPresent(why -> problems.add(new Problem(option, Code.MISSING_FILE, why)));
                    good &= ranges.trouble().isEmpty();
                    parts.addAll(ranges.parts());
                }
            }
        }
        return good ? Optional.of(List.copyOf(parts)) : Optional.empty();
    }
}
