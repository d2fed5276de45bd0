package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Outside;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done with the clips that lie on the desk. */
final class ClipsActions {

    private static final Logger LOG = LoggerFactory.getLogger(ClipsActions.class);
    private static final Section WHERE = Section.CLIPS;

    private final Desk desk;
    private final Actions actions;

    ClipsActions(Room room) {
        this.desk = room.desk();
        this.actions = room.actions();
    }

    /** @param missing asks for the file of a clip that is offline */
    void register(Runnable search, Runnable about, Consumer<Clip> missing) {
        BooleanBinding some = Bindings.isNotEmpty(desk.clips());
        BooleanBinding chosen = Bindings.isNotEmpty(desk.selected());
        BooleanBinding several = Bindings.size(desk.clips()).greaterThan(1);
        actions.add("select-all", ClipWords.SELECT_ALL.with(), WHERE, "Shortcut+A", some,
                () -> desk.select(List.copyOf(desk.clips()), desk.current().get()));
        actions.add("remove-clips", ClipWords.REMOVE_CLIPS.with(), WHERE, "Delete", chosen,
                () -> desk.remove(List.copyOf(desk.selected())));
        actions.add("find-clips", ClipWords.FIND_CLIPS.with(), WHERE, "Shortcut+F", some, search);
        actions.add("about-clip", ClipWords.ABOUT_CLIP.with(), WHERE, "Shortcut+I", desk.current().isNotNull(), about);
        actions.add("show-clip-in-folder", ClipWords.SHOW_IN_FOLDER.with(), WHERE, "", chosen,
                () -> show(desk.current().get().file()));
        actions.add("copy-clip-path", ClipWords.COPY_PATH.with(), WHERE, "Shortcut+Shift+C", chosen, this::copyPaths);
        actions.add("look-again", ClipWords.LOOK_AGAIN.with(), WHERE, "F5", chosen,
                () -> desk.look(List.copyOf(desk.selected())));
        actions.add("relink-clip", ClipWords.FIND_FILE.with(), WHERE, "",
                Bindings.createBooleanBinding(() -> offline().isPresent(), desk.selected(), desk.current(),
                        desk.current().flatMap(Clip::facts)),
                () -> offline().ifPresent(missing));
        actions.add("select-folder", ClipWords.SELECT_FOLDER.with(), WHERE, "", chosen, this::selectFolder);
        actions.add("move-clips-up", ClipWords.MOVE_UP.with(), WHERE, "Alt+UP", chosen, () -> step(-1));
        actions.add("move-clips-down", ClipWords.MOVE_DOWN.with(), WHERE, "Alt+DOWN", chosen, () -> step(1));
        for (SortOrder order : SortOrder.values()) {
            actions.add("sort-by-" + order.word(), order.sorting(), WHERE, "", several, () -> sort(order));
        }
    }

    private Optional<Clip> offline() {
        return Stream.concat(Stream.ofNullable(desk.current().get()), desk.selected().stream()).filter(Relinking::isOffline)
                .findFirst();
    }

    private void selectFolder() {
        Path folder = desk.current().get().file().getParent();
        desk.select(desk.clips().stream().filter(c -> Objects.equals(c.file().getParent(), folder)).toList(),
                desk.current().get());
    }

    private void show(Path file) {
        desk.carrier().fetch(() -> Outside.show(file), why -> why.ifPresent(text -> LOG.warn("{}", text)),
                failure -> LOG.warn("{}", failure.headline()));
    }

    private void copyPaths() {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(desk.selected().stream().map(c -> c.file().toFile()).toList());
        content.putString(String.join("\n", desk.selected().stream().map(c -> c.file().toString()).toList()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** In the order they are in already, they are turned round. */
    private void sort(SortOrder order) {
        List<Clip> sorted = new ArrayList<>(desk.clips());
        sorted.sort(order.order());
        Comparator<Clip> by = sorted.equals(desk.clips()) ? order.order().reversed() : order.order();
        desk.sort(order.sorting(), by);
    }

    /** The selected ones go one place further together, past the one that is in the way. */
    private void step(int by) {
        List<Clip> all = desk.clips();
        List<Clip> moved = List.copyOf(desk.selected());
        if (by < 0) {
            int first = all.indexOf(moved.getFirst());
            desk.move(moved, all.get(Math.max(0, first - 1)));
        } else {
            int next = all.indexOf(moved.getLast()) + 2;
            desk.move(moved, next < all.size() ? all.get(next) : null);
        }
    }
}
