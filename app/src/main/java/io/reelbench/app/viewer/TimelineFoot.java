package io.reelbench.app.viewer;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.room.Actions;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line under a timeline: what the cuts cost, and what becomes of several ranges. */
final class TimelineFoot extends HBox {

    private final Region swatch = new Region();
    private final Label words = new Label();
    private final Region gap = new Region();
    private final ToggleButton film;
    private final ToggleButton files;

    TimelineFoot(Actions actions) {
        super(6);
        getStyleClass().add("rb-timeline-foot");
        setAlignment(Pos.CENTER_LEFT);
        swatch.getStyleClass().add("rb-zone-swatch");
        swatch.setMinSize(8, 8);
        swatch.setMaxSize(8, 8);
        words.getStyleClass().add("rb-facts");
        words.setId("timeline-words");
        words.setMinWidth(0);
        Tip.say(words, TimelineWords.ENCODED_TIP.say());
        HBox.setHgrow(gap, Priority.ALWAYS);
        film = choice(actions, "one-film", TimelineWords.ONE_FILM, TimelineWords.FILM_TIP);
        files = choice(actions, "file-each", TimelineWords.FILE_EACH, TimelineWords.FILES_TIP);
        getChildren().addAll(swatch, words, gap, film, files);
    }

    private static ToggleButton choice(Actions actions, String id, TimelineWords title, TimelineWords tip) {
        ToggleButton button = new ToggleButton(title.say());
        button.getStyleClass().add("rb-foot-choice");
        button.setId(id);
        actions.bind(button, id);
        Tip.say(button, tip.say());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Puts controls at the right end. */
    void right(Region controls) {
        getChildren().add(getChildren().indexOf(film), controls);
    }

    void show(Clip clip, Cuts cuts, List<Range> zones) {
        boolean several = cuts.parts().size() > 1;
        for (ToggleButton button : List.of(film, files)) {
            button.setVisible(several);
            button.setManaged(several);
        }
        film.setSelected(cuts.making() == Cuts.Making.FILM);
        files.setSelected(cuts.making() == Cuts.Making.FILES);
        boolean encodes = !zones.isEmpty();
        swatch.setVisible(encodes);
        swatch.setManaged(encodes);
        words.setText(clip == null ? "" : clip.media().map(m -> told(clip, m, cuts, zones)).orElse(""));
    }

    private static String told(Clip clip, Media media, Cuts cuts, List<Range> zones) {
        long length = media.playedUs().orElse(0);
        if (media.still()) {
            return TimelineWords.STILL.say();
        } else if (cuts.areNone()) {
            return "";
        }
        long kept = cuts.keptUs(length);
        long encoded = zones.stream().mapToLong(z -> Math.min(z.toUs(), length) - z.fromUs()).sum();
        if (encoded > 0) {
            return TimelineWords.ENCODED_COPIED.say(seconds(encoded), seconds(Math.max(0, kept - encoded)));
        }
        boolean copied = clip.planning().get() instanceof Planning.Ready ready && ready.plan().copiesAroundCuts();
        return (copied ? TimelineWords.KEPT_COPIED : TimelineWords.KEPT).say(RangeTags.told(kept), RangeTags.told(length));
    }

    /** A frame is never no time at all: hundredths where tenths would say 0. */
    private static String seconds(long us) {
        return BigDecimal.valueOf(us, 6).setScale(us < 1_000_000 ? 2 : 1, RoundingMode.HALF_UP).toPlainString();
    }
}
