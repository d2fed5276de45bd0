package io.reelbench.engine;

import io.reelbench.engine.local.Asides;
import io.reelbench.engine.local.Planning;
import io.reelbench.engine.media.Clock;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.operation.Detect;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.report.Findings;
import io.reelbench.engine.report.RangesReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.DoubleConsumer;

/** What is done beside the queue, to look at it: a plan tried, a clip searched. */
final class Trying {

    private final Planning planning;
    private final Asides asides;

    Trying(Planning planning, Asides asides) {
        this.planning = planning;
        this.asides = asides;
    }

    CompletableFuture<Tried> run(Plan plan, DoubleConsumer progress) {
        CompletableFuture<Asides.Made> made = asides.run(plan, progress);
        return stopping(made, made.thenApply(m -> new Tried(m.files(), () -> asides.forget(m.folder()))));
    }

    CompletableFuture<Findings> find(Media clip, DoubleConsumer progress) {
        CompletableFuture<Asides.Made> made;
        try {
            Planned planned = planning.plan(new Recipe(Optional.empty(), List.of(new Detect())), clip);
            made = asides.run(planned.plan()
                    .orElseThrow(() -> new FailedException(new Failure.Invalid(clip.name(), planned.problems()))), progress);
        } catch (FailedException wrong) {
            return CompletableFuture.failedFuture(wrong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(stopped);
        }
        return stopping(made, made.thenApply(m -> {
            try {
                return read(m.files().getFirst(), clip.clock());
            } catch (BadValue notOurs) {
                throw new CompletionException(new FailedException(new Failure.Internal(notOurs.getMessage()), notOurs));
            } finally {
                asides.forget(m.folder());
            }
        }));
    }

    /** Cancelling what comes last stops what comes first. */
    private static <T> CompletableFuture<T> stopping(CompletableFuture<?> first, CompletableFuture<T> last) {
        last.whenComplete((_, _) -> {
            if (last.isCancelled()) {
                first.cancel(true);
            }
        });
        return last;
    }

    private static Findings read(Path file, Clock clock) throws BadValue {
        return new Findings(ranges(file, Span.Kind.SCENES, clock), ranges(file, Span.Kind.BLACK, clock),
                ranges(file, Span.Kind.SILENCE, clock));
    }

    /** None of a kind that the clip cannot have. */
    private static List<Range> ranges(Path file, Span.Kind kind, Clock clock) throws BadValue {
        List<Range> ranges = new ArrayList<>();
        for (Span.Part part : new RangesReader().read(new Span.Listed(file, Optional.of(kind))).parts()) {
            ranges.add(new Range(us(part.from(), clock, 0), us(part.to(), clock, Range.OPEN)));
        }
        return ranges;
    }

    private static long us(Moment moment, Clock clock, long unknown) throws BadValue {
        OptionalLong us = moment.on(clock);
        return us.orElse(unknown);
    }
}
