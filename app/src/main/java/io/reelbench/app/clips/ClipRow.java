package io.reelbench.app.clips;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.Badge;
import io.reelbench.app.look.FactsLabel;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.app.look.WhyNot;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Failure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What one row of the clips shows: picture, name with badges, and facts or why there are none. */
final class ClipRow extends HBox {

    private static final int MOST_BADGES = 2;
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final RowTools tools;
    private final ThumbView thumb;
    private final MiddleLabel name = new MiddleLabel();
    private final HBox badges = new HBox();
    private final HBox deeds = new HBox();
    private final FactsLabel facts = new FactsLabel();
    private final VBox words;
    private final InvalidationListener learnt = _ -> tell();
    private Clip clip;

    ClipRow(RowTools tools) {
        this.tools = tools;
        this.thumb = new ThumbView(tools.thumbs());
        getStyleClass().add("rb-clip-row");
        name.getStyleClass().add("rb-name");
        facts.getStyleClass().add("rb-clip-facts");
        badges.getStyleClass().add("rb-badges");
        badges.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        StackPane right = new StackPane(badges, deeds);
        right.setMinWidth(USE_PREF_SIZE);
        deeds.getStyleClass().add("rb-clip-deeds");
        // they take room from the name only while they are seen
        deeds.managedProperty().bind(deeds.visibleProperty());
        HBox first = new HBox(name, right);
        first.getStyleClass().add("rb-clip-first");
        words = new VBox(first, facts);
        words.getStyleClass().add("rb-clip-words");
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(thumb, words);
    }

    /** Null: an empty row. */
    void show(Clip shown) {
        if (clip == shown) {
            return;
        }
        if (clip != null) {
            clip.facts().removeListener(learnt);
            tools.sample().share().removeListener(learnt);
        }
        clip = shown;
        if (clip == null) {
            thumb.show(null);
            return;
        }
        clip.facts().addListener(learnt);
        tools.sample().share().addListener(learnt);
        tell();
    }

    private void tell() {
        Facts known = clip.facts().get();
        List<Mark> marks = Mark.of(known);
        thumb.show(clip);
        name.say(clip.name());
        badges.getChildren().setAll(marks.stream().limit(MOST_BADGES).map(mark -> {
            Badge badge = mark.badge();
            badge.setOnMouseClicked(event -> {
                tools.about().show(clip, badge);
                event.consume();
            });
            return badge;
        }).toList());
        deeds.getChildren().setAll(known instanceof Facts.Unreadable ? deeds() : List.of());
        facts.say(second(known));
        boolean offline = isOffline(known);
        pseudoClassStateChanged(OFFLINE, offline);
        pseudoClassStateChanged(WRONG, known instanceof Facts.Unreadable && !offline);
        String said = known instanceof Facts.Unreadable(Failure failure)
                ? failure.headline().toString()
                : String.join(ClipFacts.BETWEEN, second(known));
        Tip.say(words, clip.file() + "\n" + said
                + marks.stream().filter(m -> !(known instanceof Facts.Unreadable)).map(m -> "\n" + m.word() + ": " + m.meaning())
                        .collect(Collectors.joining()));
    }

    /** What can be done with a file that cannot be read; seen while the mouse is over its row. */
    private List<Button> deeds() {
        Clip those = clip;
        return List.of(deed(Icons.RETRY, ClipWords.LOOK_AGAIN, () -> tools.room().desk().look(List.of(those))),
                deed(Icons.CLOSE, ClipWords.REMOVE, () -> tools.room().desk().remove(List.of(those))));
    }

    private static Button deed(Icons icon, ClipWords title, Runnable run) {
        Button button = new Button(null, icon.at(16));
        button.getStyleClass().addAll("rb-icon-button", "rb-row-button");
        button.setAccessibleText(title.say());
        Tip.say(button, title.say());
        button.setFocusTraversable(false);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private List<String> second(Facts known) {
        return switch (known) {
            case Facts.Reading _ -> tools.sample().making(clip.file()).map(List::of).orElse(List.of(ClipWords.READING.say()));
            case Facts.Known(Media media) -> ClipFacts.of(media);
            case Facts.Unreadable(Failure failure) -> List.of(WhyNot.of(failure));
        };
    }

    static boolean isOffline(Facts facts) {
        return facts instanceof Facts.Unreadable(Failure failure) && failure instanceof Failure.Missing;
    }

    /** All that the row shows, as one sentence for screen readers. */
    static String spoken(Clip clip) {
        Facts facts = clip.facts().get();
        String second = switch (facts) {
            case Facts.Reading _ -> ClipWords.BEING_READ.say();
            case Facts.Known(Media media) -> ClipFacts.spoken(media);
            case Facts.Unreadable(Failure failure) -> WhyNot.of(failure);
        };
        return Stream.concat(Stream.of(clip.name(), second), Mark.of(facts).stream().map(Mark::word))
                .collect(Collectors.joining(", "));
    }
}
