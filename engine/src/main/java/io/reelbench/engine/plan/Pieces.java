package io.reelbench.engine.plan;

import io.reelbench.engine.schema.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a timeline is cut into.
 *
 * @param cut      where
 * @param mode     how
 * @param pictures whether the first frame of each is written as well, in full and small
 */
public record Pieces(Cut cut, Mode mode, boolean pictures) {

    /** Where it is cut. Times are on the timeline, in microseconds. */
    public sealed interface Cut {
    }

    /**
     * Into pieces that follow each other; nothing is left out.
     *
     * @param us     where another one begins, in order
     * @param titles of the pieces, one more than times; empty when they have none
     */
    public record At(List<Long> us, List<String> titles) implements Cut {
    }

    /** Only these parts, which may overlap, in this order. */
    public record Parts(List<Range> ranges) implements Cut {
    }

    /** Into as few files as possible of which none is larger. */
    public record Under(long bytes) implements Cut {
    }

    /** How a cut is made. */
    public enum Mode implements Word {
        SMART, COPY, REENCODE;

        @Override
        public List<String> synonyms() {
            return this == REENCODE ? List.of("exact", "precise") : List.of();
        }
    }

    /** The parts of the timeline; none where only their size is known. */
    public List<Range> ranges() {
        return switch (cut) {
            case At(List<Long> us, var _) -> between(us);
            case Parts(List<Range> ranges) -> ranges;
            case Under _ -> List.of();
        };
    }

    /** What lies between some times, in order. */
    static List<Range> between(List<Long> cuts) {
        List<Range> ranges = new ArrayList<>();
        long from = 0;
        for (long cut : cuts) {
            ranges.add(new Range(from, cut));
            from = cut;
        }
        ranges.add(new Range(from, Range.OPEN));
        return List.copyOf(ranges);
    }

    /** Whether it must be cut at the very frame that was asked for. Where only the size matters, any keyframe will do. */
    boolean isExact() {
        return switch (cut) {
            case At(List<Long> us, var _) -> mode != Mode.COPY && !us.isEmpty();
            case Parts(List<Range> ranges) -> mode != Mode.COPY && !ranges.equals(List.of(new Range(0, Range.OPEN)));
            case Under _ -> mode == Mode.REENCODE;
        };
    }
}
