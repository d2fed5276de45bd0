package io.reelbench.app.desk;

import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.operation.Speed;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The step of a draft that says which parts are kept. Where a clip has ranges of its own they are written into it, and what a person types
 * into it are the clip's ranges from then on: the timeline and the recipe are two views of one thing. Pure.
 */
public final class CutCard {

    public static final String TRIM = "trim";
    public static final String SLICE = "slice";
    private static final String SPEED = "speed";
    private static final String MODE = "mode";
    private static final String START = "start";
    private static final String END = "end";
    private static final String DURATION = "duration";
    private static final String KEEP = "keep";
    private static final String RANGES = "ranges";
    /** Of a trim, which parts are kept. */
    private static final Set<String> TRIMMED = Set.of(START, END, DURATION, KEEP, "remove");
    /** Of a slice, everything but these. */
    private static final Set<String> HOW = Set.of(MODE, "thumbnails", "min-length");

    private CutCard() {}

    /** The operation that ranges become: one, or several joined, are trimmed; several with a file each are sliced. */
    static String op(Cuts cuts) {
        return cuts.intoFiles() ? SLICE : TRIM;
    }

    /** Where that step stands; empty when there is none. */
    static OptionalInt index(List<Card> cards, Cuts cuts) {
        return first(cards, op(cuts));
    }

    private static OptionalInt first(List<Card> cards, String op) {
        return IntStream.range(0, cards.size()).filter(i -> cards.get(i).op().equals(op)).findFirst();
    }

    /**
     * Cards with other ranges.
     *
     * @param before what was written into them so far
     * @param writes whether an operation writes files, which comes after all others
     */
    static List<Card> cut(List<Card> cards, Cuts before, Cuts now, Predicate<String> writes) {
        List<Card> next = new ArrayList<>(cards);
        Optional<Card> old = before.areNone() ? Optional.empty() : taken(next, op(before), now);
        if (now.areNone()) {
            return List.copyOf(next);
        }
        if (now.intoFiles()) {
            // the ranges were what it kept, or it is of the recipe, which the clip's own ranges override
            old = old.or(() -> taken(next, TRIM, now));
        }
        if (first(next, op(now)).isEmpty()) {
            Map<String, List<String>> how = old.map(c -> c.given().get(MODE)).map(m -> Map.of(MODE, m)).orElse(Map.of());
            int sinks = IntStream.range(0, next.size()).filter(i -> writes.test(next.get(i).op())).findFirst()
                    .orElse(next.size());
            next.add(now.intoFiles() ? sinks : 0, new Card(op(now), true, how));
        }
        int at = first(next, op(now)).orElseThrow();
        next.set(at, next.get(at).switched(true));
        return written(next, now);
    }

    /** Takes a step out, unless the other ranges go into the same. */
    private static Optional<Card> taken(List<Card> cards, String op, Cuts now) {
        OptionalInt at = first(cards, op);
        boolean goes = at.isPresent() && (now.areNone() || !op.equals(op(now)));
        return goes ? Optional.of(cards.remove(at.getAsInt())) : Optional.empty();
    }

    /** Cards whose step says what the ranges say. Ranges are in the clip's own time, so a trim stands above what changes the speed. */
    static List<Card> written(List<Card> cards, Cuts cuts) {
        OptionalInt found = index(cards, cuts);
        if (cuts.areNone() || found.isEmpty()) {
            return cards;
        }
        List<Card> next = new ArrayList<>(cards);
        int at = found.getAsInt();
        OptionalInt speed = first(next, SPEED);
        if (op(cuts).equals(TRIM) && speed.isPresent() && speed.getAsInt() < at) {
            next.add(speed.getAsInt(), next.remove(at));
            at = speed.getAsInt();
        }
        Card card = next.get(at);
        Map<String, List<String>> given = new LinkedHashMap<>(card.given());
        given.keySet().removeIf(option -> places(card.op(), option));
        given.putAll(given(cuts, pace(next.subList(0, at))));
        next.set(at, card.with(given));
        return List.copyOf(next);
    }

    private static boolean places(String op, String option) {
        return op.equals(TRIM) ? TRIMMED.contains(option) : !HOW.contains(option);
    }

    /** How much faster time runs below these steps; 1 where that depends on the clip, which the slice itself refuses. */
    private static double pace(List<Card> above) {
        double pace = 1;
        for (Card card : above) {
            if (card.on() && card.op().equals(SPEED)) {
                pace *= Schema.of(Speed.class).read(card.given()).value().flatMap(Speed::goal)
                        .map(goal -> goal instanceof Speed.Factor(double factor) ? factor : 1.0).orElse(1.0);
            }
        }
        return pace;
    }

