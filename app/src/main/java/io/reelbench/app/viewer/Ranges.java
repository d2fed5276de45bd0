package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import io.reelbench.app.desk.Desk;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The ranges of the clip that is looked at, and which of them is the one that keys set. Every change can be undone. What the recipe alone
 * keeps becomes the clip's own as soon as it is changed here. FX thread only.
 */
final class Ranges {

    /** A new range is so long where nothing bounds it, or this part of the clip if that is more. */
    private static final long USUAL_US = 5_000_000;

    private final Desk desk;
    private final ReadOnlyIntegerWrapper active = new ReadOnlyIntegerWrapper();
    private final Map<Clip, Integer> remembered = new WeakHashMap<>();

    Ranges(Desk desk) {
        this.desk = desk;
        desk.current().addListener((_, _, now) -> active.set(now == null ? 0 : remembered.getOrDefault(now, 0)));
        active.addListener((_, _, now) -> clip().ifPresent(c -> remembered.put(c, now.intValue())));
    }

    private Optional<Clip> clip() {
        return Optional.ofNullable(desk.current().get());
    }

    /** Those of the clip, or of its recipe. */
    Cuts cuts() {
        return clip().map(Kept::of).orElse(Cuts.NONE);
    }

    /** Which one keys set; it may be one more than there are for a moment while a plan is made. */
    ReadOnlyIntegerProperty active() {
        return active.getReadOnlyProperty();
    }

    /** Its place among the ranges; empty when there are none. */
    Optional<Integer> chosen() {
        int count = cuts().parts().size();
        return count == 0 ? Optional.empty() : Optional.of(Math.min(active.get(), count - 1));
    }

    private Optional<Cuts.Part> part() {
        return chosen().map(i -> cuts().parts().get(i));
    }

    void choose(int index) {
        active.set(Math.clamp(index, 0, Math.max(0, cuts().parts().size() - 1)));
    }

    /** The next or previous one; says where it begins. */
    Optional<Long> go(int by) {
        int count = cuts().parts().size();
        if (count == 0) {
            return Optional.empty();
        }
        choose(Math.floorMod(chosen().orElse(0) + by, count));
        return part().map(Cuts.Part::fromUs);
    }

    /** Moments at which something begins or ends, in order. */
    long[] ends() {
        return cuts().parts().stream().flatMap(p -> Stream.of(p.fromUs(), p.endUs(length()))).distinct().sorted()
                .mapToLong(Long::longValue).toArray();
    }

    private long length() {
        return clip().flatMap(Clip::media).map(m -> m.playedUs().orElse(0)).orElse(0L);
    }

    /** Keeps from a moment on. An out before it goes, as editors do it. */
    void in(long us) {
        Optional<Integer> at = chosen();
        change(TimelineWords.SET_IN, null, cuts -> at.isEmpty()
                ? cuts.add(0, us, Cuts.OPEN)
                : cuts.change(at.get(), p -> p.at(us, p.toUs() > us ? p.toUs() : next(cuts, us))));
    }

    /** Keeps up to a moment, without the frame that begins there. An in behind it goes. */
    void out(long us) {
        if (us <= 0) {
            return;
        }
        Optional<Integer> at = chosen();
        long to = closed(us);
        change(TimelineWords.SET_OUT, null, cuts -> at.isEmpty()
                ? cuts.add(0, 0, to)
                : cuts.change(at.get(), p -> p.at(p.fromUs() < us ? p.fromUs() : previous(cuts, us), to)));
    }

    /** The clip's end is no cut. */
    private long closed(long us) {
        return us >= length() ? Cuts.OPEN : us;
    }

    private static long next(Cuts cuts, long us) {
        return cuts.parts().stream().mapToLong(Cuts.Part::fromUs).filter(f -> f > us).min().orElse(Cuts.OPEN);
    }

    private static long previous(Cuts cuts, long us) {
        return cuts.parts().stream().mapToLong(Cuts.Part::toUs).filter(t -> t < us).max().orElse(0);
    }

    /** A range from a moment on, up to what follows. */
    void add(long us) {
        Cuts now = cuts();
        long from = now.parts().stream().filter(p -> p.fromUs() <= us && us < p.endUs(length())).mapToLong(p -> p.endUs(length()))
                .max().orElse(us);
        long most = from + Math.max(USUAL_US, length() / 10);
        long to = Math.min(most, next(now, from));
        if (from >= length()) {
            return;
        }
        int place = now.placeFor(from);
        change(TimelineWords.ADD_RANGE, null, cuts -> cuts.add(place, from, closed(to)));
        choose(place);
    }

