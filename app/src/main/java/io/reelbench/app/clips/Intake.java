package io.reelbench.app.clips;

import io.reelbench.app.desk.Origin;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.room.Room;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.operation.PresetFile;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one way by which files come onto the desk, however they were given. FX thread only. */
public final class Intake {

    private static final int MOST_RECENT = 12;
    private static final String RECIPE = ".json";

    private final Room room;
    private final ReadOnlyObjectWrapper<LeftOut> leftOut = new ReadOnlyObjectWrapper<>(LeftOut.NOTHING);

    Intake(Room room) {
        this.room = room;
    }

    /** Files as they are, folders with the media files in them. Returns at once. */
    public void bring(List<Path> paths) {
        bring(paths, () -> {
        });
    }

    /** Whether a file holds presets, or a recipe as the command line takes it, by its name. */
    static boolean isPresets(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(PresetFile.ENDING) || name.endsWith(RECIPE);
    }

    /** The same, and something to do once they lie on the desk, selected. Files of presets go to whoever keeps those. */
    public void bring(List<Path> all, Runnable then) {
        List<Path> presets = all.stream().filter(Intake::isPresets).toList();
        List<Path> paths = all.stream().filter(p -> !isPresets(p)).toList();
        if (!presets.isEmpty()) {
            room.desk().bringPresets(presets);
        }
        if (paths.isEmpty()) {
            return;
        }
        room.desk().carrier().fetch(() -> new Found(room.desk().engine().gather(paths), Files.isDirectory(paths.getFirst())),
                found -> {
                    take(found.gathered(), then);
                    remember(paths, found.folder());
                }, this::tell);
    }

    private record Found(Gathered gathered, boolean folder) {
    }

    private void take(Gathered gathered, Runnable then) {
        leftOut.set(LeftOut.of(gathered));
        if (!gathered.clips().isEmpty()) {
            room.desk().add(gathered.files(),
                    gathered.clips().stream()
                            .collect(Collectors.toMap(Gathered.Clip::file, c -> new Origin(c.top(), c.folder()))));
            then.run();
        }
    }

    private void remember(List<Path> paths, boolean folder) {
        Memory memory = room.memory();
        List<String> recent = new ArrayList<>(paths.stream().limit(MOST_RECENT).map(p -> p.toAbsolutePath().toString()).toList());
        memory.now().recent().stream().filter(r -> !recent.contains(r)).forEach(recent::add);
        memory.change(r -> r.withRecent(List.copyOf(recent.subList(0, Math.min(MOST_RECENT, recent.size())))));
        Path first = paths.getFirst().toAbsolutePath();
        Path where = folder ? first : first.getParent();
        if (where != null) {
            memory.change(r -> r.withOpenFolder(where.toString()));
        }
    }

    /** What the last ones that came left out. */
    ReadOnlyObjectProperty<LeftOut> leftOut() {
        return leftOut.getReadOnlyProperty();
    }

    /** A file that was to come did not. */
    void tell(Failure failure) {
        leftOut.set(LeftOut.of(failure));
    }

    /** It was read. */
    void dismiss() {
        leftOut.set(LeftOut.NOTHING);
    }

    /** There was nothing in what was pasted. */
    void nothingPasted() {
        leftOut.set(new LeftOut(ClipWords.NO_FILES_TO_PASTE.say(), List.of()));
    }
}