    private static Map<String, List<String>> given(Cuts cuts, double pace) {
        if (cuts.parts().size() > 1) {
            return Map.of(cuts.intoFiles() ? RANGES : KEEP, cuts.parts().stream().map(p -> span(p, pace)).toList());
        }
        Cuts.Part only = cuts.parts().getFirst();
        Map<String, List<String>> given = new LinkedHashMap<>();
        if (only.fromUs() > 0) {
            given.put(START, List.of(seconds(only.fromUs(), pace)));
        }
        if (only.toUs() != Cuts.OPEN) {
            given.put(END, List.of(seconds(only.toUs(), pace)));
        }
        return given;
    }

    private static String span(Cuts.Part part, double pace) {
        return seconds(part.fromUs(), pace) + ".." + (part.toUs() == Cuts.OPEN ? END : seconds(part.toUs(), pace));
    }

    private static String seconds(long us, double pace) {
        return Time.seconds(pace == 1 ? us : Math.round(us / pace));
    }

    /**
     * The ranges after a person changed steps by hand: those that the step says now, the same where it says the same, none when it is gone or
     * says it in words that mean another time in each clip.
     *
     * @param before the steps so far, into which the ranges are written
     */
    static Cuts read(List<Card> before, List<Card> cards, Cuts cuts) {
        OptionalInt at = index(cards, cuts);
        if (cuts.areNone() || at.isEmpty()) {
            return Cuts.NONE;
        }
        Card card = cards.get(at.getAsInt());
        if (wheres(card).equals(wheres(before.get(index(before, cuts).orElseThrow())))) {
            return cuts;
        }
        double pace = pace(cards.subList(0, at.getAsInt()));
        Optional<List<long[]>> times = times(card);
        if (times.isEmpty()) {
            return Cuts.NONE;
        }
        Cuts next = Cuts.of(times.get().stream().map(t -> paced(t, pace)).toList()).making(cuts.making());
        for (int i = 0; i < Math.min(next.parts().size(), cuts.parts().size()); i++) {
            Cuts.Part was = cuts.parts().get(i);
            next = next.change(i, p -> new Cuts.Part(was.name(), was.colour(), p.fromUs(), p.toUs()));
        }
        return next;
    }

    private static long[] paced(long[] time, double pace) {
        return new long[]{Math.round(time[0] * pace), time[1] == Cuts.OPEN ? Cuts.OPEN : Math.round(time[1] * pace)};
    }

    private static Map<String, List<String>> wheres(Card card) {
        Map<String, List<String>> wheres = new LinkedHashMap<>(card.given());
        wheres.keySet().removeIf(option -> !places(card.op(), option));
        return wheres;
    }

    private static Optional<List<long[]>> times(Card card) {
        Map<String, List<String>> given = wheres(card);
        String list = card.op().equals(TRIM) ? KEEP : RANGES;
        try {
            if (given.keySet().equals(Set.of(list))) {
                List<long[]> times = new ArrayList<>();
                for (String text : given.get(list)) {
                    if (!(Span.parse(text) instanceof Span.Part(Moment from, Moment to))) {
                        return Optional.empty();
                    }
                    time(from, to).ifPresent(times::add);
                }
                return times.isEmpty() || times.size() < given.get(list).size() ? Optional.empty() : Optional.of(times);
            } else if (card.op().equals(TRIM) && !given.isEmpty() && Set.of(START, END, DURATION).containsAll(given.keySet())) {
                return one(given).map(List::of);
            }
        } catch (BadValue unfinished) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<long[]> one(Map<String, List<String>> given) throws BadValue {
        Moment from = given.containsKey(START) ? Moment.parse(given.get(START).getFirst()) : Moment.START;
        if (!given.containsKey(DURATION)) {
            return time(from, given.containsKey(END) ? Moment.parse(given.get(END).getFirst()) : Moment.END);
        }
        return from instanceof Moment.At(long us) && Length.parse(given.get(DURATION).getFirst()) instanceof Length.Micros(long l)
                && l > 0 ? Optional.of(new long[]{us, us + l}) : Optional.empty();
    }

    private static Optional<long[]> time(Moment from, Moment to) {
        if (!(from instanceof Moment.At(long start))) {
            return Optional.empty();
        } else if (to.equals(Moment.END)) {
            return Optional.of(new long[]{start, Cuts.OPEN});
        }
        return to instanceof Moment.At(long end) && end > start ? Optional.of(new long[]{start, end}) : Optional.empty();
    }
}
