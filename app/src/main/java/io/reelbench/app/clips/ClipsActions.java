package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Folders;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Outside;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import java.nio.file.Path;
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
    private final ClipList list;

    ClipsActions(Room room, ClipList list) {
        this.list = list;
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
        BooleanBinding folder = Bindings.createBooleanBinding(() -> list.folder().isPresent(), desk.current(),
                list.rows().list(), list.getFocusModel().focusedItemProperty());
        actions.add("fold-folder", ClipWords.FOLD_OR_UNFOLD.with(), WHERE, "Shortcut+G", folder,
                () -> list.folder().ifPresent(list::fold));
        actions.add("fold-folders", ClipWords.FOLD_ALL.with(), WHERE, "Shortcut+Shift+G",
                Bindings.createBooleanBinding(() -> !list.rows().groups().isEmpty(), list.rows().list()), list::foldAll);
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
        List<Clip> sorted = Folders.together(desk.clips().stream().sorted(order.order()).toList());
        Comparator<Clip> by = sorted.equals(desk.clips()) ? order.order().reversed() : order.order();
        desk.sort(order.sorting(), by);
    }

    /** The selected ones go one place further together, past the one that is in the way, or past the shut folder. */
    private void step(int by) {
        List<Clip> all = desk.clips();
        List<Clip> moved = List.copyOf(desk.selected());
        if (by < 0) {
            int before = Math.max(0, all.indexOf(moved.getFirst()) - 1);
            desk.move(moved, shut(all.get(before)).map(List::getFirst).orElse(all.get(before)));
        } else {
            int behind = Math.min(all.size() - 1, all.indexOf(moved.getLast()) + 1);
            int next = all.indexOf(shut(all.get(behind)).map(List::getLast).orElse(all.get(behind))) + 1;
            desk.move(moved, next < all.size() ? all.get(next) : null);
        }
    }

    /** The clips of the shut folder that a clip is in, unless it is to move itself. */
    private Optional<List<Clip>> shut(Clip clip) {
        return list.rows().groupOf(clip).filter(g -> !g.open() && !desk.selected().contains(clip)).map(Row.Group::clips);
    }
}
