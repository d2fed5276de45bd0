package io.reelbench.app.viewer;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/** The line at the time that is looked at, with a head in the ruler. */
final class Playhead extends Region {

    static final double HALF = 5;

    private final Region halo = new Region();
    private final Region line = new Region();
    private final Polygon head = new Polygon(0, 0, 11, 0, 11, 7, 5.5, 12, 0, 7);

    Playhead() {
        setMouseTransparent(true);
        halo.getStyleClass().add("rb-playhead-halo");
        line.getStyleClass().add("rb-playhead-line");
        head.getStyleClass().add("rb-playhead-head");
        getChildren().addAll(halo, line, head);
    }

    @Override
    protected void layoutChildren() {
        halo.resizeRelocate(HALF - 1, 0, 3, getHeight());
        line.resizeRelocate(HALF, 0, 1, getHeight());
    }
}
