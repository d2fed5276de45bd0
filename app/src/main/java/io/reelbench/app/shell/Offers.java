package io.reelbench.app.shell;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Suiting;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.StepIcons;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Room;
import io.reelbench.app.settings.SettingsRoom;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.About;
import io.reelbench.engine.operation.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything the command box can offer now: actions, operations, clips. */
final class Offers {

    /** Where actions belong that add an operation; their ids end in {@code :} and the operation's id. */
    private static final String STEPS = "Add to recipe";
    private static final Map<String, Icons> ICONS = Map.of("Clips", Icons.CLIP, "Viewer", Icons.PLAY, "Timeline", Icons.CUT,
            "Recipe",
            Icons.LIST, "Queue", Icons.SORT, "Window", Icons.PANEL, "Edit", Icons.UNDO, "Preset", Icons.SAVE);

    private final Room room;
    private final Runnable bench;
    private final Supplier<List<SettingsRoom.Findable>> settings;

    /**
     * @param bench    brings the bench to sight, where most actions belong
     * @param settings that can be gone to
     */
    Offers(Room room, Runnable bench, Supplier<List<SettingsRoom.Findable>> settings) {
        this.room = room;
        this.bench = bench;
        this.settings = settings;
    }

    List<Entry> everything() {
        List<Entry> all = new ArrayList<>();
        room.actions().all().stream().filter(a -> !a.id().equals("command-box")).map(this::action).forEach(all::add);
        room.desk().clips().stream().map(this::clip).forEach(all::add);
        settings.get().stream().map(Offers::setting).forEach(all::add);
        return all;
    }

    /** Operations only, by their groups; those that no selected clip can take come last and say why. */
    List<Entry> steps() {
        List<Media> clips = room.desk().selected().stream().flatMap(c -> c.media().stream()).toList();
        List<Entry> possible = new ArrayList<>();
        List<Entry> others = new ArrayList<>();
        for (Catalog.Entry entry : room.desk().engine().catalog().entries()) {
            Optional<String> against = Suiting.against(entry.schema(), clips).map(WhyNotStep::of);
            (against.isEmpty() ? possible : others).add(step(entry, against, clips.size()));
        }
        return Stream.concat(possible.stream(), others.stream()).toList();
    }

    private Entry step(Catalog.Entry entry, Optional<String> against, int clips) {
        About about = entry.about();
        String group = group(about.group());
        String section = against.isEmpty() ? group : clips == 1 ? "Not for this clip" : "Not for these clips";
        return new Entry(section, StepIcons.of(about), about.called(), group,
                against.orElse(about.told().replaceAll("\\.$", "")),
                words(about), Optional.empty(), against.isEmpty(), room.actions().find("add-step:" + about.id())::fire);
    }

    private static String group(About.Group group) {
        return switch (group) {
            case CONVERT -> "Convert";
            case CUT -> "Cut and time";
            case PICTURE -> "Picture";
            case SOUND -> "Sound";
            case STILLS -> "Stills and GIF";
            case REPORTS -> "Reports";
        };
    }

    private Entry action(Action action) {
        Optional<About> step = action.where().equals(STEPS) ? about(action.id()) : Optional.empty();
        Icons icon = step.map(StepIcons::of).orElse(ICONS.getOrDefault(action.where(), Icons.FORWARD));
        return new Entry("Actions", icon, action.title(), context(action), "", step.map(Offers::words).orElse(List.of()),
                action.key(), action.possible().get(), () -> fire(action));
    }

    /** What would be undone stands beside it. */
    private String context(Action action) {
        return switch (action.id()) {
            case Commands.UNDO -> room.desk().history().undoable().get();
            case Commands.REDO -> room.desk().history().redoable().get();
            default -> action.where();
        };
    }

    private Optional<About> about(String id) {
        return room.desk().engine().catalog().find(id.substring(id.indexOf(':') + 1)).map(Catalog.Entry::about);
    }

    /** What people may call it, and what it is called in a terminal. */
    private static List<String> words(About about) {
        return Stream.concat(about.keywords().stream(), Stream.of(about.id())).toList();
    }

    private static Entry setting(SettingsRoom.Findable setting) {
        return new Entry(ShellWords.SETTINGS.say(), Icons.SETTINGS, setting.title(), ShellWords.SETTING.say(), "", List.of(),
                Optional.empty(), true, setting.go());
    }

    private void fire(Action action) {
        if (!Window.EVERYWHERE.contains(action.where())) {
            bench.run();
        }
        action.fire();
    }

    private Entry clip(Clip clip) {
        return new Entry("Clips", Icons.CLIP, clip.name(), "Clip", "", List.of(), Optional.empty(), true,
                () -> {
                    bench.run();
                    room.desk().select(List.of(clip));
                });
    }
}
