package io.reelbench.app.queue;

import io.reelbench.app.look.Thumb;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.util.Subscription;

/** A row that follows its task as long as it shows it. */
abstract class QueueCell extends ListCell<QueueRow> {

    private static final PseudoClass TOUCHED = PseudoClass.getPseudoClass("touched");

    protected final RowTools tools;
    private QueueRow shown;
    private Subscription following = Subscription.EMPTY;
    private Runnable forgetPicture = () -> {
    };

    QueueCell(RowTools tools) {
        this.tools = tools;
        getStyleClass().add("rb-task");
        setPrefWidth(0); // else a long name scrolls the list sideways
        setOnContextMenuRequested(this::menu);
        hoverProperty().subscribe(this::touch);
        focusedProperty().subscribe(this::touch);
    }

    /** Whether its buttons are shown: the pointer is on it. */
    private void touch() {
        boolean touched = isHover() && shown != null;
        pseudoClassStateChanged(TOUCHED, touched);
        touched(touched);
    }

    abstract Node body();

    /** Called whenever something of the row may have changed. */
    abstract void show(QueueRow row);

    abstract Thumb thumb();

    /** The files whose picture tells the row from others, the best one first. */
    List<Path> pictured(QueueRow row) {
        return row.pictured();
    }

    /** The pointer came or left. */
    void touched(boolean now) {}

    /** The cell shows another row now. */
    void turnedTo(QueueRow row) {}

    @Override
    protected final void updateItem(QueueRow row, boolean empty) {
        super.updateItem(row, empty);
        QueueRow now = empty ? null : row;
        if (now == shown) {
            return;
        }
        following.unsubscribe();
        forgetPicture.run();
        shown = now;
        setGraphic(now == null ? null : body());
        if (now == null) {
            setAccessibleText(null);
            following = Subscription.EMPTY;
        } else {
            turnedTo(now);
            following = now.task().subscribe(this::refresh).and(now.live().subscribe(this::refresh))
                    .and(now.asksKey().subscribe(this::refresh));
            refresh();
            forgetPicture = tools.pictures().show(pictured(now), image -> thumb().image().set(image));
        }
        touch();
    }

    private void refresh() {
        if (shown != null) {
            show(shown);
            String spoken = RowWords.spoken(shown);
            if (!spoken.equals(getAccessibleText())) {
                setAccessibleText(spoken);
            }
        }
    }

    private void menu(ContextMenuEvent event) {
        if (shown != null) {
            event.consume();
            tools.menu().show(this, event.getScreenX(), event.getScreenY());
        }
    }
}
