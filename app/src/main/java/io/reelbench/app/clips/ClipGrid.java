package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.GridView;

/** The clips as tiles with larger pictures; only rows that are seen exist. What is selected is what is selected on the desk. */
final class ClipGrid extends GridView<Clip> {

    static final double TILE = 124;
    static final double TALL = 96;
    private static final double GAP = 4;

    private final ObservableList<Clip> shown;
    private final Desk desk;
    /** Where a range begins that is chosen with Shift. */
    private Clip anchor;

    ClipGrid(RowTools tools, ObservableList<Clip> shown) {
        this.shown = shown;
        desk = tools.room().desk();
        getStyleClass().add("rb-clip-grid");
        setCellWidth(TILE);
        setCellHeight(TALL);
        setHorizontalCellSpacing(GAP);
        setVerticalCellSpacing(GAP);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(ClipWords.GRID.say());
        TileDrag drag = new TileDrag(this, desk);
        setCellFactory(_ -> drag.on(new ClipTile(tools, this)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        desk.current().addListener((InvalidationListener) _ -> reveal());
        visibleProperty().subscribe(this::reveal);
    }

    /** Hidden, it holds no clips: it would lay out all its rows with each that comes. */
    void show(boolean now) {
        setItems(now ? shown : FXCollections.emptyObservableList());
        setVisible(now);
    }

    /** A tile was clicked: alone, with a range, or with what is chosen already. */
    void clicked(Clip clip, MouseEvent event) {
        requestFocus();
        if (event.isShiftDown()) {
            extend(clip);
        } else if (event.isShortcutDown()) {
            Set<Clip> now = new HashSet<>(desk.selected());
            boolean added = now.add(clip) || !now.remove(clip);
            desk.select(now, added ? clip : desk.current().get());
            anchor = clip;
        } else {
            choose(clip);
        }
    }

    private void choose(Clip clip) {
        desk.select(List.of(clip));
        anchor = clip;
    }

    private void extend(Clip clip) {
        int from = Math.max(0, getItems().indexOf(anchor));
        int to = getItems().indexOf(clip);
        desk.select(new ArrayList<>(getItems().subList(Math.min(from, to), Math.max(from, to) + 1)), clip);
    }

    private void pressed(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -columns();
            case DOWN -> columns();
            case HOME -> -getItems().size();
            case END -> getItems().size();
            default -> 0;
        };
        if (step == 0 || getItems().isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        int now = getItems().indexOf(desk.current().get());
        int there = Math.clamp((long) now + step, 0, getItems().size() - 1);
        if (event.isShiftDown()) {
            extend(getItems().get(there));
        } else {
            choose(getItems().get(there));
        }
    }

    /** How many tiles stand side by side. */
    int columns() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        return Math.max(1, (int) Math.floor(room / (TILE + 2 * GAP)));
    }

    /** The clip that is looked at is seen. */
    private void reveal() {
        int index = isVisible() ? getItems().indexOf(desk.current().get()) : -1;
        if (index < 0 || !(lookup(".scroll-bar:vertical") instanceof ScrollBar bar) || !bar.isVisible()) {
            return;
        }
        double rows = Math.ceil(getItems().size() / (double) columns());
        double seen = Math.max(1, Math.floor(getHeight() / (TALL + 2 * GAP)));
        double row = (double) index / columns();
        double first = bar.getValue() / Math.max(bar.getMax(), 1e-9) * Math.max(0, rows - seen);
        if (row < first || row > first + seen - 1) {
            bar.setValue(Math.clamp((row - seen / 2) / Math.max(1, rows - seen), 0, 1) * bar.getMax());
        }
    }
}
