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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Operations in order. They do not run one after another: each changes one {@link Edit}, and the planner makes one run of it.
 *
 * @param name  given by a person; empty when nobody named it
 * @param steps at least one; sinks stand at the end
 */
public record Recipe(Optional<String> name, List<Operation> steps) {

    /** What tells its outputs from others: its name, else its operation. */
    public String label() {
        return name.orElseGet(() -> steps.getFirst().id());
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
        for (int i = 0; i < steps.size(); i++) {
            Operation step = steps.get(i);
            problems.at(i);
            boolean writes = step.about().role().writes();
            if (sink.isPresent() && !writes) {
                problems.add("op", Code.NOT_AVAILABLE, OperationWords.AFTER_SINK.with(step.id(), sink.get().id()),
                        new Fix.Move(OperationWords.MOVE_BEFORE.with(steps.get(firstSink).id()), i, firstSink),
                        new Fix.Remove(OperationWords.LEAVE_STEP.with(), OptionalInt.of(i)));
            }
            edit = step.apply(edit, problems);
            firstSink = sink.isEmpty() && writes ? i : firstSink;
            sink = writes ? Optional.of(step) : sink;
        }
        problems.atNone();
        return sink.isPresent() ? edit : ended(edit, problems);
    }

    private Edit ended(Edit edit, Problems problems) {
        if (edit.first().still()) {
            return new ConvertImage().same(label(), edit);
        }
        return new Transcode().apply(edit, problems);
    }
}
