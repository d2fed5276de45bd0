package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import io.reelbench.engine.plan.Range;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The timeline under the viewer: drag in it to scrub, drag the ends of ranges to cut. */
final class TimelinePane extends Region {

    /** Least distance of the ruler's numbers in pixels. */
    static final double NUMBERS_APART = 64;
    private static final double INSET = 12;
    private static final double FOOT = 21;
    /** A number closer than this to the playhead is not shown. */
    private static final double CLEAR = 22;
    private static final double KEY_ZOOM = 1.5;
    private static final double TALL = 900;
    private static final double MORE = 30;

    private final Room room;
    private final Viewing viewing;
    private final Film film;
    private final Ranges ranges;
    private final Zones zones;
    private final RangeActions actions;
    private final Finding finding;
    private final MarkActions markActions;
    private final CutCheck check;
    private final CheckActions checkActions;
    private final MarkBar marks;
    private final TimelineCanvas canvas = new TimelineCanvas();
    private final Pane words = new Pane();
    private final Playhead playhead = new Playhead();
    private final RangeTags tags;
    private final TimelineFoot foot;
    private final MarkerFlags flags = new MarkerFlags();
    private final List<Label> numbers = new ArrayList<>();
    private final ChangeListener<Object> factsChanged = (_, _, _) -> fit();
    private final ChangeListener<Object> draftChanged = (_, _, _) -> refresh();
    private final ChangeListener<Object> planChanged = (_, _, now) -> {
        // while a new plan is made the old marks stay
        if (!(now instanceof Planning.Underway)) {
            refresh();
        }
    };
    private final ChangeListener<Object> moved = (_, _, _) -> movePlayhead();
    private Zoomed shown = Zoomed.NOTHING;

    TimelinePane(Room room, Viewing viewing) {
        this.room = room;
        this.viewing = viewing;
        this.film = new Film(room.desk().carrier(), room.desk().engine().previews(), this::draw);
        this.ranges = new Ranges(room.desk());
        this.zones = new Zones(room.desk().judge());
        this.tags = new RangeTags(this::choose, ranges::delete, ranges::rename);
        this.actions = new RangeActions(room, viewing, ranges);
        actions.register(tags::rename);
        registerZoom();
        this.finding = new Finding(room.desk(), this::draw);
        this.markActions = new MarkActions(room.desk(), finding, ranges);
        markActions.register(room.actions());
        this.marks = new MarkBar(room.actions(), finding);
        this.check = new CutCheck(room.desk(), ranges::cuts, film::keyframes);
        this.checkActions = new CheckActions(check);
        checkActions.register(room.actions());
        this.foot = new TimelineFoot(room.actions());
        foot.right(marks);
        getStyleClass().addAll("rb-panel", "rb-timeline");
        words.setMouseTransparent(true);
        getChildren().addAll(canvas, words, flags, tags, playhead, foot);
        sceneProperty().flatMap(Scene::heightProperty).orElse(0).subscribe(high -> stand(high.doubleValue()));
        setFocusTraversable(true);
        new TimelineMouse(canvas, viewing, ranges, canvas::scenery, this::zoom, tags::rename);
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        ranges.active().addListener((_, _, _) -> refresh());
        room.desk().current().addListener((_, was, now) -> follow(was, now));
        follow(null, room.desk().current().get());
        canvas.widthProperty().addListener((_, _, wide) -> {
            shown = shown.lengthUs() > 0 && !shown.isWhole() ? shown.wide(wide.doubleValue()) : whole();
            refresh();
        });
    }

    /** A tall window gives film and sound more room. */
    private void stand(double sceneHeight) {
        double high = TimelineCanvas.HEIGHT + FOOT + (sceneHeight >= TALL ? MORE : 0);
        setMinHeight(high);
        setPrefHeight(high);
        setMaxHeight(high);
    }

    private void registerZoom() {
        room.actions().add("fit-timeline", TimelineWords.FIT.with(), Section.TIMELINE, "Back Slash", () -> zoom(whole()));
        room.actions().add("zoom-timeline-in", TimelineWords.ZOOM_IN.with(), Section.TIMELINE, "Equals",
                () -> zoomAtPlayhead(KEY_ZOOM));
        room.actions().add("zoom-timeline-out", TimelineWords.ZOOM_OUT.with(), Section.TIMELINE, "Minus",
                () -> zoomAtPlayhead(1 / KEY_ZOOM));
    }

    private void zoomAtPlayhead(double by) {
        viewing.clip().ifPresent(clip -> {
            Zoomed there = shown.showing(clip.playhead().get());
            zoom(there.zoomed(by, there.x(clip.playhead().get()), frameUs(clip)));
        });
    }

    private static long frameUs(Clip clip) {
        return clip.media().map(m -> Snap.of(m, new long[0]).frameUs()).orElse(1L);
    }

