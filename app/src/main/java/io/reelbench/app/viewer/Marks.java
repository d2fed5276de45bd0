package io.reelbench.app.viewer;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Draft;
import io.reelbench.engine.media.Time;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In and out: the first and last moment that is kept, set from the playhead. They are the times of the recipe's trim step. */
final class Marks {

    static final String OP = "trim";
    private static final String START = "start";
    private static final String END = "end";
    /** Other ways to say which parts are kept; a mark replaces them. */
    private static final Set<String> OTHERS = Set.of("keep", "remove");

    private final Desk desk;

    Marks(Desk desk) {
        this.desk = desk;
    }

    /** Keeps from the frame on screen on. */
    void in(Clip clip) {
        set("Set in", START, clip.playhead().get());
    }

    /** Keeps up to the frame on screen, without it: {@code endUs} is when the next one starts. */
    void out(long endUs) {
        set("Set out", END, endUs);
    }

    /** Keeps the whole clip again. */
    void clear() {
        desk.edit("Clear in and out", draft -> {
            int at = lastIndexOf(draft);
            return at < 0 ? draft : draft.remove(at);
        });
    }

    private void set(String name, String option, long us) {
        desk.edit(name, draft -> {
            int at = lastIndexOf(draft);
            Draft with = at < 0 ? draft.add(0, Card.of(OP)) : draft;
            return with.change(Math.max(0, at), card -> card.switched(true).with(marked(card.given(), option, us)));
        });
    }

    private static Map<String, List<String>> marked(Map<String, List<String>> given, String option, long us) {
        Map<String, List<String>> next = new LinkedHashMap<>(given);
        next.keySet().removeAll(OTHERS);
        if (option.equals(END)) {
            next.remove("duration");
        }
        next.put(option, List.of(Time.seconds(us)));
        String other = option.equals(START) ? END : START;
        if (next.containsKey(other) && isWrong(next)) {
            next.remove(other);
        }
        return next;
    }

    /** An in behind the out takes the out away, and the other way round, as editors do it. Times in words are left to the recipe. */
    private static boolean isWrong(Map<String, List<String>> given) {
        try {
            return Double.parseDouble(given.get(START).getFirst()) >= Double.parseDouble(given.get(END).getFirst());
        } catch (NumberFormatException words) {
            return false;
        }
    }

    private static int lastIndexOf(Draft draft) {
        return draft.ops().lastIndexOf(OP);
    }
}
