package io.reelbench.app.viewer;

import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Section;
import javafx.beans.value.ObservableBooleanValue;

/** What can be done while a clip is played, with its keys. */
final class PlayActions {

    private static final Section VIEWER = Section.VIEWER;
    private static final double LOUDER = 0.1;

    private PlayActions() {}

    /** @param looking whether there is a clip with time */
    static void register(Actions actions, Player player, ObservableBooleanValue looking) {
        actions.add("play", ViewerWords.PLAY_OR_PAUSE.with(), VIEWER, "Space", looking, player::toggle);
        actions.add("play-back", ViewerWords.PLAY_BACK.with(), VIEWER, "J", looking, () -> player.faster(true));
        actions.add("pause", ViewerWords.PAUSE.with(), VIEWER, "K", looking, player::pause);
        actions.add("play-on", ViewerWords.PLAY_ON.with(), VIEWER, "L", looking, () -> player.faster(false));
        actions.add("loop", ViewerWords.LOOP.with(), VIEWER, "Shortcut+L", () -> flip(player.looping()));
        actions.add("mute", ViewerWords.MUTE.with(), VIEWER, "Shift+M", () -> flip(player.muted()));
        actions.add("louder", ViewerWords.LOUDER.with(), VIEWER, "Shift+Up", () -> louder(player, LOUDER));
        actions.add("quieter", ViewerWords.QUIETER.with(), VIEWER, "Shift+Down", () -> louder(player, -LOUDER));
    }

    private static void flip(javafx.beans.property.BooleanProperty property) {
        property.set(!property.get());
    }

    private static void louder(Player player, double by) {
        player.volume().set(Math.clamp(Math.round((player.volume().get() + by) * 20) / 20.0, 0, 1));
        if (by > 0) {
            player.muted().set(false);
        }
    }
}
