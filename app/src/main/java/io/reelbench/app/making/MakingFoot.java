package io.reelbench.app.making;

import io.reelbench.app.form.Words;
import io.reelbench.app.look.KeyCap;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.problem.Problem;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Always in sight: how many files will come, what that costs, and adding it to the queue. */
final class MakingFoot extends HBox {

    private final Label head = new Label();
    private final Label facts = new Label();
    private final Button queue = new Button(MakingWords.SHOW_QUEUE.say());
    private final Button add = new Button(MakingWords.ADD_TO_QUEUE.say());

    /** @param width as what stands above it */
    MakingFoot(Actions actions, String action, double width, Runnable show) {
        getStyleClass().addAll("rb-foot", "rb-making-foot");
        head.getStyleClass().addAll("rb-name", "rb-strong");
        facts.getStyleClass().add("rb-wide-help");
        for (Label label : new Label[]{head, facts}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox words = new VBox(2, head, facts);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        queue.getStyleClass().add("rb-link");
        queue.setMinWidth(Region.USE_PREF_SIZE);
        queue.setOnAction(_ -> show.run());
        add.setId("generate-add");
        add.getStyleClass().add("rb-primary");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setContentDisplay(ContentDisplay.RIGHT);
        actions.bind(add, action);
        Action bound = actions.find(action);
        KeyCap cap = new KeyCap(bound);
        bound.keyProperty().subscribe(key -> add.setGraphic(key.isPresent() ? cap : null));
        HBox line = new HBox(8, words, queue, add);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(width);
        HBox.setHgrow(line, Priority.ALWAYS);
        getChildren().add(line);
    }

    /** What would come of it. */
    void show(Account on, Checked now) {
        head.getStyleClass().remove("rb-red");
        queue.setVisible(false);
        queue.setManaged(false);
        if (now.isPossible()) {
            String cost = now.cost().map(c -> c.amount().signum() == 0 ? MakingWords.FREE.say() : c.toString())
                    .orElseGet(MakingWords.NO_PRICE::say);
            say(MakingWords.FILES.say(now.jobs().size()), now.bytes() == 0
                    ? MakingWords.FACTS_WORDS.say(on.name(), cost)
                    : MakingWords.FACTS.say(on.name(), cost, new Bytes(now.bytes()).spoken()));
        } else {
            say("", now.problems().stream().findFirst().map(Problem::text).map(Words::capital).orElse(""));
        }
    }

    /** It was done. */
    void added(int tasks) {
        say(MakingWords.ADDED.say(tasks), "");
        queue.setVisible(true);
        queue.setManaged(true);
    }

    /** It could not be done. */
    void failed(String sentence) {
        say(sentence, "");
        head.getStyleClass().add("rb-red");
    }

    private void say(String first, String second) {
        for (Label label : new Label[]{head, facts}) {
            label.setText(label == head ? first : second);
            label.setVisible(!label.getText().isEmpty());
            label.setManaged(label.isVisible());
        }
    }
}
