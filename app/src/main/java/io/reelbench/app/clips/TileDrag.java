package io.reelbench.app.clips;

import io.reelbench.app.desk.Desk;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;

/** Dragging tiles: inside the grid they change places, outside they are files for other programs. */
final class TileDrag {

    private final ClipGrid grid;
    private final Desk desk;

    TileDrag(ClipGrid grid, Desk desk) {
        this.grid = grid;
        this.desk = desk;
        grid.setOnDragOver(event -> {
            if (isOwn(event)) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        // beside and under the tiles is behind the last one
        grid.setOnDragDropped(event -> drop(null, event));
    }

    ClipTile on(ClipTile tile) {
        tile.setOnDragDetected(_ -> start(tile));
        tile.setOnDragOver(event -> over(tile, event));
        tile.setOnDragExited(_ -> tile.insert(false, false));
        tile.setOnDragDropped(event -> drop(tile, event));
        return tile;
    }

    private void start(ClipTile tile) {
        if (tile.getItem() == null) {
            return;
        }
        if (!desk.selected().contains(tile.getItem())) {
            desk.select(List.of(tile.getItem()));
        }
        Dragboard board = grid.startDragAndDrop(TransferMode.COPY);
        ClipboardContent content = new ClipboardContent();
        content.putFiles(desk.selected().stream().map(clip -> clip.file().toFile()).toList());
        board.setContent(content);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        board.setDragView(tile.getGraphic().snapshot(clear, null), ClipGrid.TILE / 2, ClipGrid.TALL / 2);
    }

    private boolean isOwn(DragEvent event) {
        return event.getGestureSource() == grid;
    }

    private static boolean isBehind(ClipTile tile, DragEvent event) {
        return event.getX() > tile.getWidth() / 2;
    }

    private void over(ClipTile tile, DragEvent event) {
        if (isOwn(event) && tile.getItem() != null) {
            event.acceptTransferModes(TransferMode.COPY);
            tile.insert(!isBehind(tile, event), isBehind(tile, event));
            event.consume();
        }
    }

    private void drop(ClipTile tile, DragEvent event) {
        if (isOwn(event)) {
            boolean last = tile == null || tile.getItem() == null;
            ClipDrag.move(desk, last ? null : tile.getItem(), !last && isBehind(tile, event));
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
