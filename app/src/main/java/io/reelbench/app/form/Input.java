package io.reelbench.app.form;

import javafx.scene.Node;

/** The control of one option. */
interface Input {

    Node node();

    /** Shows what is given; must not change anything. */
    void show(Shown now);

    /** The part whose edge tells that something is wrong. */
    default Node edge() {
        return node();
    }
}
