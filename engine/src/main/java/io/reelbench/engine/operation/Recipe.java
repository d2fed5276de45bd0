package io.reelbench.engine.operation;

import io.reelbench.engine.media.Known;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Chain;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Operations in order. They do not run one after another: each changes one {@link Edit}, and the planner makes one run of it.
 *
 * @param name    given by a person; empty when nobody named it
 * @param tag     a short word for the names of outputs, as in {@code talk-web.mp4}; empty where the name must do
 * @param summary what it is for, in a sentence; only of presets
 * @param steps   at least one; sinks stand at the end
 * @param publish accounts, buckets and folders that each output is brought to once it is proven and stands
 */
public record Recipe(Optional<String> name, Optional<String> tag, Optional<String> summary, List<Operation> steps,
        List<String> publish) {

    /** Of a tag that is made of a name. */
    private static final int LONG_TAG = 24;

    public Recipe {
        publish = List.copyOf(publish);
    }

    public Recipe(Optional<String> name, Optional<String> tag, Optional<String> summary, List<Operation> steps) {
        this(name, tag, summary, steps, List.of());
    }

    public Recipe(Optional<String> name, List<Operation> steps) {
        this(name, Optional.empty(), Optional.empty(), steps);
    }

    /** The same, and its outputs go there. */
    public Recipe published(List<String> to) {
        return new Recipe(name, tag, summary, steps, to);
    }

    /** The same steps under another name. */
    public Recipe named(String other) {
        return new Recipe(Optional.of(other), tag, summary, steps, publish);
    }

    /** Other steps under the same name. */
    public Recipe with(List<Operation> other) {
        return new Recipe(name, tag, summary, other, publish);
    }

    /** What tells its outputs from others in their names: its tag, else its name in short, else its operation. */
    public String label() {
        return tag.or(() -> name.map(Recipe::inShort)).filter(t -> !t.isEmpty()).orElseGet(() -> steps.getFirst().id());
    }

    /** {@code Client A — final!} is {@code client-a-final}; cut at a word where it gets long. */
    private static String inShort(String name) {
        StringBuilder made = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")) {
            boolean fits = made.length() + word.length() < LONG_TAG;
            if (!word.isEmpty() && (fits || made.isEmpty())) {
                made.append(made.isEmpty() ? "" : "-").append(word);
            } else if (!word.isEmpty()) {
                break;
            }
        }
        return made.toString();
    }

    /** Whether the time of every frame must be known for this clip. */
    public boolean countsFrames(Media media) {
        return media.video().map(Track.Video::variable).orElse(false) && media.frameTimes().isEmpty()
                && steps.stream().anyMatch(Operation::countsFrames);
    }

    /** Whether it makes one of several clips: then all of them are one task. */
    public boolean joins() {
        return join().isPresent();
    }

    private OptionalInt join() {
        return IntStream.range(0, steps.size()).filter(i -> steps.get(i) instanceof Concat).findFirst();
    }

    /** The edit that the steps make of a clip. A recipe without a sink ends in a conversion that copies what it can. */
    public Edit apply(Media media, Problems problems) {
        return apply(List.of(media), problems);
    }

    /** The edit that the steps make of all clips of a task: one, or several where it {@link #joins}. */
    public Edit apply(List<Media> clips, Problems problems) {
        return apply(clips, Known.NOTHING, problems);
    }

    /**
     * The same.
     *
     * @param known what was found out for the steps below a join, since no file holds what they see
     */
    public Edit apply(List<Media> clips, Known known, Problems problems) {
        return below(clips.stream().map(clip -> above(clip, problems)).toList(), known, problems);
    }

    /** What the steps above a join make of one of the clips; the untouched clip where nothing is joined. */
    public Edit above(Media clip, Problems problems) {
        Edit edit = Edit.of(clip);
        for (int i = 0; i < join().orElse(0); i++) {
            Problems told = edit.wants().isEmpty() ? problems : new Problems(problems.allowed());
            told.at(i, steps);
            edit = steps.get(i).apply(edit, told);
        }
        problems.atNone();
        return edit;
    }

    /**
     * What the join and the steps below it make of clips; all steps where nothing is joined.
     *
     * @param clips what {@link #above} made of each
     */
    private Edit below(List<Edit> clips, Known known, Problems problems) {
        Edit edit = clips.getFirst();
        Optional<Operation> sink = Optional.empty();
        int firstSink = 0;
        OptionalInt join = join();
        Problems told = problems;
        for (int i = 0; i < steps.size(); i++) {
            Operation step = steps.get(i);
            // where a step above must know more first, nobody can say yet what fits below it
            told = edit.wants().isEmpty() ? problems : new Problems(problems.allowed());
            told.at(i, steps);
            boolean writes = step.about().role().writes();
            if (sink.isPresent() && !writes) {
                told.add("op", Code.NOT_AVAILABLE, OperationWords.AFTER_SINK.with(step.id(), sink.get().id()),
                        new Fix.Move(OperationWords.MOVE_BEFORE.with(steps.get(firstSink).id()), i, firstSink),
                        new Fix.Remove(OperationWords.LEAVE_STEP.with(), OptionalInt.of(i)));
            }
            Optional<Integer> slice = sliceAbove(i).filter(_ -> !writes && !(step instanceof Slice));
            if (slice.isPresent()) {
                told.add("op", Code.NOT_AVAILABLE, SliceWords.LAST.with(step.id()),
                        new Fix.Move(SliceWords.MOVE_ABOVE_SLICE.with(step.id()), i, slice.get()));
            }
            if (i >= join.orElse(0)) {
                Edit before = edit;
                edit = join.isPresent() && i == join.getAsInt()
                        ? new Joint((Concat) step, clips, known, told).joined()
                        : step.apply(edit, told);
                lookedInto(before, edit, i, told);
            }
            firstSink = sink.isEmpty() && writes ? i : firstSink;
            sink = writes ? Optional.of(step) : sink;
        }
        problems.atNone();
        if (steps.size() > 1 && steps.getFirst() instanceof Raw) {
            problems.add("", Code.NOT_AVAILABLE, CommandWords.ALONE);
        }
        Order.warnings(steps).forEach(problems::add);
        if (sink.isPresent() && edit.pieces().isPresent() && edit.sinks().stream().noneMatch(Sink.FileSink.class::isInstance)) {
            problems.add("", Code.NOT_AVAILABLE, SliceWords.NO_FILE);
        }
        return sink.isPresent() ? edit : ended(edit, edit.wants().isEmpty() ? problems : new Problems(problems.allowed()));
    }

    private Optional<Integer> sliceAbove(int index) {
        return IntStream.range(0, index).filter(i -> steps.get(i) instanceof Slice).boxed().findFirst();
    }

    /** No file holds a joined clip: what must be looked for in it can only be found in the clips, before they are joined. */
    private void lookedInto(Edit before, Edit after, int step, Problems problems) {
        boolean looks = after.reel().isPresent() && before.reel().isPresent()
                && after.missing().stream().anyMatch(fact -> fact.isOfTheClip() && !before.missing().contains(fact));
        if (looks) {
            problems.add("", Code.NOT_AVAILABLE, JoinWords.LOOKS_INTO.with(steps.get(step).id()),
                    new Fix.Move(OperationWords.MOVE_BEFORE.with(Concat.ID), step, join().orElse(0)));
        }
    }

    private Edit ended(Edit edit, Problems problems) {
        if (edit.first().still()) {
            return new ConvertImage().same(label(), edit);
        }
        return new Transcode().apply(edit, problems);
    }
}
