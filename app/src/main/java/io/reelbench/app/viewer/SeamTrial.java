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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A short stretch around a seam, to be made just as the whole would be: the same recipe with other ranges. Pure.
 *
 * @param recipe that makes it
 * @param lead   what is made before
 * @param before what comes before the seam, of the clip
 * @param after  what comes behind it
 */
record SeamTrial(Recipe recipe, List<Range> lead, Range before, Range after) {

    private static final long AROUND_US = Time.SECOND;

    /** How much of the whole is made. */
    enum Extent {
        /** What lies around the seam. */
        SHORT,
        /** The same, and behind it so much that is copied that it is worth while to copy at all. */
        PADDED,
        /** All of it. */
        WHOLE
    }

    /**
     * The stretch.
     *
     * @param recipe    of the whole
     * @param cuts      the ranges of the whole
     * @param plan      of the whole
     * @param keyframes of the clip, from which a copy can begin; in order
     */
    static SeamTrial of(Seam seam, Recipe recipe, Cuts cuts, Plan plan, long[] keyframes, Extent extent) {
        long length = plan.sources().getFirst().playedUs().orElse(Cuts.OPEN);
        return extent == Extent.WHOLE
                ? whole(seam, recipe, cuts, length)
                : brief(seam, recipe, cuts, plan, keyframes, length, extent == Extent.PADDED);
    }

    private static SeamTrial whole(Seam seam, Recipe recipe, Cuts cuts, long length) {
        List<Range> all = cuts.parts().stream().map(p -> new Range(p.fromUs(), p.endUs(length))).toList();
        // of ranges that become a file each, the one that it lies in
        List<Range> made = cuts.intoFiles() ? List.of(all.get(seam.range())) : all;
        List<Range> lead = cuts.intoFiles() ? List.of() : all.subList(0, seam.range());
        Range own = all.get(seam.range());
        Range after = seam.kind() == Seam.Kind.JOIN ? all.get(seam.range() + 1) : new Range(seam.afterUs(), own.toUs());
        return new SeamTrial(with(recipe, made), lead, new Range(own.fromUs(), seam.beforeUs()), after);
    }

    private static SeamTrial brief(Seam seam, Recipe recipe, Cuts cuts, Plan plan, long[] keyframes, long length,
            boolean padded) {
        Cuts.Part part = cuts.parts().get(seam.range());
        long end = part.endUs(length);
        List<Range> made = new ArrayList<>();
        Range before;
        Range after;
        if (seam.kind() == Seam.Kind.JOIN) {
            Cuts.Part next = cuts.parts().get(seam.range() + 1);
            before = new Range(early(end, part.fromUs(), keyframes), end);
            after = new Range(next.fromUs(), late(next, plan, length));
            made.addAll(List.of(before, after));
        } else {
            boolean head = seam.kind() == Seam.Kind.ENCODED_COPIED;
            long from = head ? part.fromUs() : early(seam.beforeUs(), part.fromUs(), keyframes);
            long to = head ? late(part, plan, length) : end;
            before = new Range(from, seam.beforeUs());
            after = new Range(seam.afterUs(), to);
            made.add(new Range(from, to));
        }
        if (padded) {
            long least = 2 * made.stream().mapToLong(r -> r.toUs() - r.fromUs()).sum();
            copied(cuts, plan, length).ifPresent(c -> made.add(new Range(c.fromUs(), Math.min(c.toUs(), c.fromUs() + least))));
        }
        return new SeamTrial(with(recipe, made), List.of(), before, after);
    }

    /** The longest stretch that is copied behind a head that is encoded, so that it begins with a keyframe. */
    private static Optional<Range> copied(Cuts cuts, Plan plan, long length) {
        List<Range> all = new ArrayList<>();
        for (Cuts.Part part : cuts.parts()) {
            long end = part.endUs(length);
            long from = plan.zones().stream().filter(z -> Seam.isHead(z, part, end)).mapToLong(Range::toUs).findFirst()
                    .orElse(part.fromUs());
            long to = plan.zones().stream().filter(z -> Seam.isTail(z, part, end)).mapToLong(Range::fromUs).findFirst()
                    .orElse(end);
            if (to > from) {
                all.add(new Range(from, to));
            }
        }
        return all.stream().max(Comparator.comparingLong(r -> r.toUs() - r.fromUs()));
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
        List<Range> first = new ArrayList<>(lead);
        first.add(before);
        OptionalLong paced = with(recipe, first).apply(clip, new Problems()).lengthUs();
        return paced.orElse(first.stream().mapToLong(r -> r.toUs() - r.fromUs()).sum());
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
