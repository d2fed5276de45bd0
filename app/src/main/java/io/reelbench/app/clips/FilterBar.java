package io.reelbench.app.clips;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says under the header that not all clips are shown, which are, and brings the others back. */
final class FilterBar extends HBox {

    private final Label words = new Label();

    FilterBar(Runnable showAll) {
        getStyleClass().add("rb-filter-bar");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Hyperlink all = new Hyperlink(ClipWords.ALL.say());
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(_ -> showAll.run());
        getChildren().addAll(words, all);
        show(ClipFilter.ALL, 0, 0);
    }

    void show(ClipFilter filter, int shown, int all) {
        setVisible(filter.narrows());
        setManaged(filter.narrows());
        words.setText(ClipWords.SHOWN.say(shown, all, filter.spoken()));
    }
}
