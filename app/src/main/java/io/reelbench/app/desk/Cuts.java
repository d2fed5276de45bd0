package io.reelbench.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The ranges of one clip that are kept, in the order of what is made of them. They belong to the clip and not to its recipe; a clip without
 * any leaves it to the recipe what is kept. Immutable.
 *
 * @param parts  at least one, or none at all
 * @param making what becomes of several
 */
public record Cuts(List<Part> parts, Making making) {

    /** The end of the clip, wherever it is. */
    public static final long OPEN = Long.MAX_VALUE;
    public static final Cuts NONE = new Cuts(List.of(), Making.FILM);
    /** So many colours there are. */
    public static final int COLOURS = 6;

    /** What becomes of several ranges. */
    public enum Making {
        /** They are joined. */
        FILM,
        /** Each becomes a file. */
        FILES
    }

    /**
     * One range, in microseconds from the clip's first frame.
     *
     * @param name   given by a person; may be empty
     * @param colour from 0, below {@link #COLOURS}
     * @param fromUs the first moment
     * @param toUs   the moment after the last; {@link #OPEN} for the clip's end
     */
    public record Part(String name, int colour, long fromUs, long toUs) {

        public Part {
            name = name == null ? "" : name;
            colour = Math.floorMod(colour, COLOURS);
            fromUs = Math.max(0, fromUs);
            if (toUs <= fromUs) {
                throw new IllegalArgumentException("a range that ends before it begins");
            }
        }

        /** Where it ends in a clip of a length. */
        public long endUs(long lengthUs) {
            return Math.min(toUs, lengthUs);
        }

        public Part at(long from, long to) {
            return new Part(name, colour, from, to);
        }

        public Part named(String other) {
            return new Part(other.strip(), colour, fromUs, toUs);
        }

        public Part coloured(int other) {
            return new Part(name, other, fromUs, toUs);
        }
    }

    public Cuts {
        parts = parts == null ? List.of() : List.copyOf(parts);
        making = making == null ? Making.FILM : making;
    }

    public boolean areNone() {
        return parts.isEmpty();
    }

    /** Whether each range becomes a file of its own. */
    public boolean intoFiles() {
        return making == Making.FILES && parts.size() > 1;
    }

    public Cuts with(List<Part> others) {
        return new Cuts(others, making);
    }

    public Cuts making(Making other) {
        return new Cuts(parts, other);
    }

    public Cuts change(int index, UnaryOperator<Part> change) {
        List<Part> next = new ArrayList<>(parts);
        next.set(index, change.apply(next.get(index)));
        return with(next);
    }

    public Cuts remove(int index) {
        List<Part> next = new ArrayList<>(parts);
        next.remove(index);
        return with(next);
    }

    /** With a range moved to another place in the order. */
    public Cuts move(int from, int to) {
        List<Part> next = new ArrayList<>(parts);
        next.add(to, next.remove(from));
        return with(next);
    }

    /** Where another range belongs: by its time where the others are in order of time, else last. */
    public int placeFor(long fromUs) {
        boolean sorted = IntStream.range(1, parts.size()).allMatch(i -> parts.get(i - 1).fromUs <= parts.get(i).fromUs);
        return sorted ? (int) parts.stream().filter(p -> p.fromUs <= fromUs).count() : parts.size();
    }

    /** With one more range, in a colour of its own as long as there are some. */
    public Cuts add(int index, long fromUs, long toUs) {
        List<Part> next = new ArrayList<>(parts);
        next.add(index, new Part("", freeColour(), fromUs, toUs));
        return with(next);
    }

    private int freeColour() {
        return IntStream.range(0, COLOURS).filter(c -> parts.stream().noneMatch(p -> p.colour == c)).findFirst()
                .orElse(parts.size() % COLOURS);
    }

    /** With one range made two at a moment within it. */
    public Cuts split(int index, long us) {
        Part whole = parts.get(index);
        return change(index, p -> p.at(p.fromUs, us)).add(index + 1, us, whole.toUs);
    }

    /** The ranges of these times, in colours of their own. */
    public static Cuts of(List<long[]> times) {
        Cuts cuts = NONE;
        for (long[] time : times) {
            cuts = cuts.add(cuts.parts.size(), time[0], time[1]);
        }
        return cuts;
    }

    /** How many microseconds are kept of a clip of a length; what lies in two ranges counts twice. */
    public long keptUs(long lengthUs) {
        return parts.stream().mapToLong(p -> Math.max(0, p.endUs(lengthUs) - p.fromUs)).sum();
    }
}
