package io.reelbench.app.desk;

import io.reelbench.engine.problem.Message;

/** What was done to clips, as it stands beside "Undo". */
enum DeskWords implements Message {
    ADD("Add {0,plural,one{# clip}other{# clips}}"), REMOVE("Remove {0,plural,one{# clip}other{# clips}}"),
    MOVE("Move {0,plural,one{# clip}other{# clips}}");

    private final String english;

    DeskWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
