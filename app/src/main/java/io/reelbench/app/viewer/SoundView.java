package io.reelbench.app.viewer;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Clip;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.preview.Previews;
import io.reelbench.engine.preview.Waveform;
import java.util.concurrent.CompletableFuture;
import javafx.beans.InvalidationListener;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/** A clip without pictures, seen as the shape of its sound; the pointer scrubs in it. FX thread only. */
final class SoundView extends Region {

    private static final int SLICES = 2000;
    private static final double INSET = 24;
    /** Of the height there is. */
    private static final double TALL = 0.72;

    private final Carrier carrier;
    private final Previews previews;
    private final Viewing viewing;
    private final Polygon peaks = new Polygon();
    private final Polygon loudness = new Polygon();
    private final Region line = new Region();
    private final InvalidationListener moved = _ -> placeLine();
    private Clip clip;
    private Waveform shape;
    private CompletableFuture<Waveform> coming;

    SoundView(Carrier carrier, Previews previews, Viewing viewing) {
        this.carrier = carrier;
        this.previews = previews;
        this.viewing = viewing;
        getStyleClass().add("rb-sound-view");
        peaks.getStyleClass().add("rb-sound-peaks");
        loudness.getStyleClass().add("rb-sound-loudness");
        line.getStyleClass().add("rb-sound-line");
        getChildren().addAll(peaks, loudness, line);
        getChildren().forEach(child -> {
            child.setManaged(false);
            child.setMouseTransparent(true);
        });
        setVisible(false);
        setCursor(Cursor.H_RESIZE);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> viewing.drag(time(e)));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> viewing.drag(time(e)));
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> viewing.seek(time(e)));
    }

    /** Shows a clip; null for none. */
    void show(Clip now) {
        setVisible(now != null);
        if (now == clip) {
            return;
        }
        if (clip != null) {
            clip.playhead().removeListener(moved);
            if (coming != null) {
                coming.cancel(true);
            }
        }
        clip = now;
        shape = null;
        if (now != null) {
            now.playhead().addListener(moved);
            now.media().filter(m -> m.audio().isPresent()).ifPresent(this::ask);
        }
        requestLayout();
    }

    private void ask(Media media) {
        Clip of = clip;
        coming = previews.waveform(media, SLICES);
        carrier.bring(coming, came -> {
            if (of == clip) {
                shape = came;
                requestLayout();
            }
        }, _ -> {
        });
    }

    private long length() {
        return clip.media().map(m -> m.lengthUs().orElse(0)).orElse(0L);
    }

    private double room() {
        return Math.max(1, getWidth() - 2 * INSET);
    }

    private long time(MouseEvent event) {
        return clip == null ? 0 : Math.round(Math.clamp((event.getX() - INSET) / room(), 0, 1) * length());
    }

    @Override
    protected void layoutChildren() {
        peaks.getPoints().clear();
        loudness.getPoints().clear();
        if (shape != null) {
            outline(peaks, shape.high(), shape.low());
            outline(loudness, shape.rms(), negative(shape.rms()));
        }
        placeLine();
    }

    private void placeLine() {
        boolean there = clip != null && length() > 0;
        line.setVisible(there);
        if (there) {
            double x = snapPositionX(INSET + room() * Math.min(1, (double) clip.playhead().get() / length()));
            line.resizeRelocate(x, 0, 1, getHeight());
        }
    }

    private static float[] negative(float[] values) {
        float[] below = new float[values.length];
        for (int i = 0; i < below.length; i++) {
            below[i] = -values[i];
        }
        return below;
    }

    /** There along the upper values, back along the lower ones; never thinner than a pixel. */
    private void outline(Polygon form, float[] upper, float[] lower) {
        double middle = getHeight() / 2;
        double half = middle * TALL;
        Double[] points = new Double[4 * upper.length];
        for (int i = 0; i < upper.length; i++) {
            double x = INSET + room() * (i + 0.5) / upper.length;
            int back = points.length - 2 - 2 * i;
            points[2 * i] = x;
            points[2 * i + 1] = middle - Math.max(0.5, upper[i] * half);
            points[back] = x;
            points[back + 1] = middle + Math.max(0.5, -lower[i] * half);
        }
        form.getPoints().setAll(points);
    }
}
