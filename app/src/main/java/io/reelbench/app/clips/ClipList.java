package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import java.util.Collections;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** The clips as rows of equal height; only those that are seen exist. */
final class ClipList extends ListView<Clip> {

    static final double ROW = 56;
    /** More than a large screen shows. */
    private static final int REHEARSED = 40;

    private final FilteredList<Clip> shown;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<ClipFilter> filter = new ReadOnlyObjectWrapper<>(ClipFilter.ALL);
    private final InvalidationListener learnt = _ -> sift();
    private List<Clip> watched = List.of();
    private final DeskSelection selection;
    private final Label nothing = new Label();

    ClipList(RowTools tools) {
        desk = tools.room().desk();
        shown = new FilteredList<>(desk.clips());
        getStyleClass().add("rb-clip-list");
        setItems(shown);
        selection = new DeskSelection(desk, shown, index -> getFocusModel().focus(index));
        setSelectionModel(selection);
        setFixedCellSize(ROW);
        setPlaceholder(nothing);
        nothing.getStyleClass().add("rb-hint");
        setAccessibleText(ClipWords.CLIPS.say());
        ClipDrag drag = new ClipDrag(this, desk);
        setCellFactory(_ -> drag.on(new ClipCell(tools)));
        desk.current().subscribe(this::follow);
        desk.clips().addListener((InvalidationListener) _ -> watch());
    }

    /** Shows rows without clips; the list keeps them for those that come. */
    void rehearse(boolean now) {
        setItems(now ? FXCollections.observableList(Collections.nCopies(REHEARSED, null)) : shown);
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
        shown.setPredicate(now.isAll() ? null : now::fits);
        nothing.setText(now.isAll()
                ? ""
                : now.narrows() ? ClipWords.NONE_SUCH.say() : ClipWords.NONE_CALLED.say(now.words().strip()));
    }

    /** When the desk chooses another clip by itself, the keyboard goes on from there, and the clip is seen. */
    private void follow(Clip clip) {
        int index = clip == null || selection.isChoosing() ? -1 : shown.indexOf(clip);
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