    /** Makes two of the range that a moment lies in; without any, of the whole clip. */
    void split(long us) {
        Cuts now = cuts();
        if (now.areNone() && us > 0 && us < length()) {
            change(TimelineWords.SPLIT_RANGE, null, _ -> Cuts.of(List.of(new long[]{0, us}, new long[]{us, Cuts.OPEN})));
            choose(1);
            return;
        }
        within(us).ifPresent(i -> {
            change(TimelineWords.SPLIT_RANGE, null, cuts -> cuts.split(i, us));
            choose(i + 1);
        });
    }

    private Optional<Integer> within(long us) {
        List<Cuts.Part> parts = cuts().parts();
        List<Integer> all = new ArrayList<>(chosen().stream().toList());
        for (int i = 0; i < parts.size(); i++) {
            all.add(i);
        }
        return all.stream().filter(i -> parts.get(i).fromUs() < us && us < parts.get(i).endUs(length())).findFirst();
    }

    void rename(int index, String name) {
        change(TimelineWords.RENAME_RANGE, null, cuts -> cuts.change(index, p -> p.named(name)));
    }

    void recolour(int index) {
        change(TimelineWords.COLOUR_RANGE, null, cuts -> cuts.change(index, p -> p.coloured(p.colour() + 1)));
    }

    void delete(int index) {
        change(TimelineWords.DELETE_RANGE, null, cuts -> cuts.remove(index));
        choose(Math.min(active.get(), Math.max(0, cuts().parts().size() - 1)));
    }

    /** The recipe decides again what is kept, without what the ranges were written into. */
    void clear() {
        change(TimelineWords.CLEAR_RANGES, null, _ -> Cuts.NONE);
        choose(0);
    }

    /** Earlier or later in what is made of them. */
    void move(int by) {
        int from = chosen().orElse(0);
        int to = from + by;
        if (to >= 0 && to < cuts().parts().size()) {
            change(by < 0 ? TimelineWords.MOVE_EARLIER : TimelineWords.MOVE_LATER, null, cuts -> cuts.move(from, to));
            choose(to);
        }
    }

    void making(Cuts.Making making) {
        change(making == Cuts.Making.FILM ? TimelineWords.ONE_FILM : TimelineWords.FILE_EACH, null, cuts -> cuts.making(making));
    }

    /** Puts one end of a range elsewhere while a pointer drags it; the other end bounds it. */
    void drag(int index, boolean start, long us, long leastUs, Object gesture) {
        change(start ? TimelineWords.SET_IN : TimelineWords.SET_OUT, gesture, cuts -> cuts.change(index, p -> start
                ? p.at(Math.min(us, p.endUs(length()) - leastUs), p.toUs())
                : p.at(p.fromUs(), closed(Math.max(us, p.fromUs() + leastUs)))));
    }

    /** Puts a whole range elsewhere while a pointer drags it; its length stays. */
    void slide(int index, long fromUs, long longUs, Object gesture) {
        long from = Math.clamp(fromUs, 0, Math.max(0, length() - longUs));
        change(TimelineWords.MOVE_RANGE, gesture, cuts -> cuts.change(index, p -> p.at(from, closed(from + longUs))));
    }

    /** Other ranges altogether, each a file. */
    void replace(Text why, List<long[]> times) {
        change(why, null, _ -> Cuts.of(times).making(Cuts.Making.FILES));
        choose(0);
    }

    private void change(TimelineWords why, Object gesture, UnaryOperator<Cuts> change) {
        change(why.with(), gesture, change);
    }

    private void change(Text why, Object gesture, UnaryOperator<Cuts> change) {
        Cuts shown = cuts();
        clip().ifPresent(clip -> desk.cut(clip, why, gesture,
                own -> tidied(change.apply(own.areNone() ? shown : own))));
    }

    /** One range without a name that holds the whole clip says nothing. */
    private static Cuts tidied(Cuts cuts) {
        boolean nothing = cuts.parts().size() == 1 && cuts.parts().getFirst().fromUs() == 0
                && cuts.parts().getFirst().toUs() == Cuts.OPEN && cuts.parts().getFirst().name().isEmpty();
        return nothing ? Cuts.NONE : cuts;
    }
}
