package io.reelbench.app.clips;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.look.MiddleLabel;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;

/** One tile of the grid; it is used again for other clips while the grid is scrolled. */
final class ClipTile extends GridCell<Clip> {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("insert-before");
    private static final PseudoClass BEHIND = PseudoClass.getPseudoClass("insert-behind");
    private static final double LARGER = 1.4;

    private final RowTools tools;
    private final ThumbView thumb;
    private final MiddleLabel name = new MiddleLabel();
    private final VBox tile;
    private final InvalidationListener looked = _ -> mark();
    private final InvalidationListener learnt = _ -> tell();
    private Clip shown;

    ClipTile(RowTools tools, ClipGrid grid) {
        this.tools = tools;
        this.thumb = new ThumbView(tools.thumbs(), LARGER);
        getStyleClass().add("rb-clip-tile");
        thumb.setScaleX(LARGER);
        thumb.setScaleY(LARGER);
        name.getStyleClass().add("rb-name");
        StackPane picture = new StackPane(new Group(thumb));
        tile = new VBox(picture, name);
        tile.getStyleClass().add("rb-clip-tile-words");
        setOnMouseClicked(event -> {
            if (shown != null && event.getButton() == MouseButton.PRIMARY) {
                grid.clicked(shown, event);
            }
        });
        setOnContextMenuRequested(_ -> {
            if (shown != null && !tools.room().desk().selected().contains(shown)) {
                tools.room().desk().select(List.of(shown));
            }
        });
        tools.room().desk().current().addListener(new WeakInvalidationListener(looked));
        tools.room().desk().selected().addListener(new WeakInvalidationListener(looked));
    }

    /** Shows where what is dragged would be put. */
    void insert(boolean before, boolean behind) {
        pseudoClassStateChanged(BEFORE, before);
        pseudoClassStateChanged(BEHIND, behind);
    }

    @Override
    protected void updateItem(Clip clip, boolean empty) {
        super.updateItem(clip, empty);
        Clip now = empty ? null : clip;
        if (now != shown) {
            if (shown != null) {
                shown.facts().removeListener(learnt);
            }
            shown = now;
            if (shown != null) {
                shown.facts().addListener(learnt);
            }
            setGraphic(shown == null ? null : tile);
            insert(false, false);
            tell();
        }
        mark();
    }

    private void tell() {
        thumb.show(shown);
        if (shown == null) {
            setAccessibleText(null);
            return;
        }
        name.say(shown.name());
        String spoken = ClipRow.spoken(shown);
        setAccessibleText(spoken);
        Tip.say(this, shown.file() + "\n" + spoken);
        pseudoClassStateChanged(OFFLINE, ClipRow.isOffline(shown.facts().get()));
    }

    private void mark() {
        pseudoClassStateChanged(CURRENT, shown != null && shown == tools.room().desk().current().get());
        pseudoClassStateChanged(CHOSEN, shown != null && tools.room().desk().selected().contains(shown));
    }
}
