package io.reelbench.app.viewer;

import io.reelbench.app.viewer.TimelineCanvas.Palette;
import io.reelbench.app.viewer.TimelineCanvas.Rows;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;

/** Draws pictures of the clip, and where its keyframes are. */
final class FilmLayer {

    /** Width to height of a picture, cropped, so that more moments have room. */
    private static final double SHAPE = 1.45;
    private static final double KEYFRAMES_APART = 5;

    /** How many pictures have room in so many pixels. */
    static double room(double width, double height) {
        return height <= 0 ? 0 : width / (height * SHAPE);
    }

    void draw(GraphicsContext g, Film film, Zoomed shown, Rows rows, Palette palette) {
        int count = film.count();
        if (count == 0 || rows.filmHeight() <= 0) {
            return;
        }
        double each = (double) shown.lengthUs() / count;
        int first = (int) Math.clamp(shown.fromUs() / each, 0, count - 1);
        int last = (int) Math.clamp((shown.fromUs() + shown.spanUs()) / each, 0, count - 1);
        for (int i = first; i <= last; i++) {
            double from = Math.round(shown.x(Math.round(i * each)));
            double to = i == count - 1 ? Math.round(shown.x(shown.lengthUs())) : Math.round(shown.x(Math.round((i + 1) * each)));
            tiles(g, film.tile(i), from, to - from, rows, palette);
        }
    }

    /** Looked at closely, one picture stands for some time: it is repeated, not stretched. */
    private static void tiles(GraphicsContext g, Image image, double from, double width, Rows rows, Palette palette) {
        int times = Math.max(1, (int) Math.round(width / (rows.filmHeight() * SHAPE)));
        for (int n = 0; n < times; n++) {
            double x = Math.round(from + n * width / times);
            double wide = Math.round(from + (n + 1) * width / times) - x;
            if (x + wide < 0 || x > g.getCanvas().getWidth()) {
                continue;
            } else if (image == null) {
                g.setFill(palette.empty());
                g.fillRect(x, rows.film(), wide, rows.filmHeight());
            } else {
                cropped(g, image, x, rows.film(), wide, rows.filmHeight());
            }
        }
    }

    private static void cropped(GraphicsContext g, Image image, double x, double y, double width, double height) {
        double shape = width / height;
        double w = Math.min(image.getWidth(), image.getHeight() * shape);
        double h = Math.min(image.getHeight(), image.getWidth() / shape);
        g.drawImage(image, (image.getWidth() - w) / 2, (image.getHeight() - h) / 2, w, h, x, y, width, height);
    }

    /** Ticks at keyframes, at the seam of film and sound; only where they stand apart. */
    void keyframes(GraphicsContext g, Film film, Zoomed shown, Rows rows, Palette palette) {
        long[] times = film.keyframes();
        if (times.length < 2 || shown.width() * shown.factor() / times.length < KEYFRAMES_APART) {
            return;
        }
        double seam = rows.waveHeight() > 0 ? rows.seam() : rows.seam() - 3;
        for (long us : times) {
            double x = Math.floor(shown.x(us));
            if (x >= 0 && x < shown.width()) {
                g.setFill(palette.panel());
                g.fillRect(x - 1, seam - 3, 3, 7);
                g.setFill(palette.key());
                g.fillRect(x, seam - 2, 1, 5);
            }
        }
    }
}
