package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;

/** Dragging rows: inside the list they change places, outside they are files for other programs. */
final class ClipDrag {

    private final ClipList list;
    private final Desk desk;

    ClipDrag(ClipList list, Desk desk) {
        this.list = list;
        this.desk = desk;
    }

    ClipCell on(ClipCell cell) {
        cell.setOnDragDetected(_ -> start(cell));
        cell.setOnDragOver(event -> over(cell, event));
        cell.setOnDragExited(_ -> cell.insert(false, false));
        cell.setOnDragDropped(event -> drop(cell, event));
        return cell;
    }

    private void start(ClipCell cell) {
        if (cell.getItem() == null) {
            return;
        }
        // copying is all that others may do: nobody's file manager takes the clips away
        Dragboard board = list.startDragAndDrop(TransferMode.COPY);
        ClipboardContent content = new ClipboardContent();
        content.putFiles(desk.selected().stream().map(Clip::file).map(Path::toFile).toList());
        board.setContent(content);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        board.setDragView(cell.getGraphic().snapshot(clear, null), 20, ClipList.ROW / 2);
    }

    private boolean isOwn(DragEvent event) {
        return event.getGestureSource() == list;
    }

    private void over(ClipCell cell, DragEvent event) {
        if (isOwn(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            boolean last = cell.getItem() == null;
            boolean below = !last && event.getY() > ClipList.ROW / 2;
            cell.insert(!below, below);
            event.consume();
        }
    }

    private void drop(ClipCell cell, DragEvent event) {
        if (isOwn(event)) {
            drop(cell.getItem(), event.getY() > ClipList.ROW / 2);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Under the row of an open folder its first clip follows, under that of a shut one what comes behind it. */
    private void drop(Row at, boolean below) {
        boolean behind = below && !(at instanceof Row.Group group && group.open());
        Clip clip = at == null ? null : behind ? at.clips().getLast() : at.clips().getFirst();
        move(desk, clip, behind);
    }

    /** Puts the selected clips in front of or behind another one; null is the space behind the last. */
    static void move(Desk desk, Clip at, boolean behind) {
        List<Clip> all = desk.clips();
        Set<Clip> moved = new HashSet<>(desk.selected());
        int to = at == null ? all.size() : all.indexOf(at) + (behind ? 1 : 0);
        while (to < all.size() && moved.contains(all.get(to))) {
            to++;
        }
        desk.move(moved, to < all.size() ? all.get(to) : null);
    }
}
