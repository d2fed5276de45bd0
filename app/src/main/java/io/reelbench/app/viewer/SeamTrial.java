package io.reelbench.app.viewer;

import io.reelbench.app.desk.Cuts;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.Slice;
import io.reelbench.engine.operation.Trim;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A short stretch around a seam, to be made just as the whole would be: the same recipe with other ranges. Pure.
 *
 * @param recipe that makes it
 * @param before what comes before the seam, of the clip
 * @param after  what comes behind it
 */
record SeamTrial(Recipe recipe, Range before, Range after) {

    private static final long AROUND_US = Time.SECOND;

    /**
     * The stretch.
     *
     * @param recipe    of the whole
     * @param cuts      the ranges of the whole
     * @param plan      of the whole
     * @param keyframes of the clip, from which a copy can begin; in order
     * @param whole     whether the ranges are taken as they are: where a shorter stretch would be made otherwise
     */
    static SeamTrial of(Seam seam, Recipe recipe, Cuts cuts, Plan plan, long[] keyframes, boolean whole) {
        long length = plan.sources().getFirst().playedUs().orElse(Cuts.OPEN);
        Cuts.Part part = cuts.parts().get(seam.range());
        long end = part.endUs(length);
        if (seam.kind() == Seam.Kind.JOIN) {
            Cuts.Part next = cuts.parts().get(seam.range() + 1);
            Range before = new Range(whole ? part.fromUs() : early(end, part.fromUs(), keyframes), end);
            Range after = new Range(next.fromUs(), whole ? next.endUs(length) : late(next, plan, length));
            return new SeamTrial(with(recipe, List.of(before, after)), before, after);
        }
        boolean head = seam.kind() == Seam.Kind.ENCODED_COPIED;
        long from = head || whole ? part.fromUs() : early(seam.beforeUs(), part.fromUs(), keyframes);
        long to = head && !whole ? late(part, plan, length) : end;
        return new SeamTrial(with(recipe, List.of(new Range(from, to))), new Range(from, seam.beforeUs()),
                new Range(seam.afterUs(), to));
    }

    /** From a keyframe on, so that nothing is encoded there that the whole would copy. */
    private static long early(long us, long leastUs, long[] keyframes) {
        long wanted = us - AROUND_US;
        return wanted <= leastUs
                ? leastUs
                : Math.max(leastUs, Arrays.stream(keyframes).filter(k -> k <= wanted).max().orElse(leastUs));
    }

    /** So long that more is copied than is encoded, else all would be encoded. */
    private static long late(Cuts.Part part, Plan plan, long lengthUs) {
        long end = part.endUs(lengthUs);
        long copied = plan.zones().stream().filter(z -> Seam.isHead(z, part, end)).mapToLong(Range::toUs).findFirst()
                .orElse(part.fromUs());
        return Math.min(end, copied + Math.max(AROUND_US, copied - part.fromUs()) + AROUND_US / 2);
    }

    private static Recipe with(Recipe recipe, List<Range> ranges) {
        List<Operation> steps = new ArrayList<>();
        Trim.Mode mode = Trim.Mode.SMART;
        int place = 0;
        for (Operation step : recipe.steps()) {
            switch (step) {
                case Trim trim -> {
                    mode = trim.mode();
                    place = steps.size();
                }
                case Slice slice -> mode = Trim.Mode.valueOf(slice.mode().name());
                default -> steps.add(step);
            }
        }
        List<Span> spans = ranges.stream()
                .<Span>map(r -> new Span.Part(new Moment.At(r.fromUs()), new Moment.At(r.toUs()))).toList();
        steps.add(place, new Trim(new Trim.Keep(spans), mode));
        return recipe.with(steps);
    }

    /** When the seam comes in what is made, in microseconds from its first moment. */
    long atUs(Media clip) {
        OptionalLong paced = with(recipe, List.of(before)).apply(clip, new Problems()).lengthUs();
        return paced.orElse(before.toUs() - before.fromUs());
    }

    /** Whether a plan of this stretch encodes the same frames around the seam as that of the whole. */
    boolean isMadeAlike(Plan own, Plan whole) {
        if (own.copiesAroundCuts() != whole.copiesAroundCuts()) {
            return false;
        }
        return inside(own.zones(), before).equals(inside(whole.zones(), before))
                && inside(own.zones(), after).equals(inside(whole.zones(), after));
    }

    /** The parts of zones in a stretch; where it ends it may be cut elsewhere than the whole, which is not at the seam. */
    private List<Range> inside(List<Range> zones, Range stretch) {
        long from = Math.max(stretch.fromUs(), stretch.equals(before) ? before.toUs() - AROUND_US : stretch.fromUs());
        long to = Math.min(stretch.toUs(), stretch.equals(after) ? after.fromUs() + AROUND_US : stretch.toUs());
        long last = stretch.equals(after) ? Math.min(to, after.toUs() - AROUND_US / 2) : to;
        return zones.stream().filter(z -> z.toUs() > from && z.fromUs() < last)
                .map(z -> new Range(Math.max(from, z.fromUs()), Math.min(last, z.toUs()))).toList();
    }
}