    private void choose(int index) {
        ranges.choose(index);
        viewing.seek(ranges.cuts().parts().get(index).fromUs());
    }

    private void menu(ContextMenuEvent event) {
        RangeMenu.of(room.actions(), ranges.cuts().areNone()).show(canvas, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /** What lies over the picture while cuts are checked. */
    CheckPane checkPane() {
        CheckPane pane = new CheckPane(check, room);
        checkActions.onAgain(pane::play);
        return pane;
    }

    CutCheck check() {
        return check;
    }

    Finding finding() {
        return finding;
    }

    Ranges ranges() {
        return ranges;
    }

    /** What is drawn. */
    TimelineCanvas canvas() {
        return canvas;
    }

    private Zoomed whole() {
        return Zoomed.fitted(length(), canvas.getWidth());
    }

    private void zoom(Zoomed next) {
        if (next.lengthUs() > 0) {
            shown = next;
            refresh();
        }
    }

    private long length() {
        return viewing.clip().flatMap(Clip::media).map(m -> m.playedUs().orElse(0)).orElse(0L);
    }

    private void follow(Clip was, Clip now) {
        if (was != null) {
            was.facts().removeListener(factsChanged);
            was.draft().removeListener(draftChanged);
            was.planning().removeListener(planChanged);
            was.playhead().removeListener(moved);
            was.markers().removeListener(draftChanged);
        }
        if (now != null) {
            now.facts().addListener(factsChanged);
            now.draft().addListener(draftChanged);
            now.planning().addListener(planChanged);
            now.playhead().addListener(moved);
            now.markers().addListener(draftChanged);
        }
        fit();
    }

    private void fit() {
        shown = whole();
        refresh();
    }

    private void refresh() {
        Clip clip = room.desk().current().get();
        if (canvas.getWidth() > 0) {
            double pixels = canvas.getWidth() * shown.factor();
            film.show(clip, FilmLayer.room(pixels, canvas.tileHeight()), pixels);
        }
        draw();
        label();
        actions.refresh();
        requestLayout();
    }

    private void draw() {
        Clip clip = room.desk().current().get();
        Cuts cuts = clip == null ? Cuts.NONE : ranges.cuts();
        List<Range> encoded = clip == null ? List.of() : zones.of(clip);
        canvas.show(new TimelineCanvas.Scenery(clip == null ? null : film, shown,
                new RangeLayer.Ranges(cuts.parts(), ranges.chosen().orElse(0)), encoded, finding.shown(clip)));
        foot.show(clip, cuts, encoded);
        marks.show(clip);
        markActions.refresh();
        checkActions.refresh(!cuts.areNone());
    }

    private void label() {
        words.getChildren().clear();
        numbers.clear();
        for (Ruler.Tick tick : Ruler.ticks(shown, NUMBERS_APART)) {
            double x = shown.x(tick.us());
            if (tick.large() && x > -1 && x < canvas.getWidth() - 24) {
                numbers.add(number(Ruler.number(tick.us()), x + 4));
            }
        }
        tags.show(ranges.cuts().parts(), ranges.chosen().orElse(0), shown);
    }

    private Label number(String text, double x) {
        Label label = new Label(text);
        label.getStyleClass().add("rb-ruler-number");
        label.relocate(Math.round(x), 1);
        words.getChildren().add(label);
        return label;
    }

    private List<Long> markers() {
        return viewing.clip().map(clip -> clip.markers().get()).orElse(List.of());
    }

    private void movePlayhead() {
        Clip clip = room.desk().current().get();
        double x = clip == null ? -1 : Math.floor(Math.min(canvas.getWidth() - 1, shown.x(clip.playhead().get())));
        boolean there = clip != null && length() > 0;
        playhead.setVisible(there && x >= 0 && x < canvas.getWidth());
        setAccessibleText(there
                ? TimelineWords.TIMELINE_OF.say(ranges.cuts().parts().size(), RangeTags.told(clip.playhead().get()))
                : TimelineWords.TIMELINE.say());
        if (!there) {
            return;
        }
        playhead.resizeRelocate(INSET + x - Playhead.HALF, 6, Playhead.HALF * 2 + 1, canvas.getHeight() - 6);
        for (Label number : numbers) {
            number.setVisible(
                    Math.abs(number.getLayoutX() + number.getWidth() / 2 - x) > CLEAR + number.getWidth() / 2 - 8);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * INSET);
        double height = Math.max(TimelineCanvas.HEIGHT, getHeight() - FOOT);
        canvas.resizeRelocate(INSET, 0, width, height);
        words.resizeRelocate(INSET, 0, width, height);
        flags.resizeRelocate(INSET, 0, width, height);
        flags.show(markers(), shown, height);
        tags.resizeRelocate(INSET, 0, width, height);
        foot.resizeRelocate(INSET, height, width, FOOT);
        movePlayhead();
    }
}
