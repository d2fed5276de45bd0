package io.reelbench.app.viewer;

import io.reelbench.app.viewer.TimelineCanvas.Palette;
import io.reelbench.app.viewer.TimelineCanvas.Rows;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** Draws what was found; each kind has a shape and a place of its own: scenes a wedge, black a bar above, silence a bar below. */
final class MarkLayer {

    private static final double BAR = 3;
    private static final double WEDGE = 4;

    void draw(GraphicsContext g, List<Mark> marks, Zoomed shown, Rows rows, Palette palette) {
        double bottom = rows.wave() + rows.waveHeight();
        for (Mark mark : marks) {
            double from = shown.x(mark.fromUs());
            double to = shown.x(mark.toUs());
            if (to < -WEDGE || from > shown.width() + WEDGE) {
                continue;
            }
            switch (mark.kind()) {
                case SCENE -> wedge(g, Math.floor(from), rows, palette);
                case BLACK -> bar(g, from, to, rows.film(), palette);
                case SILENCE -> bar(g, from, to, bottom - BAR, palette);
            }
        }
    }

    private static void wedge(GraphicsContext g, double x, Rows rows, Palette palette) {
        double top = rows.film();
        g.setFill(palette.panel());
        g.fillRect(x - 1, top, 3, rows.filmHeight());
        g.setFill(palette.mark());
        g.fillRect(x, top, 1, rows.filmHeight());
        g.fillPolygon(new double[]{x - WEDGE, x + WEDGE + 1, x + 0.5}, new double[]{top, top, top + WEDGE + 2}, 3);
    }

    private static void bar(GraphicsContext g, double from, double to, double top, Palette palette) {
        double left = Math.floor(from);
        double wide = Math.max(2, Math.ceil(to) - left);
        g.setFill(palette.panel());
        g.fillRect(left, top - 1, wide, BAR + 2);
        g.setFill(palette.mark());
        g.fillRect(left, top, wide, BAR);
    }
}
