package io.reelbench.app.viewer;

import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Section;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What can be done while cuts are checked, with its keys. */
final class CheckActions {

    private static final Section WHERE = Section.TIMELINE;

    private final CutCheck check;
    private final BooleanProperty possible = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private Runnable again = () -> {
    };

    CheckActions(CutCheck check) {
        this.check = check;
        check.state().addListener((_, _, _) -> open.set(check.isOpen()));
    }

    void register(Actions actions) {
        actions.add("check-cut", CheckWords.CHECK.with(), WHERE, "C", possible, check::check);
        actions.add("next-seam", CheckWords.NEXT.with(), WHERE, "", open, () -> check.go(1));
        actions.add("previous-seam", CheckWords.PREVIOUS.with(), WHERE, "Shift+C", open, () -> check.go(-1));
        actions.add("play-seam", CheckWords.AGAIN.with(), WHERE, "", open, () -> again.run());
        actions.add("close-check", CheckWords.CLOSE.with(), WHERE, "Esc", open, check::close);
    }

    void onAgain(Runnable played) {
        again = played;
    }

    /** @param cut whether anything is cut */
    void refresh(boolean cut) {
        possible.set(cut);
    }
}
