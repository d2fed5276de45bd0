package io.reelbench.app.clips;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Theme;
import io.reelbench.app.look.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Says under the list what was left out of the last files that came, and shows which and why. */
final class LeftOutBar extends HBox {

    private static final int MOST = 200;

    private final Intake intake;
    private final Label words = new Label();
    private final Hyperlink show = new Hyperlink(ClipWords.SHOW.say());
    private final PopOver over = new PopOver();

    LeftOutBar(Intake intake) {
        this.intake = intake;
        getStyleClass().add("rb-left-out");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        show.setMinWidth(USE_PREF_SIZE);
        Tip.say(show, ClipWords.SHOW_LEFT_OUT.say());
        show.setOnAction(_ -> list());
        Button close = new Button(null, Icons.CLOSE.at(12));
        close.getStyleClass().addAll("rb-icon-button");
        close.setAccessibleText(ClipWords.DISMISS.say());
        Tip.say(close, ClipWords.DISMISS.say());
        close.setOnAction(_ -> intake.dismiss());
        getChildren().addAll(words, show, close);
        over.setArrowLocation(PopOver.ArrowLocation.LEFT_BOTTOM);
        over.setDetachable(false);
        over.setArrowSize(8);
        over.setCornerRadius(8);
        over.getRoot().getStyleClass().add("rb-popover");
        intake.leftOut().subscribe(this::tell);
    }

    private void tell(LeftOut now) {
        boolean something = !now.headline().isEmpty();
        setVisible(something);
        setManaged(something);
        words.setText(now.headline());
        show.setVisible(!now.lines().isEmpty());
        show.setManaged(!now.lines().isEmpty());
        over.hide();
    }

    private void list() {
        VBox all = new VBox();
        all.getStyleClass().add("rb-left-out-list");
        LeftOut now = intake.leftOut().get();
        now.lines().stream().limit(MOST).forEach(line -> {
            Label name = new Label(line.name());
            name.getStyleClass().add("rb-name");
            Label why = new Label(line.reason());
            why.getStyleClass().add("rb-facts");
            Label where = new Label(line.where());
            where.getStyleClass().addAll("rb-facts", "rb-hint");
            all.getChildren().add(new VBox(name, why, where));
        });
        if (now.lines().size() > MOST) {
            Label more = new Label(ClipWords.MORE.say(now.lines().size() - MOST));
            more.getStyleClass().add("rb-hint");
            all.getChildren().add(more);
        }
        ScrollPane scroll = new ScrollPane(all);
        scroll.getStyleClass().add("rb-left-out-scroll");
        scroll.setFitToWidth(true);
        scroll.setPrefSize(360, Math.min(320, 24 + 56.0 * all.getChildren().size()));
        over.setContentNode(scroll);
        Theme.wear(over.getRoot(), show);
        over.setAnimated(!Theme.isStill(show));
        over.show(show);
    }
}
