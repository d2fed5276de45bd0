package io.reelbench.app.viewer;

import io.reelbench.app.room.Actions;
import javafx.beans.value.ObservableBooleanValue;

/** What can be done while a clip is played, with its keys. */
final class PlayActions {

    private static final String VIEWER = "Viewer";
    private static final double LOUDER = 0.1;

    private PlayActions() {}

    /** @param looking whether there is a clip with time */
    static void register(Actions actions, Player player, ObservableBooleanValue looking) {
        actions.add("play", "Play or pause", VIEWER, "Space", looking, player::toggle);
        actions.add("play-back", "Play backwards, faster each time", VIEWER, "J", looking, () -> player.faster(true));
        actions.add("pause", "Pause", VIEWER, "K", looking, player::pause);
        actions.add("play-on", "Play forwards, faster each time", VIEWER, "L", looking, () -> player.faster(false));
        actions.add("loop", "Loop or play once", VIEWER, "Shortcut+L", () -> flip(player.looping()));
        actions.add("mute", "Sound on or off", VIEWER, "Shift+M", () -> flip(player.muted()));
        actions.add("louder", "Louder", VIEWER, "Shift+Up", () -> louder(player, LOUDER));
        actions.add("quieter", "Quieter", VIEWER, "Shift+Down", () -> louder(player, -LOUDER));
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
