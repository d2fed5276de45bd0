package io.reelbench.app.queue;

import java.util.Arrays;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** The speed of the last minute as a line, with a dot at now. */
final class Sparkline extends Pane {

    private static final double WIDTH = 48;
    private static final double HEIGHT = 14;
    private static final double DOT = 2;

    private final Polygon area = new Polygon();
    private final Polyline line = new Polyline();
    private final Circle now = new Circle(DOT);

    Sparkline() {
        getStyleClass().add("rb-spark");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        area.getStyleClass().add("rb-spark-area");
        line.getStyleClass().add("rb-spark-line");
        now.getStyleClass().add("rb-spark-now");
        getChildren().addAll(area, line, now);
        setMouseTransparent(true);
    }

    /** The oldest first. */
    void show(double[] speeds) {
        boolean any = speeds.length > 1;
        line.setVisible(any);
        area.setVisible(any);
        now.setVisible(any);
        if (!any) {
            return;
        }
        double most = Math.max(1e-6, Arrays.stream(speeds).max().orElse(1)) * 1.25;
        double step = (WIDTH - DOT - 1) / (speeds.length - 1);
        Double[] points = new Double[speeds.length * 2];
        for (int i = 0; i < speeds.length; i++) {
            points[2 * i] = i * step;
            points[2 * i + 1] = HEIGHT - 1 - (HEIGHT - 3) * Math.max(0, speeds[i]) / most;
        }
        line.getPoints().setAll(points);
        area.getPoints().setAll(points);
        area.getPoints().addAll((speeds.length - 1) * step, HEIGHT, 0.0, HEIGHT);
        now.setCenterX(points[points.length - 2]);
        now.setCenterY(points[points.length - 1]);
    }
}
