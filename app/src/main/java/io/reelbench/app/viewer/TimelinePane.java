package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.room.Room;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The timeline under the viewer: drag anywhere in it to scrub. */
final class TimelinePane extends Region {

    /** Least distance of the ruler's numbers in pixels. */
    static final double NUMBERS_APART = 64;
    private static final double INSET = 12;
    private static final double FOOT = 21;
    /** A number closer than this to the playhead is not shown. */
    private static final double CLEAR = 22;

    private final Room room;
    private final Viewing viewing;
    private final Film film;
    private final TimelineCanvas canvas = new TimelineCanvas();
    private final Pane words = new Pane();
    private final Playhead playhead = new Playhead();
    private final MarkerFlags flags = new MarkerFlags();
    private final Label foot = new Label();
    private final List<Label> numbers = new ArrayList<>();
    private final ChangeListener<Object> factsChanged = (_, _, _) -> refresh();
    private final ChangeListener<Object> planChanged = (_, _, now) -> {
        // while a new plan is made the old marks stay
        if (!(now instanceof Planning.Underway)) {
            refresh();
        }
    };
    private final ChangeListener<Object> moved = (_, _, _) -> movePlayhead();

    TimelinePane(Room room, Viewing viewing) {
        this.room = room;
        this.viewing = viewing;
        this.film = new Film(room.desk().carrier(), room.desk().engine().previews(), canvas::requestLayout);
        getStyleClass().addAll("rb-panel", "rb-timeline");
        words.setMouseTransparent(true);
        foot.getStyleClass().add("rb-facts");
        foot.setMouseTransparent(true);
        getChildren().addAll(canvas, words, flags, playhead, foot);
        setMinHeight(TimelineCanvas.HEIGHT + FOOT);
        setPrefHeight(TimelineCanvas.HEIGHT + FOOT);
        setMaxHeight(TimelineCanvas.HEIGHT + FOOT);
        setAccessibleText("Timeline");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> viewing.drag(time(e)));
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> viewing.seek(time(e)));
        room.desk().current().addListener((_, was, now) -> follow(was, now));
        follow(null, room.desk().current().get());
        canvas.widthProperty().addListener((_, _, _) -> refresh());
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        viewing.drag(time(event));
    }

    private long time(MouseEvent event) {
        double share = Math.clamp((event.getX() - INSET) / Math.max(1, canvas.getWidth()), 0, 1);
        return Math.round(share * length());
    }

    private long length() {
        return viewing.clip().flatMap(Clip::media).map(m -> m.lengthUs().orElse(0)).orElse(0L);
    }

    private void follow(Clip was, Clip now) {
        if (was != null) {
            was.facts().removeListener(factsChanged);
            was.planning().removeListener(planChanged);
            was.playhead().removeListener(moved);
            was.markers().removeListener(factsChanged);
        }
        if (now != null) {
            now.facts().addListener(factsChanged);
            now.planning().addListener(planChanged);
            now.playhead().addListener(moved);
            now.markers().addListener(factsChanged);
        }
        refresh();
    }

    private void refresh() {
        Clip clip = room.desk().current().get();
        if (canvas.getWidth() > 0) {
            film.show(clip, canvas.roomForTiles());
        }
        List<Kept.Part> parts = clip == null ? List.of() : Kept.of(clip);
        canvas.show(film, length(), parts);
        label(parts);
        foot.setText(footing(clip, parts));
        requestLayout();
    }

    private void label(List<Kept.Part> parts) {
        words.getChildren().clear();
        numbers.clear();
        for (Ruler.Tick tick : Ruler.ticks(length(), canvas.getWidth(), NUMBERS_APART)) {
            double x = canvas.x(tick.us());
            if (tick.large() && x < canvas.getWidth() - 24) {
                Label number = word(Ruler.number(tick.us()), "rb-ruler-number", x + 4, 1);
                numbers.add(number);
            }
        }
        int n = 1;
        for (Kept.Part part : parts) {
            double wide = canvas.x(part.toUs()) - canvas.x(part.fromUs());
            Label name = word(n++ + "  " + Time.spoken(Math.round((part.toUs() - part.fromUs()) / 100_000.0) * 100_000),
                    "rb-range-name",
                    canvas.x(part.fromUs()) + 8, TimelineCanvas.RULER + 2);
            name.setMaxWidth(Math.max(0, wide - 14));
            name.setVisible(wide > 40);
        }
    }

    private Label word(String text, String style, double x, double y) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.relocate(Math.round(x), y);
        words.getChildren().add(label);
        return label;
    }

    private static String footing(Clip clip, List<Kept.Part> parts) {
        Media media = clip == null ? null : clip.media().orElse(null);
        if (media == null) {
            return "";
        } else if (media.still()) {
            return "A still picture has no timeline";
        } else if (parts.isEmpty()) {
            return "";
        }
        long kept = parts.stream().mapToLong(p -> p.toUs() - p.fromUs()).sum();
        return Time.spoken(Math.round(kept / 100_000.0) * 100_000) + " of "
                + Time.spoken(Math.round(media.lengthUs().orElse(0) / 100_000.0) * 100_000) + " kept";
    }

    private void movePlayhead() {
        Clip clip = room.desk().current().get();
        boolean there = clip != null && length() > 0;
        playhead.setVisible(there);
        if (!there) {
            return;
        }
        double x = Math.floor(Math.min(canvas.getWidth() - 1, canvas.x(clip.playhead().get())));
        playhead.resizeRelocate(INSET + x - Playhead.HALF, 6, Playhead.HALF * 2 + 1, TimelineCanvas.HEIGHT - 6);
        for (Label number : numbers) {
            number.setVisible(Math.abs(number.getLayoutX() + number.getWidth() / 2 - x) > CLEAR + number.getWidth() / 2 - 8);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * INSET);
        canvas.resizeRelocate(INSET, 0, width, TimelineCanvas.HEIGHT);
        words.resizeRelocate(INSET, 0, width, TimelineCanvas.HEIGHT);
        flags.resizeRelocate(INSET, 0, width, TimelineCanvas.HEIGHT);
        Clip clip = room.desk().current().get();
        flags.show(clip == null ? List.of() : clip.markers().get(), canvas::x, width, TimelineCanvas.HEIGHT);
        foot.resizeRelocate(INSET, TimelineCanvas.HEIGHT + 2, width, FOOT - 4);
        movePlayhead();
    }
}
