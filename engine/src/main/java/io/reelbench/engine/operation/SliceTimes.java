package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Pieces;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Turns the ways of slice into times on the timeline of one edit. */
final class SliceTimes {

    /** More files than this in a folder are a mistake. */
    static final int MOST = 10_000;
    /** A chapter that begins so near to the beginning begins there. */
    private static final long BEGINNING = Time.SECOND / 2;

    private final Edit edit;
    private final Problems problems;
    private final When when;
    private final Length minLength;
    private final boolean exact;

    /** @param exact whether cuts are at frames; else they are moved to keyframes later, and told beside what was asked for */
    SliceTimes(Edit edit, Problems problems, Length minLength, boolean exact) {
        this.exact = exact;
        this.edit = edit;
        this.problems = problems;
        this.when = new When(edit, problems);
        this.minLength = minLength;
    }

    /** What must be found in the clip first. */
    Optional<Fact> missing(Slice.Way way) {
        Optional<Fact> fact = switch (way) {
            case Slice.Scenes(double percent) when edit.hasPicture() -> Optional.of(new Fact.Scenes(percent));
            case Slice.Silence(Length silence) when edit.hasSound() ->
                when.resolve("silence", silence).map(Fact.Pauses::new);
            default -> Optional.empty();
        };
        return fact.filter(f -> !found().containsKey(f));
    }

    private Map<Fact, List<Long>> found() {
        return edit.first().known().read().times();
    }

    /** Empty when something is wrong, which is then among the problems. */
    Optional<Pieces.Cut> cut(Slice.Way way) {
        Optional<Pieces.Cut> cut = switch (way) {
            case Slice.Every(Length every) -> every(every);
            case Slice.At(List<Moment> at) -> at(at);
            case Slice.Count(int count) -> count(count);
            case Slice.Ranges(List<Span> ranges) -> ranges(ranges);
            case Slice.Chapters(boolean yes) -> chapters(yes);
            case Slice.Scenes(double percent) -> Needs.picture(new Slice(), edit, problems)
                    ? found("scenes", new Fact.Scenes(percent), SliceWords.A_SCENE_CHANGE)
                    : Optional.empty();
            case Slice.Silence(Length silence) -> Needs.sound(new Slice(), edit, problems)
                    ? when.resolve("silence", silence)
                            .flatMap(us -> found("silence", new Fact.Pauses(us), SliceWords.A_PAUSE))
                    : Optional.empty();
            case Slice.MaxSize(var bytes) -> Optional.of(new Pieces.Under(bytes.count()));
        };
        int count = cut.map(SliceTimes::count).orElse(0);
        if (count > MOST) {
            problems.add(option(way), Code.TOO_MANY, SliceWords.TOO_MANY_PIECES, count, MOST);
            return Optional.empty();
        }
        return cut;
    }

    private static String option(Slice.Way way) {
        return switch (way) {
            case Slice.Every _ -> "every";
            case Slice.At _ -> "at";
            case Slice.Count _ -> "count";
            case Slice.Ranges _ -> "ranges";
            case Slice.Chapters _ -> "chapters";
            case Slice.Scenes _ -> "scenes";
            case Slice.Silence _ -> "silence";
            case Slice.MaxSize _ -> "max-size";
        };
    }

    private static int count(Pieces.Cut cut) {
        return switch (cut) {
            case Pieces.At(List<Long> us, var _) -> us.size() + 1;
            case Pieces.Parts(List<Range> ranges) -> ranges.size();
            case Pieces.Under _ -> 1;
        };
    }

    private static Pieces.Cut plain(List<Long> us) {
        return new Pieces.At(List.copyOf(us), List.of());
    }

    private Optional<Long> length(String option) {
        OptionalLong length = edit.lengthUs();
        if (length.isEmpty()) {
            problems.add(option, Code.NEEDS_OTHER, OperationWords.LENGTH_UNKNOWN, edit.first().name());
            return Optional.empty();
        }
        return Optional.of(length.getAsLong());
    }

