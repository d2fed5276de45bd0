package io.reelbench.engine.caption;

import java.util.ArrayList;
import java.util.List;

/** Collects a text whose look changes on the way. */
final class Pieces {

    private final List<Cue.Piece> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Look look;

    Pieces(Look look) {
        this.look = look;
    }

    Look look() {
        return look;
    }

    void look(Look other) {
        if (!other.equals(look)) {
            flush();
            look = other;
        }
    }

    void add(CharSequence more) {
        text.append(more);
    }

    void add(char more) {
        text.append(more);
    }

    /** The last character; 0 where there is none. */
    char last() {
        if (!text.isEmpty()) {
            return text.charAt(text.length() - 1);
        }
        return done.isEmpty() ? 0 : done.getLast().text().charAt(done.getLast().text().length() - 1);
    }

    private void flush() {
        if (!text.isEmpty()) {
            done.add(new Cue.Piece(text.toString(), look));
            text.setLength(0);
        }
    }

    List<Cue.Piece> all() {
        flush();
        return List.copyOf(done);
    }
}
