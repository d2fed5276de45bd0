package io.reelbench.app.making;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands in the room while no account has models: why, and the way to one. */
final class NoAccount extends StackPane {

    private final Button go = new Button(MakingWords.TO_ACCOUNTS.say());

    NoAccount(Runnable accounts) {
        getStyleClass().add("rb-panel");
        Label none = new Label(MakingWords.NO_ACCOUNT.say());
        none.getStyleClass().add("rb-title");
        Label why = new Label(MakingWords.NO_ACCOUNT_WHY.say());
        why.getStyleClass().add("rb-hint");
        why.setWrapText(true);
        why.setMaxWidth(420);
        why.setTextAlignment(TextAlignment.CENTER);
        go.setId("generate-accounts");
        go.getStyleClass().add("rb-big");
        go.setOnAction(_ -> accounts.run());
        VBox all = new VBox(10, none, why, go);
        all.setAlignment(Pos.CENTER);
        getChildren().add(all);
    }

    void focus() {
        go.requestFocus();
    }
}