    private Optional<Pieces.Cut> every(Length every) {
        Optional<Long> length = length("every");
        Optional<Long> step = when.resolve("every", every);
        if (length.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        long frame = rate().map(Rate::frameLength).orElse(1L);
        if (step.get() < frame - 1) {
            problems.add("every", Code.OUT_OF_RANGE, SliceWords.SHORTER_THAN_A_FRAME, Time.spoken(step.get()));
            return Optional.empty();
        }
        long count = (length.get() - 1) / step.get() + 1;
        if (count > MOST) {
            problems.add("every", Code.TOO_MANY, SliceWords.TOO_MANY_PIECES, count, MOST);
            return Optional.empty();
        }
        return Optional.of(plain(onFrames(LongStream.range(1, count).map(i -> i * step.get()).boxed().toList())));
    }

    private Optional<Pieces.Cut> at(List<Moment> moments) {
        List<Long> times = new ArrayList<>();
        boolean good = true;
        for (Moment moment : moments) {
            Optional<Long> at = when.inside("at", moment);
            good &= at.isPresent();
            if (at.isPresent() && !times.isEmpty() && at.get() <= times.getLast()) {
                boolean same = at.get().equals(times.getLast());
                problems.add("at", same ? Code.CHOOSE_ONE : Code.OUT_OF_RANGE,
                        same ? SliceWords.SAME_TIME : SliceWords.NOT_SORTED,
                        Time.spoken(at.get()), Time.spoken(times.getLast()));
                good = false;
            }
            at.ifPresent(times::add);
        }
        return good ? Optional.of(plain(onFrames(times))) : Optional.empty();
    }

    private Optional<Pieces.Cut> count(int count) {
        Optional<Long> length = count == 1 ? Optional.of(0L) : length("count");
        return length.map(us -> plain(onFrames(LongStream.range(1, count).map(i -> us * i / count).boxed().toList())));
    }

    private Optional<Pieces.Cut> ranges(List<Span> spans) {
        Optional<List<Span.Part>> parts = new Lists(edit, problems).parts("ranges", spans);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Range>> all = parts.get().stream().map(s -> when.span("ranges", s.from(), "ranges", s.to())).toList();
        if (!all.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        } else if (all.isEmpty()) {
            problems.add("ranges", Code.TOO_FEW, OperationWords.NOTHING_LEFT, edit.first().name());
            return Optional.empty();
        }
        return Optional.of(new Pieces.Parts(all.stream().map(Optional::get).toList()));
    }

    /** What stands before the first chapter goes with it, and what stands between two with the one before. */
    private Optional<Pieces.Cut> chapters(boolean yes) {
        if (!yes) {
            problems.add("chapters", Code.BAD_SYNTAX, SliceWords.CHAPTERS_YES);
            return Optional.empty();
        }
        List<Media.Chapter> chapters = edit.chapters();
        if (chapters.isEmpty()) {
            problems.add("chapters", Code.NOT_AVAILABLE, SliceWords.NO_CHAPTERS, edit.first().name());
            return Optional.empty();
        }
        List<Long> cuts = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of(chapters.getFirst().title()));
        for (Media.Chapter chapter : chapters.subList(1, chapters.size())) {
            long at = onFrame(chapter.fromUs());
            if (at > (cuts.isEmpty() ? BEGINNING : cuts.getLast()) && at < edit.lengthUs().orElse(Long.MAX_VALUE)) {
                cuts.add(at);
                titles.add(chapter.title());
            }
        }
        return Optional.of(new Pieces.At(List.copyOf(cuts), List.copyOf(titles)));
    }

    private Optional<Pieces.Cut> found(String option, Fact fact, SliceWords what) {
        Optional<Long> least = when.resolve("min-length", minLength);
        if (least.isEmpty()) {
            return Optional.empty();
        }
        List<Long> here = edit.onTimeline(found().getOrDefault(fact, List.of()));
        long end = edit.lengthUs().orElse(Long.MAX_VALUE);
        List<Long> cuts = new ArrayList<>();
        for (long at : onFrames(here)) {
            // a piece that is too short joins the one before, so its own beginning is no cut
            if (!cuts.isEmpty() && at - cuts.getLast() < least.get()) {
                cuts.removeLast();
            }
            if (at >= least.get() && end - at >= least.get() && (cuts.isEmpty() || at > cuts.getLast())) {
                cuts.add(at);
            }
        }
        if (cuts.isEmpty()) {
            problems.add(option, Code.NOTHING_TO_DO, SliceWords.NOTHING_FOUND, what.with(), edit.first().name());
        }
        return Optional.of(plain(cuts));
    }

    private Optional<Rate> rate() {
        return edit.video().filter(v -> !v.variable()).flatMap(v -> v.rate());
    }

    private List<Long> onFrames(List<Long> times) {
        return times.stream().map(this::onFrame).filter(us -> us > 0).distinct().toList();
    }

    /** The first frame at or after this time. */
    private long onFrame(long us) {
        return rate().filter(_ -> exact).map(rate -> {
            long nearest = rate.nearestFrame(us);
            return Math.abs(rate.timeOf(nearest) - us) <= Time.SECOND / 1000
                    ? rate.timeOf(nearest)
                    : rate.timeOf(rate.framesIn(us));
        }).orElse(us);
    }
}
