package io.reelbench.engine.operation;

import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.schema.Ask;
import java.util.Optional;

/**
 * The part of a clip that one output is made of; the other outputs have parts of their own.
 *
 * @param until empty means the clip's end
 */
public record Excerpt(
        @Ask(value = "Start", help = "The first moment that is used.", unit = "s", min = 0) Moment start,
        Optional<Trim.Until> until) {

    public Excerpt() {
        this(Moment.START, Optional.empty());
    }

    boolean countsFrames() {
        return start.countsFrames() || until.filter(u -> switch (u) {
            case Trim.End(Moment end) -> end.countsFrames();
            case Trim.For(Length duration) -> duration instanceof Length.Frames;
        }).isPresent();
    }

    /** The part on the edit's timeline; empty for all of it. What is wrong with it goes into {@code problems}. */
    Optional<Range> of(Edit edit, Problems problems) {
        if (equals(new Excerpt())) {
            return Optional.empty();
        }
        When when = new When(edit, problems);
        Optional<Range> range = until.isPresent() && until.get() instanceof Trim.For(Length duration)
                ? when.spanFor("start", start, "duration", duration)
                : when.span("start", start, "end", until.isPresent() && until.get() instanceof Trim.End(Moment end)
                        ? end
                        : Moment.END);
        return range.filter(r -> !r.equals(new Range(0, Range.OPEN)));
    }
}
