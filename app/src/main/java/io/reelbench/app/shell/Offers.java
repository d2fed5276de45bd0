package io.reelbench.app.shell;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Suiting;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.StepIcons;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
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

    private static final Map<Section, Icons> ICONS = Map.of(Section.CLIPS, Icons.CLIP, Section.VIEWER, Icons.PLAY,
            Section.TIMELINE, Icons.CUT, Section.RECIPE, Icons.LIST, Section.QUEUE, Icons.SORT, Section.WINDOW, Icons.PANEL,
            Section.EDIT, Icons.UNDO);

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
        String section = against.isEmpty() ? group : ShellWords.NOT_FOR.say(clips);
        return new Entry(section, StepIcons.of(about), about.called(), group,
                against.orElse(about.told().replaceAll("\\.$", "")),
                words(about), Optional.empty(), against.isEmpty(), room.actions().find("add-step:" + about.id())::fire);
    }

    private static String group(About.Group group) {
        return (switch (group) {
            case CONVERT -> ShellWords.CONVERT;
            case CUT -> ShellWords.CUT;
            case PICTURE -> ShellWords.PICTURE;
            case SOUND -> ShellWords.SOUND;
            case STILLS -> ShellWords.STILLS;
            case REPORTS -> ShellWords.REPORTS;
        }).say();
    }

    private Entry action(Action action) {
        Optional<About> step = action.where() == Section.STEPS ? // their ids end in a colon and the operation's id
                about(action.id()) : Optional.empty();
        Icons icon = step.map(StepIcons::of).orElse(ICONS.getOrDefault(action.where(), Icons.FORWARD));
        return new Entry(ShellWords.ACTIONS.say(), icon, action.title(), context(action), "",
                step.map(Offers::words).orElse(List.of()),
                action.key(), action.possible().get(), () -> fire(action));
    }

    /** What would be undone stands beside it. */
    private String context(Action action) {
        return switch (action.id()) {
            case Commands.UNDO -> room.desk().history().undoable().get();
            case Commands.REDO -> room.desk().history().redoable().get();
            default -> action.where().say();
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
        return new Entry(Section.CLIPS.say(), Icons.CLIP, clip.name(), ShellWords.CLIP.say(), "", List.of(), Optional.empty(),
                true,
                () -> {
                    bench.run();
                    room.desk().select(List.of(clip));
                });
    }
}
