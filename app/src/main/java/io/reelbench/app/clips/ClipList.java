package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
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
    private final DeskSelection selection;
    private final Label nothing = new Label();

    ClipList(RowTools tools) {
        Desk desk = tools.room().desk();
        shown = new FilteredList<>(desk.clips());
        getStyleClass().add("rb-clip-list");
        setItems(shown);
        selection = new DeskSelection(desk, shown, index -> getFocusModel().focus(index));
        setSelectionModel(selection);
        setFixedCellSize(ROW);
        setPlaceholder(nothing);
        nothing.getStyleClass().add("rb-hint");
        setAccessibleText("Clips");
        ClipDrag drag = new ClipDrag(this, desk);
        setCellFactory(_ -> drag.on(new ClipCell(tools)));
        desk.current().subscribe(this::follow);
    }

    /** Shows rows without clips; the list keeps them for those that come. */
    void rehearse(boolean now) {
        setItems(now ? FXCollections.observableList(Collections.nCopies(REHEARSED, null)) : shown);
    }

    /** Shows only clips whose names hold all these words. */
    void search(String words) {
        String[] parts = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
        boolean all = words.isBlank();
        shown.setPredicate(all ? null : clip -> {
            String name = clip.name().toLowerCase(Locale.ROOT);
            return Arrays.stream(parts).allMatch(name::contains);
        });
        nothing.setText(all ? "" : "No clip is called “" + words.strip() + "”");
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
