package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.Theme;
import io.reelbench.app.look.WhyNot;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.problem.Failure;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Tells what is known of a clip, and what its badges mean, beside its row. */
final class AboutClip {

    private static final double WIDTH = 320;

    private final PopOver over = new PopOver();

    AboutClip() {
        over.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
        over.setDetachable(false);
        over.setArrowSize(8);
        over.setCornerRadius(8);
        over.getRoot().getStyleClass().add("rb-popover");
    }

    void show(Clip clip, Node beside) {
        VBox all = new VBox();
        all.getStyleClass().add("rb-about");
        all.setPrefWidth(WIDTH);
        Label name = said(clip.name(), "rb-title");
        all.getChildren().addAll(name, said(facts(clip), "rb-facts"));
        Mark.of(clip.facts().get()).forEach(mark -> {
            HBox badge = new HBox(mark.badge());
            badge.getStyleClass().add("rb-about-badge");
            all.getChildren().addAll(badge, said(mark.meaning(), "rb-about-meaning"));
        });
        if (clip.facts().get() instanceof Facts.Unreadable(Failure failure) && Mark.of(clip.facts().get()).isEmpty()) {
            all.getChildren().addAll(said(failure.headline().toString(), "rb-about-meaning"),
                    said(failure.fix().toString(), "rb-about-meaning"));
        }
        all.getChildren().add(said(String.valueOf(clip.file().getParent()), "rb-about-place"));
        over.setContentNode(all);
        Theme.wear(over.getRoot(), beside);
        over.setAnimated(!Theme.isStill(beside));
        over.show(beside);
    }

    private static String facts(Clip clip) {
        List<String> facts = new ArrayList<>();
        clip.media().ifPresent(media -> {
            facts.add(ClipFacts.spoken(media));
            facts.add(new Bytes(media.bytes()).spoken());
        });
        if (clip.facts().get() instanceof Facts.Unreadable(Failure failure)) {
            facts.add(WhyNot.of(failure));
        }
        return String.join(ClipFacts.BETWEEN, facts);
    }

    private static Label said(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    boolean isShowing() {
        return over.isShowing();
    }

    void hide() {
        over.hide();
    }
}
