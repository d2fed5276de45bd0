package io.reelbench.app.shell;

import io.reelbench.app.look.Banner;
import javafx.scene.layout.VBox;

/** What will happen soon, as a note under the title bar. */
final class Announcing implements AfterAll.Stage {

    private final VBox notes;
    private final Runnable close;
    private Banner shown;

    Announcing(VBox notes, Runnable close) {
        this.notes = notes;
        this.close = close;
    }

    @Override
    public void announce(String sentence, Runnable callOff) {
        takeBack();
        shown = new Banner(Banner.Tone.AMBER, sentence).fix(ShellWords.CALL_OFF.say(), callOff);
        shown.getStyleClass().add("rb-window-note");
        shown.setAccessibleText(sentence);
        notes.getChildren().add(shown);
    }

    @Override
    public void takeBack() {
        notes.getChildren().remove(shown);
        shown = null;
    }

    @Override
    public void close() {
        close.run();
    }
}
