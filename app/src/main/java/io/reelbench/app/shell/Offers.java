package io.reelbench.app.shell;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the command box can offer now: actions, operations, clips. */
final class Offers {

    /** Where actions belong that add an operation; their ids end in {@code :} and the operation's id. */
    private static final String STEPS = "Add to recipe";
    private static final Map<String, Icons> ICONS = Map.of("Clips", Icons.CLIP, "Viewer", Icons.PLAY, "Timeline", Icons.CUT,
            "Recipe",
            Icons.LIST, STEPS, Icons.ADD, "Queue", Icons.SORT, "Window", Icons.PANEL, "Edit", Icons.UNDO, "Preset", Icons.SAVE);

    private final Room room;

    Offers(Room room) {
        this.room = room;
    }

    List<Entry> everything() {
        List<Entry> all = new ArrayList<>();
        room.actions().all().stream().filter(a -> !a.id().equals("command-box")).map(this::action).forEach(all::add);
        room.desk().clips().stream().map(this::clip).forEach(all::add);
        return all;
    }

    /** Operations only. */
    List<Entry> steps() {
        return room.actions().all().stream().filter(a -> a.where().equals(STEPS)).map(this::action).toList();
    }

    private Entry action(Action action) {
        List<String> keywords = action.where().equals(STEPS) ? keywords(action.id()) : List.of();
        return new Entry("Actions", ICONS.getOrDefault(action.where(), Icons.FORWARD), action.title(), context(action), keywords,
                action.key(), action.possible().get(), action::fire);
    }

    /** What would be undone stands beside it. */
    private String context(Action action) {
        return switch (action.id()) {
            case Commands.UNDO -> room.desk().history().undoable().get();
            case Commands.REDO -> room.desk().history().redoable().get();
            default -> action.where();
        };
    }

    private List<String> keywords(String id) {
        return room.desk().engine().catalog().find(id.substring(id.indexOf(':') + 1)).map(e -> e.about().keywords())
                .orElse(List.of());
    }

    private Entry clip(Clip clip) {
        return new Entry("Clips", Icons.CLIP, clip.name(), "Clip", List.of(), Optional.empty(), true,
                () -> room.desk().select(List.of(clip)));
    }
}
