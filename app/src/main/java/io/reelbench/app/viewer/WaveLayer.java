package io.reelbench.app.viewer;

import io.reelbench.app.viewer.TimelineCanvas.Palette;
import io.reelbench.app.viewer.TimelineCanvas.Rows;
import io.reelbench.engine.preview.Waveform;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws the sound: how far it swings, and over it how loud it is. */
final class WaveLayer {

    void draw(GraphicsContext g, Film film, Zoomed shown, Rows rows, Palette palette) {
        Waveform wave = film.waveform();
        if (wave == null || rows.waveHeight() <= 0) {
            return;
        }
        double middle = rows.wave() + rows.waveHeight() / 2;
        double half = rows.waveHeight() / 2 - 2;
        int slices = wave.high().length;
        double each = (double) shown.lengthUs() / slices;
        Color peaks = palette.sound().deriveColor(0, 1, 1, 0.5);
        for (int x = 0; x < (int) shown.width(); x++) {
            int from = (int) ((shown.fromUs() + x * shown.spanUs() / shown.width()) / each);
            int to = Math.max(from + 1, (int) ((shown.fromUs() + (x + 1) * shown.spanUs() / shown.width()) / each));
            float high = 0;
            float low = 0;
            float rms = 0;
            for (int i = from; i < Math.min(to, slices); i++) {
                high = Math.max(high, wave.high()[i]);
                low = Math.min(low, wave.low()[i]);
                rms = Math.max(rms, wave.rms()[i]);
            }
            g.setFill(peaks);
            bar(g, x, middle - high * half, middle - low * half);
            g.setFill(palette.sound());
            bar(g, x, middle - rms * half, middle + rms * half);
        }
    }

    private static void bar(GraphicsContext g, double x, double from, double to) {
        g.fillRect(x, from, 1, Math.max(1, to - from));
    }
}
