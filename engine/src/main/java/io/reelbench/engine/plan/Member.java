package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Optional;

/**
 * One clip of a joined whole.
 *
 * @param place   its place among the clips, from 0
 * @param piece   the file of the task's own in which it is found; empty for one of the clips
 * @param edit    what the steps above the join made of it
 * @param conform what makes its picture like that of the others; empty without a picture and where it is like them already
 * @param unlike  how its picture differs from the one that rules, so that it cannot be copied beside it; empty when it can
 * @param muted   how its sounds differ from those that rule, so that they cannot be copied beside them; empty when they can
 * @param fromUs  where it begins in the whole, in microseconds
 * @param lengthUs how long it is there
 * @param leadUs  how much of its sound comes before its picture and is left out, in its own time here
 * @param frames  how many frames it has there; 0 without a picture
 */
public record Member(int place, Optional<String> piece, Edit edit, List<Filter> conform, List<Text> unlike, List<Text> muted,
        long fromUs, long lengthUs,
        long leadUs, long frames) {

    public Media clip() {
        return edit.first();
    }

    Ref file() {
        return piece.isPresent() ? new Ref.Scratch(piece.get()) : new Ref.Source(place);
    }

    long toUs() {
        return fromUs + lengthUs;
    }
}
