package io.reelbench.engine.operation;

import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.plan.Cutting;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a part of the clip, or several parts joined.
 *
 * @param parts which parts
 * @param mode  how the cut is made
 */
public record Trim(Parts parts,
        @Ask(value = "Cut", help = "Smart is exact to the frame and encodes only the frames around the cuts, where the codec allows it; copy is instant, but starts at the keyframe before; reencode is exact and encodes everything.") Mode mode)
        implements
            Operation {

    /** Which parts are kept; exactly one of them. */
    @Called("Keep")
    public sealed interface Parts {
    }

    /**
     * One part.
     *
     * @param until empty means the clip's end
     */
    @Called("One part")
    public record One(@Ask(value = "Start", help = "The first moment that is kept.", unit = "s", min = 0) Moment start,
            Optional<Until> until) implements Parts {

        public One() {
            this(Moment.START, Optional.empty());
        }
    }

    /** Where the part ends. */
    @Called(value = "Until", none = "Clip end")
    public sealed interface Until {
    }

    @Called("Time")
    public record End(
            @Ask(value = "End", help = "The moment after the last that is kept; past the end means the end.", unit = "s", min = 0) Moment end)
            implements
                Until {
    }

    public record For(
            @Ask(value = "Duration", help = "How long the part is.", unit = "s", min = 0) Length duration) implements Until {
    }

    /** Several parts, joined in the order given. */
    @Called("Several")
    public record Keep(
            @Ask(value = "Keep", help = "Several parts, joined in the order given: 0:10..0:20,1:00..1:30, or @found.json.", advanced = true) List<Span> keep)
            implements
                Parts {
    }

    /** All but these parts. */
    @Called("All but")
    public record Remove(
            @Ask(value = "Remove", help = "Cuts these parts out and joins the rest: 0:10..0:20,end-5s.., or @found.json.", advanced = true) List<Span> remove)
            implements
                Parts {
    }

    /** How the cut is made. */
    public enum Mode implements io.reelbench.engine.schema.Word {
        SMART(Cutting.SMART), COPY(Cutting.KEYFRAMES), REENCODE(Cutting.EXACT);

        private final Cutting cutting;

        Mode(Cutting cutting) {
            this.cutting = cutting;
        }

        @Override
        public List<String> synonyms() {
            return this == REENCODE ? List.of("exact", "precise") : List.of();
        }
    }

    private static final About ABOUT = new About("trim", "Trim", "Keeps a part of the clip, or several parts joined.",
            About.Group.CUT, About.Role.STEP,
            List.of("cut", "clip", "shorten", "in", "out", "remove", "split"),
            "trim talk.mp4 --start 1500f --duration 62500ms -o bit.mp4");

    public Trim() {
        this(new One(), Mode.SMART);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public boolean countsFrames() {
        return moments().stream().anyMatch(Moment::countsFrames) || parts instanceof One(_, Optional<Until> until)
                && until.filter(u -> u instanceof For(Length.Frames _)).isPresent();
    }

    private List<Moment> moments() {
        return switch (parts) {
            case One(Moment start, Optional<Until> until) ->
                until.isPresent() && until.get() instanceof End(Moment end) ? List.of(start, end) : List.of(start);
            case Keep(List<Span> keep) -> both(keep);
            case Remove(List<Span> remove) -> both(remove);
        };
    }

    private List<Span> spans() {
        return switch (parts) {
            case One _ -> List.of();
            case Keep(List<Span> keep) -> keep;
            case Remove(List<Span> remove) -> remove;
        };
    }

    private static List<Moment> both(List<Span> spans) {
        return spans.stream().filter(Span.Part.class::isInstance).map(Span.Part.class::cast)
                .flatMap(s -> java.util.stream.Stream.of(s.from(), s.to())).toList();
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.either(this, edit, problems)) {
            return edit;
        }
        Lists lists = new Lists(edit, problems);
        Edit asking = lists.asking(spans());
        if (asking != edit) {
            return asking;
        }
        Optional<List<Range>> kept = kept(edit, lists, problems);
        if (kept.isEmpty()) {
            return edit;
        }
        if (kept.get().isEmpty()) {
            problems.add(name(), Code.OUT_OF_RANGE, OperationWords.NOTHING_LEFT, edit.first().name());
            return edit;
        }
        if (kept.get().equals(List.of(new Range(0, Range.OPEN)))) {
            problems.add("", Code.NOTHING_TO_DO, OperationWords.WHOLE_CLIP);
            return edit;
        }
        if (edit.looksAtTime() && kept.get().size() > 1) {
            problems.add(name(), Code.NOT_AVAILABLE, OperationWords.CUT_AFTER_TIME.with(), problems.movedFirst());
            return edit;
        }
        return edit.cut(kept.get(), mode.cutting);
    }

    private String name() {
        return switch (parts) {
            case One _ -> "start";
            case Keep _ -> "keep";
            case Remove _ -> "remove";
        };
    }

    /** The ranges that stay; empty when some time is wrong. */
    private Optional<List<Range>> kept(Edit edit, Lists lists, Problems problems) {
        When when = new When(edit, problems);
        return switch (parts) {
            case One(Moment start, Optional<Until> until) -> one(when, start, until).map(List::of);
            case Keep(List<Span> keep) -> ranges(when, "keep", lists.parts("keep", keep));
            case Remove(List<Span> remove) -> ranges(when, "remove", lists.parts("remove", remove)).map(Trim::rest);
        };
    }

    private static Optional<Range> one(When when, Moment start, Optional<Until> until) {
        return until.isPresent() && until.get() instanceof For(Length duration)
                ? when.spanFor("start", start, "duration", duration)
                : when.span("start", start, "end",
                        until.isPresent() && until.get() instanceof End(Moment end) ? end : Moment.END);
    }

    private static Optional<List<Range>> ranges(When when, String option, Optional<List<Span.Part>> spans) {
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Range>> all = spans.get().stream().map(s -> when.span(option, s.from(), option, s.to())).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(all.stream().map(Optional::get).toList())
                : Optional.empty();
    }

    /** What is left of the whole when these are taken out; they may overlap and stand in any order. */
    private static List<Range> rest(List<Range> removed) {
        List<Range> rest = new ArrayList<>();
        long at = 0;
        for (Range out : removed.stream().sorted(Comparator.comparingLong(Range::fromUs)).toList()) {
            if (out.fromUs() > at) {
                rest.add(new Range(at, out.fromUs()));
            }
            at = Math.max(at, out.toUs());
        }
        if (at != Range.OPEN) {
            rest.add(new Range(at, Range.OPEN));
        }
        return rest;
    }
}
