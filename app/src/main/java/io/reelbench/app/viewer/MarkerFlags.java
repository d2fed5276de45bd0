package io.reelbench.app.viewer;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/** The markers of a clip over its timeline: a small flag in the ruler and a thin line through all layers. */
final class MarkerFlags extends Pane {

    private static final double HALF = 4;

    MarkerFlags() {
        setMouseTransparent(true);
    }

    /** Draws them anew over the stretch of a clip that is shown. */
    void show(List<Long> markers, Zoomed shown, double height) {
        getChildren().clear();
        for (long us : markers) {
            double at = Math.floor(shown.x(us));
            if (at >= 0 && at <= shown.width()) {
                Region line = new Region();
                line.getStyleClass().add("rb-marker-line");
                line.resizeRelocate(at, 0, 1, height);
                line.setManaged(false);
                Polygon flag = new Polygon(-HALF, 0, HALF, 0, HALF, 5, 0, 10, -HALF, 5);
                flag.getStyleClass().add("rb-marker");
                flag.relocate(at - HALF + 0.5, 0);
                getChildren().addAll(line, flag);
            }
        }
    }
}
