package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Comparing;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.preview.Where;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** What can be done in the viewer, with its keys. */
final class ViewerActions {

    private static final Section VIEWER = Section.VIEWER;
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
            actions.add(mode.action(), mode.showing(), VIEWER, String.valueOf(mode.ordinal() + 1), () -> screen.mode().set(mode));
        }
        step("previous-frame", ViewerWords.PREVIOUS_FRAME, "Left", Where.PreviousFrame::new);
        step("next-frame", ViewerWords.NEXT_FRAME, "Right", Where.NextFrame::new);
        step("previous-keyframe", ViewerWords.PREVIOUS_KEYFRAME, "Page Up", Where.PreviousKeyframe::new);
        step("next-keyframe", ViewerWords.NEXT_KEYFRAME, "Page Down", Where.NextKeyframe::new);
        seek("second-back", ViewerWords.SECOND_BACK, "Shift+Left", at -> at - Time.SECOND);
        seek("second-on", ViewerWords.SECOND_ON, "Shift+Right", at -> at + Time.SECOND);
        seek("first-frame", ViewerWords.FIRST_FRAME, "Home", _ -> 0);
        seek("last-frame", ViewerWords.LAST_FRAME, "End", _ -> Long.MAX_VALUE / 2);
        leaving();
        Markers markers = new Markers(room.desk(), viewing);
        actions.add("marker", ViewerWords.MARKER.with(), VIEWER, "M", looking, markers::toggle);
        actions.add("next-marker", ViewerWords.NEXT_MARKER.with(), VIEWER, "Shortcut+Right", looking, () -> markers.go(true));
        actions.add("previous-marker", ViewerWords.PREVIOUS_MARKER.with(), VIEWER, "Shortcut+Left", looking,
                () -> markers.go(false));
        actions.add("zoom-in", ViewerWords.ZOOM_PICTURE_IN.with(), VIEWER, "Shortcut+Equals", () -> screen.zoom(ZOOM_STEP));
        actions.add("zoom-out", ViewerWords.ZOOM_PICTURE_OUT.with(), VIEWER, "Shortcut+Minus", () -> screen.zoom(1 / ZOOM_STEP));
        actions.add("zoom-pixels", ViewerWords.ZOOM_PIXELS.with(), VIEWER, "Z", screen::zoomToPixels);
        Action fit = actions.add("zoom-fit", ViewerWords.ZOOM_FIT.with(), VIEWER, "Shift+Z", () -> screen.lens().set(Lens.FIT));
        screen.explainLevel(fit);
        actions.add("wipe-left", ViewerWords.WIPE_LEFT.with(), VIEWER, "Open Bracket", () -> wipe(-WIPE_STEP));
        actions.add("wipe-right", ViewerWords.WIPE_RIGHT.with(), VIEWER, "Close Bracket", () -> wipe(WIPE_STEP));
    }

    private void leaving() {
        Comparing comparing = room.desk().comparing();
        room.actions().add("leave-compare", ViewerWords.LEAVE_FINISHED.with(), VIEWER, "Backspace",
                Bindings.createBooleanBinding(() -> comparing.now().get().isPresent(), comparing.now()), comparing::stop);
    }

    /** Whether the clip has a time to move in. */
    private boolean runs() {
        return Optional.ofNullable(room.desk().current().get()).flatMap(Clip::media)
                .filter(m -> !m.still() && m.playedUs().isPresent()).isPresent();
    }

    private void step(String id, ViewerWords title, String key, LongFunction<Where> where) {
        room.actions().add(id, title.with(), VIEWER, key, looking,
                () -> viewing.clip().ifPresent(c -> viewing.step(where.apply(c.playhead().get()))));
    }

    private void seek(String id, ViewerWords title, String key, java.util.function.LongUnaryOperator to) {
        room.actions().add(id, title.with(), VIEWER, key, looking,
                () -> viewing.clip().ifPresent(c -> viewing.seek(to.applyAsLong(c.playhead().get()))));
    }

    private void wipe(double by) {
        screen.wipe().set(Math.clamp(screen.wipe().get() + by, 0, 1));
    }
}
