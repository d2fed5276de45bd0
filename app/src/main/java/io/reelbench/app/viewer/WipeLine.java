package io.reelbench.app.viewer;

import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;

/** The line between source and result: a white pixel with a dark halo and a handle at 78 % of the height, off the faces. */
final class WipeLine extends Region {

    static final double WIDTH = 26;
    private static final double HANDLE_AT = 0.78;

    private final Region halo = new Region();
    private final Region line = new Region();
    private final Circle disc = new Circle(WIDTH / 2);
    private final Polygon left = new Polygon(-8, 0, -3, -4, -3, 4);
    private final Polygon right = new Polygon(8, 0, 3, -4, 3, 4);

    WipeLine() {
        halo.getStyleClass().add("rb-wipe-halo");
        line.getStyleClass().add("rb-wipe-line");
        disc.getStyleClass().add("rb-wipe-disc");
        left.getStyleClass().add("rb-wipe-arrow");
        right.getStyleClass().add("rb-wipe-arrow");
        getChildren().addAll(halo, line, disc, left, right);
        setCursor(Cursor.H_RESIZE);
        setPickOnBounds(true);
        setAccessibleText(ViewerWords.WIPE_BETWEEN.say());
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.floor(getWidth() / 2);
        halo.resizeRelocate(middle - 1, 0, 3, getHeight());
        line.resizeRelocate(middle, 0, 1, getHeight());
        double y = Math.round(getHeight() * HANDLE_AT);
        for (var shape : new javafx.scene.shape.Shape[]{disc, left, right}) {
            shape.setLayoutX(middle + 0.5);
            shape.setLayoutY(y);
        }
    }
}
