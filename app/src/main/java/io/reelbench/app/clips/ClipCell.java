package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

/** One row of the list; it is used again for other clips while the list is scrolled. */
final class ClipCell extends ListCell<Clip> {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("insert-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("insert-below");

    private final RowTools tools;
    private final ClipRow row;
    private final InvalidationListener looked = _ -> mark();

    ClipCell(RowTools tools) {
        this.tools = tools;
        this.row = new ClipRow(tools);
        getStyleClass().add("rb-clip-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        tools.room().desk().current().addListener(new WeakInvalidationListener(looked));
    }

    @Override
    protected void updateItem(Clip clip, boolean empty) {
        super.updateItem(clip, empty);
        row.show(empty ? null : clip);
        setGraphic(empty ? null : row);
        // read aloud, never drawn
        setText(empty || clip == null ? null : clip.name());
        accessibleTextProperty().unbind();
        if (empty || clip == null) {
            setAccessibleText(null);
        } else {
            accessibleTextProperty().bind(clip.facts().map(_ -> ClipRow.spoken(clip)));
        }
        insert(false, false);
        mark();
    }

    private void mark() {
        pseudoClassStateChanged(CURRENT, getItem() != null && getItem() == tools.room().desk().current().get());
    }

    /** Shows where what is dragged would be put. */
    void insert(boolean above, boolean below) {
        pseudoClassStateChanged(ABOVE, above);
        pseudoClassStateChanged(BELOW, below);
    }
}
