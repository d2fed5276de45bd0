package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.preview.Where;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** What can be done in the viewer, with its keys. */
final class ViewerActions {

    private static final String VIEWER = "Viewer";
    private static final double ZOOM_STEP = 1.25;
    private static final double WIPE_STEP = 0.05;

    private final Room room;
    private final Viewing viewing;
    private final Screen screen;
    private final BooleanBinding looking;

    ViewerActions(Room room, Viewing viewing, Screen screen) {
        this.room = room;
        this.viewing = viewing;
        this.screen = screen;
        this.looking = Bindings.createBooleanBinding(this::runs, room.desk().current(), viewing.source());
    }

    void register(Player player) {
        Actions actions = room.actions();
        PlayActions.register(actions, player, looking);
        for (Mode mode : Mode.values()) {
            actions.add(mode.action(),
                    "Show " + mode.toString().toLowerCase(java.util.Locale.ROOT),
                    VIEWER, String.valueOf(mode.ordinal() + 1), () -> screen.mode().set(mode));
        }
        step("previous-frame", "Previous frame", "Left", Where.PreviousFrame::new);
        step("next-frame", "Next frame", "Right", Where.NextFrame::new);
        step("previous-keyframe", "Previous keyframe", "Page Up", Where.PreviousKeyframe::new);
        step("next-keyframe", "Next keyframe", "Page Down", Where.NextKeyframe::new);
        seek("second-back", "Back one second", "Shift+Left", at -> at - Time.SECOND);
        seek("second-on", "On one second", "Shift+Right", at -> at + Time.SECOND);
        seek("first-frame", "First frame", "Home", _ -> 0);
        seek("last-frame", "Last frame", "End", _ -> Long.MAX_VALUE / 2);
        Markers markers = new Markers(room.desk(), viewing);
        actions.add("marker", "Set or remove a marker", VIEWER, "M", looking, markers::toggle);
        actions.add("next-marker", "Next marker", VIEWER, "Shortcut+Right", looking, () -> markers.go(true));
        actions.add("previous-marker", "Previous marker", VIEWER, "Shortcut+Left", looking, () -> markers.go(false));
        actions.add("zoom-in", "Nearer to the picture", VIEWER, "Shortcut+Equals", () -> screen.zoom(ZOOM_STEP));
        actions.add("zoom-out", "Farther from the picture", VIEWER, "Shortcut+Minus", () -> screen.zoom(1 / ZOOM_STEP));
        actions.add("zoom-pixels", "Show single pixels, 1:1", VIEWER, "Z", screen::zoomToPixels);
        Action fit = actions.add("zoom-fit", "Show all of the picture", VIEWER, "Shift+Z", () -> screen.lens().set(Lens.FIT));
        screen.explainLevel(Actions.tip(fit), fit.title());
        actions.add("wipe-left", "Wipe to the left", VIEWER, "Open Bracket", () -> wipe(-WIPE_STEP));
        actions.add("wipe-right", "Wipe to the right", VIEWER, "Close Bracket", () -> wipe(WIPE_STEP));
    }

    /** Whether the clip has a time to move in. */
    private boolean runs() {
        return Optional.ofNullable(room.desk().current().get()).flatMap(Clip::media)
                .filter(m -> !m.still() && m.playedUs().isPresent()).isPresent();
    }

    private void step(String id, String title, String key, LongFunction<Where> where) {
        room.actions().add(id, title, VIEWER, key, looking,
                () -> viewing.clip().ifPresent(c -> viewing.step(where.apply(c.playhead().get()))));
    }

    private void seek(String id, String title, String key, java.util.function.LongUnaryOperator to) {
        room.actions().add(id, title, VIEWER, key, looking,
                () -> viewing.clip().ifPresent(c -> viewing.seek(to.applyAsLong(c.playhead().get()))));
    }

    private void wipe(double by) {
        screen.wipe().set(Math.clamp(screen.wipe().get() + by, 0, 1));
    }
}
