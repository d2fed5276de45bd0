package io.reelbench.engine.operation;

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
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Operations in order. They do not run one after another: each changes one {@link Edit}, and the planner makes one run of it.
 *
 * @param name    given by a person; empty when nobody named it
 * @param tag     a short word for the names of outputs, as in {@code talk-web.mp4}; empty where the name must do
 * @param summary what it is for, in a sentence; only of presets
 * @param steps   at least one; sinks stand at the end
 */
public record Recipe(Optional<String> name, Optional<String> tag, Optional<String> summary, List<Operation> steps) {

    /** Of a tag that is made of a name. */
    private static final int LONG_TAG = 24;

    public Recipe(Optional<String> name, List<Operation> steps) {
        this(name, Optional.empty(), Optional.empty(), steps);
    }

    /** The same steps under another name. */
    public Recipe named(String other) {
        return new Recipe(Optional.of(other), tag, summary, steps);
    }

    /** Other steps under the same name. */
    public Recipe with(List<Operation> other) {
        return new Recipe(name, tag, summary, other);
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

    /** The edit that the steps make of a clip. A recipe without a sink ends in a conversion that copies what it can. */
    public Edit apply(Media media, Problems problems) {
        Edit edit = Edit.of(media);
        Optional<Operation> sink = Optional.empty();
        int firstSink = 0;
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
            edit = step.apply(edit, told);
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

    private Edit ended(Edit edit, Problems problems) {
        if (edit.first().still()) {
            return new ConvertImage().same(label(), edit);
        }
        return new Transcode().apply(edit, problems);
    }
}
