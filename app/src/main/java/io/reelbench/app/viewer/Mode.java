package io.reelbench.app.viewer;

import io.reelbench.engine.problem.Text;

/** What the viewer shows. */
enum Mode {
    SOURCE(ViewerWords.SOURCE, ViewerWords.SHOW_SOURCE), RESULT(ViewerWords.RESULT, ViewerWords.SHOW_RESULT),
    WIPE(ViewerWords.WIPE, ViewerWords.SHOW_WIPE), SIDE(ViewerWords.SIDE, ViewerWords.SHOW_SIDE);

    private final ViewerWords words;
    private final ViewerWords showing;

    Mode(ViewerWords words, ViewerWords showing) {
        this.words = words;
        this.showing = showing;
    }

    boolean showsSource() {
        return this != RESULT;
    }

    boolean showsResult() {
        return this != SOURCE;
    }

    /** The action that shows it. */
    String action() {
        return "view-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What that action is called. */
    Text showing() {
        return showing.with();
    }

    /** In a word. */
    String words() {
        return words.say();
    }
}
