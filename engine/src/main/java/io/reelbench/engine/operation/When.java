package io.reelbench.engine.operation;

import io.reelbench.engine.media.Clock;
import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns the times that a person gave into microseconds on the timeline of one edit, and says when they do not fit. */
final class When {

    private final Edit edit;
    private final Clock clock;
    private final Problems problems;

    When(Edit edit, Problems problems) {
        this.edit = edit;
        this.clock = edit.clock();
        this.problems = problems;
    }

    /** A moment that must lie inside the clip. */
    Optional<Long> inside(String option, Moment moment) {
        Optional<Long> at = resolve(option, moment);
        if (at.isPresent() && clock.lengthUs().isPresent() && at.get() >= clock.lengthUs().getAsLong() && !(at.get() == 0)) {
            problems.add(option, Code.PAST_END, OperationWords.PAST_END, Time.spoken(at.get()), edit.first().name(),
                    Time.spoken(clock.lengthUs().getAsLong()));
            return Optional.empty();
        }
        return at;
    }

    /** A span; one that ends past the clip's end ends with it. */
    Optional<Range> span(String startOption, Moment start, String endOption, Moment end) {
        Optional<Long> from = inside(startOption, start);
        Optional<Long> to = isEnd(end) ? Optional.of(Range.OPEN) : resolve(endOption, end);
        return from.isEmpty() || to.isEmpty() ? Optional.empty() : ordered(endOption, from.get(), to.get());
    }

    Optional<Range> spanFor(String startOption, Moment start, String lengthOption, Length length) {
        Optional<Long> from = inside(startOption, start);
        Optional<Long> wanted = resolve(lengthOption, length);
        // rounded up to one frame: a length below it would give nothing
        return from.isEmpty() || wanted.isEmpty()
                ? Optional.empty()
                : ordered(lengthOption, from.get(),
                        from.get() + Math.max(wanted.get(), clock.rate().map(r -> r.frameLength()).orElse(1L)));
    }

    private Optional<Range> ordered(String option, long from, long to) {
        if (to <= from) {
            problems.add(option, Code.OUT_OF_RANGE, OperationWords.ENDS_BEFORE, Time.spoken(to), Time.spoken(from));
            return Optional.empty();
        }
        boolean past = clock.lengthUs().isPresent() && to >= clock.lengthUs().getAsLong();
        Range range = new Range(past ? lastAtMost(onFrame(from)) : onFrame(from), past ? Range.OPEN : onFrame(to));
        if (range.toUs() <= range.fromUs()) {
            problems.add(option, Code.OUT_OF_RANGE, OperationWords.NO_FRAME, Time.spoken(from), Time.spoken(to));
            return Optional.empty();
        }
        return Optional.of(range);
    }

    /** Where the last frame begins, for a time within it: there is always a frame to show. */
    private long lastAtMost(long us) {
        long length = clock.lengthUs().orElseThrow();
        return us < length ? us : clock.rate().map(rate -> rate.timeOf(Math.max(0, rate.nearestFrame(length) - 1))).orElse(us);
    }

    private static boolean isEnd(Moment moment) {
        return moment.equals(Moment.END);
    }

    /** The first frame at or after this time: the one that a cut shows. Left alone where frames do not come evenly. */
    private long onFrame(long us) {
        boolean uneven = edit.first().video().map(v -> v.variable()).orElse(true);
        return clock.rate().filter(_ -> !uneven).map(rate -> {
            long nearest = rate.nearestFrame(us);
            // a time typed in milliseconds still means the frame that starts there, and so does one that a phone wrote a little late
            return Math.abs(rate.timeOf(nearest) - us) <= Math.max(1000, rate.frameLength() / 8)
                    ? rate.timeOf(nearest)
                    : rate.timeOf(rate.framesIn(us));
        }).orElse(us);
    }

    Optional<Long> resolve(String option, Moment moment) {
        try {
            return known(option, moment.on(clock));
        } catch (BadValue wrong) {
            problems.add(option, wrong);
            return Optional.empty();
        }
    }

    Optional<Long> resolve(String option, Length length) {
        try {
            return known(option, length.on(clock));
        } catch (BadValue wrong) {
            problems.add(option, wrong);
            return Optional.empty();
        }
    }

    private Optional<Long> known(String option, OptionalLong at) {
        if (at.isEmpty()) {
            problems.add(option, Code.NEEDS_OTHER, OperationWords.LENGTH_UNKNOWN, edit.first().name());
            return Optional.empty();
        }
        return Optional.of(at.getAsLong());
    }
}
