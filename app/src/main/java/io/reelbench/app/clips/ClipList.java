package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The clips as rows of equal height, under their folders; only those that are seen exist. */
final class ClipList extends ListView<Row> {

    static final double ROW = 56;
    /** More than a large screen shows. */
    private static final int REHEARSED = 40;

    private final FilteredList<Clip> shown;
    private final Rows rows;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<ClipFilter> filter = new ReadOnlyObjectWrapper<>(ClipFilter.ALL);
    private final InvalidationListener learnt = _ -> sift();
    private List<Clip> watched = List.of();
    private final DeskSelection selection;
    private final Label nothing = new Label();

    ClipList(RowTools tools) {
        desk = tools.room().desk();
        shown = new FilteredList<>(desk.clips());
        rows = new Rows(shown);
        getStyleClass().add("rb-clip-list");
        setItems(rows.list());
        selection = new DeskSelection(desk, rows.list(), index -> getFocusModel().focus(index));
        setSelectionModel(selection);
        setFixedCellSize(ROW);
        setPlaceholder(nothing);
        nothing.getStyleClass().add("rb-hint");
        setAccessibleText(ClipWords.CLIPS.say());
        ClipDrag drag = new ClipDrag(this, desk);
        setCellFactory(_ -> drag.on(new ClipCell(tools, this::fold)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        desk.current().subscribe(this::follow);
        desk.clips().addListener((InvalidationListener) _ -> watch());
    }

    /** Shows rows without clips; the list keeps them for those that come. */
    void rehearse(boolean now) {
        setItems(now ? FXCollections.observableList(Collections.nCopies(REHEARSED, null)) : rows.list());
    }

    /** The clips that the filter lets through, also those in folders that are shut. */
    ObservableList<Clip> shown() {
        return shown;
    }

    Rows rows() {
        return rows;
    }

    /** Which clips are shown. */
    ReadOnlyObjectProperty<ClipFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** How many clips are shown. */
    int count() {
        return shown.size();
    }

    void filter(ClipFilter now) {
        filter.set(now);
        watch();
        sift();
    }

    /** While only some kinds are shown, what is learnt of a clip decides. */
    private void watch() {
        watched.forEach(clip -> clip.facts().removeListener(learnt));
        watched = filter.get().kinds().isEmpty() ? List.of() : List.copyOf(desk.clips());
        watched.forEach(clip -> clip.facts().addListener(learnt));
    }

    private void sift() {
        ClipFilter now = filter.get();
        rows.openAll(!now.isAll());
        shown.setPredicate(now.isAll() ? null : now::fits);
        nothing.setText(now.isAll()
                ? ""
                : now.narrows() ? ClipWords.NONE_SUCH.say() : ClipWords.NONE_CALLED.say(now.words().strip()));
    }

    // ---- Folders ----

    /** Opens or shuts a folder; the keyboard goes on from its row. */
    void fold(Row.Group group) {
        rows.open(Set.of(group.folder()), !group.open());
        for (int i = 0; i < rows.list().size(); i++) {
            if (rows.list().get(i) instanceof Row.Group now && now.clips().equals(group.clips())) {
                getFocusModel().focus(i);
                reveal(i);
                return;
            }
        }
    }

    /** The folder that the keyboard is on, else the one of the clip that is looked at. */
    Optional<Row.Group> folder() {
        return getFocusModel().getFocusedItem() instanceof Row.Group group && isFocused()
                ? Optional.of(group)
                : rows.groupOf(desk.current().get());
    }

    /** Shuts all folders, or opens them when all are shut. */
    void foldAll() {
        Set<Path> all = rows.groups().stream().map(Row.Group::folder).collect(Collectors.toSet());
        rows.open(all, rows.groups().stream().noneMatch(Row.Group::open));
        follow(desk.current().get());
    }

    /** On the row of a folder the arrows open and shut it; everywhere else they step frames. */
    private void pressed(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isAltDown() && !event.isShortcutDown();
        boolean opens = event.getCode() == KeyCode.RIGHT;
        if (plain && (opens || event.getCode() == KeyCode.LEFT)
                && getFocusModel().getFocusedItem() instanceof Row.Group group) {
            if (group.open() != opens) {
                fold(group);
            }
            event.consume();
        }
    }

    /** When the desk chooses another clip by itself, the keyboard goes on from there, and the clip is seen. */
    private void follow(Clip clip) {
        int index = clip == null || selection.isChoosing() ? -1 : selection.rowOf(clip);
        if (index >= 0) {
            // where the list's own behaviour remembers that a range begins
            getProperties().remove("anchor");
            getFocusModel().focus(index);
            reveal(index);
        }
    }

    private void reveal(int index) {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
            boolean seen = index >= flow.getFirstVisibleCell().getIndex() && index < flow.getLastVisibleCell().getIndex();
            if (!seen) {
                scrollTo(index);
            }
        }
    }
}
