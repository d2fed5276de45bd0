package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;

/** One row of the list, a clip or a folder; it is used again for others while the list is scrolled. */
final class ClipCell extends ListCell<Row> {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass INSIDE = PseudoClass.getPseudoClass("inside");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("insert-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("insert-below");

    private final RowTools tools;
    private final Consumer<Row.Group> fold;
    private final ClipRow row;
    private final InvalidationListener looked = _ -> mark();
    private final InvalidationListener learnt = _ -> tell();
    /** Made when a folder is first shown: most lists have none. */
    private Optional<GroupRow> groupRow = Optional.empty();

    /** @param fold opens or shuts a folder */
    ClipCell(RowTools tools, Consumer<Row.Group> fold) {
        this.tools = tools;
        this.fold = fold;
        this.row = new ClipRow(tools);
        getStyleClass().add("rb-clip-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        Desk desk = tools.room().desk();
        desk.current().addListener(new WeakInvalidationListener(looked));
        desk.learnt().addListener(new WeakInvalidationListener(learnt));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                fold();
            }
        });
    }

    private void fold() {
        if (getItem() instanceof Row.Group group) {
            fold.accept(group);
        }
    }

    @Override
    protected void updateItem(Row item, boolean empty) {
        super.updateItem(item, empty);
        Clip clip = item instanceof Row.One one && !empty ? one.clip() : null;
        row.show(clip);
        if (!empty) {
            setGraphic(item instanceof Row.Group ? group() : row);
        }
        // an empty one keeps what it has: put back, all of it would be styled anew
        Optional.ofNullable(getGraphic()).ifPresent(graphic -> graphic.setVisible(!empty));
        groupRow.ifPresent(g -> g.show(empty || !(item instanceof Row.Group now) ? null : now));
        pseudoClassStateChanged(INSIDE, !empty && item instanceof Row.One one && one.inside());
        // read aloud, never drawn
        setText(empty || item == null ? null : item instanceof Row.Group now ? now.name() : item.clips().getFirst().name());
        accessibleTextProperty().unbind();
        if (clip != null) {
            accessibleTextProperty().bind(clip.facts().map(_ -> ClipRow.spoken(clip)));
        } else {
            setAccessibleText(empty || !(item instanceof Row.Group now) ? null : GroupRow.spoken(now));
        }
        insert(false, false);
        mark();
    }

    private GroupRow group() {
        if (groupRow.isEmpty()) {
            groupRow = Optional.of(new GroupRow(tools, this::fold));
        }
        return groupRow.get();
    }

    /** Rows of clips hear of their own clip. */
    private void tell() {
        if (getItem() instanceof Row.Group group) {
            groupRow.ifPresent(g -> g.show(group));
            setAccessibleText(GroupRow.spoken(group));
        }
    }

    /** The clip that is looked at, or the shut folder with it in it. */
    private void mark() {
        Clip current = tools.room().desk().current().get();
        pseudoClassStateChanged(CURRENT, current != null && switch (getItem()) {
            case null -> false;
            case Row.One(Clip clip, boolean _) -> clip == current;
            case Row.Group group -> !group.open() && group.clips().contains(current);
        });
    }

    /** Shows where what is dragged would be put. */
    void insert(boolean above, boolean below) {
        pseudoClassStateChanged(ABOVE, above);
        pseudoClassStateChanged(BELOW, below);
    }
}
