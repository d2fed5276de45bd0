package io.reelbench.app.viewer;

import io.reelbench.engine.preview.Waveform;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Draws what lies under the words and the playhead of a timeline: ticks, film, sound, and what is kept. Its colours come from the style
 * sheet, so that it follows the theme.
 */
final class TimelineCanvas extends Region {

    static final double RULER = 20;
    static final double LANE = 19;
    static final double FILM = 53;
    static final double WAVE = 33;
    static final double HEIGHT = RULER + LANE + FILM + WAVE;

    private static final double TILE_SHAPE = 1.45;
    private static final double KEYFRAMES_APART = 5;
    private static final StyleablePropertyFactory<TimelineCanvas> CSS = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final CssMetaData<TimelineCanvas, Color> PANEL = CSS.createColorCssMetaData("-rb-timeline-panel",
            c -> c.panel);
    private static final CssMetaData<TimelineCanvas, Color> EMPTY = CSS.createColorCssMetaData("-rb-timeline-empty",
            c -> c.empty);
    private static final CssMetaData<TimelineCanvas, Color> TICK = CSS.createColorCssMetaData("-rb-timeline-tick", c -> c.tick);
    private static final CssMetaData<TimelineCanvas, Color> PEAK = CSS.createColorCssMetaData("-rb-timeline-sound", c -> c.sound);
    private static final CssMetaData<TimelineCanvas, Color> RANGE = CSS.createColorCssMetaData("-rb-timeline-range",
            c -> c.range);

    private final Canvas canvas = new Canvas();
    private final SimpleStyleableObjectProperty<Color> panel = colour(PANEL);
    private final SimpleStyleableObjectProperty<Color> empty = colour(EMPTY);
    private final SimpleStyleableObjectProperty<Color> tick = colour(TICK);
    private final SimpleStyleableObjectProperty<Color> sound = colour(PEAK);
    private final SimpleStyleableObjectProperty<Color> range = colour(RANGE);
    private Film film;
    private List<Kept.Part> kept = List.of();
    private long lengthUs;

    TimelineCanvas() {
        getStyleClass().add("rb-timeline-canvas");
        getChildren().add(canvas);
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    private SimpleStyleableObjectProperty<Color> colour(CssMetaData<TimelineCanvas, Color> css) {
        return new SimpleStyleableObjectProperty<>(css, this, css.getProperty(), Color.GRAY) {
            @Override
            protected void invalidated() {
                requestLayout();
            }
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }

    /** What there is to draw. */
    void show(Film now, long length, List<Kept.Part> parts) {
        film = now;
        lengthUs = length;
        kept = parts;
        requestLayout();
    }

    /** Where a time stands, in pixels. */
    double x(long us) {
        return lengthUs <= 0 ? 0 : getWidth() * us / lengthUs;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        draw(canvas.getGraphicsContext2D());
    }

    private void draw(GraphicsContext g) {
        double width = getWidth();
        g.clearRect(0, 0, width, getHeight());
        if (film == null || lengthUs <= 0 || width <= 0) {
            return;
        }
        ticks(g);
        boolean picture = film.tiles().length > 0;
        double top = RULER + LANE;
        double soundTop = picture ? top + FILM : top;
        double soundHeight = picture ? WAVE : FILM + WAVE;
        if (picture) {
            tiles(g, top);
        }
        if (film.waveform() != null) {
            wave(g, film.waveform(), soundTop, soundHeight);
        }
        if (picture) {
            keyframes(g, top + FILM);
        }
        if (!kept.isEmpty()) {
            parts(g, top);
        }
    }

    private void ticks(GraphicsContext g) {
        g.setFill(tick.get());
        for (Ruler.Tick t : Ruler.ticks(lengthUs, getWidth(), TimelinePane.NUMBERS_APART)) {
            double height = t.large() ? 7 : 3;
            g.fillRect(Math.min(getWidth() - 1, Math.floor(x(t.us()))), RULER - height, 1, height);
        }
    }

    private void tiles(GraphicsContext g, double top) {
        Image[] tiles = film.tiles();
        double each = getWidth() / tiles.length;
        for (int i = 0; i < tiles.length; i++) {
            double from = Math.round(i * each);
            double wide = Math.round((i + 1) * each) - from;
            if (tiles[i] == null) {
                g.setFill(empty.get());
                g.fillRect(from, top, wide, FILM);
            } else {
                cropped(g, tiles[i], from, top, wide);
            }
        }
    }

    private static void cropped(GraphicsContext g, Image image, double x, double y, double width) {
        double shape = width / FILM;
        double w = Math.min(image.getWidth(), image.getHeight() * shape);
        double h = Math.min(image.getHeight(), image.getWidth() / shape);
        g.drawImage(image, (image.getWidth() - w) / 2, (image.getHeight() - h) / 2, w, h, x, y, width, FILM);
    }

    private void wave(GraphicsContext g, Waveform wave, double top, double height) {
        double middle = top + height / 2;
        double half = height / 2 - 2;
        int slices = wave.high().length;
        for (int x = 0; x < (int) getWidth(); x++) {
            int from = (int) ((long) x * slices / (int) getWidth());
            int to = Math.max(from + 1, (int) ((x + 1L) * slices / (int) getWidth()));
            float high = 0;
            float low = 0;
            float rms = 0;
            for (int i = from; i < Math.min(to, slices); i++) {
                high = Math.max(high, wave.high()[i]);
                low = Math.min(low, wave.low()[i]);
                rms = Math.max(rms, wave.rms()[i]);
            }
            g.setFill(sound.get().deriveColor(0, 1, 1, 0.5));
            bar(g, x, middle - high * half, middle - low * half);
            g.setFill(sound.get());
            bar(g, x, middle - rms * half, middle + rms * half);
        }
    }

    private static void bar(GraphicsContext g, double x, double from, double to) {
        g.fillRect(x, from, 1, Math.max(1, to - from));
    }

    /** Ticks at keyframes, at the seam of film and sound; only where they stand apart. */
    private void keyframes(GraphicsContext g, double seam) {
        long[] times = film.keyframes();
        if (times.length < 2 || getWidth() / times.length < KEYFRAMES_APART) {
            return;
        }
        g.setFill(tick.get());
        for (long us : times) {
            g.fillRect(Math.floor(x(us)), seam - 2, 1, 5);
        }
    }

    private void parts(GraphicsContext g, double top) {
        List<Kept.Part> inOrder = kept.stream().sorted(java.util.Comparator.comparingLong(Kept.Part::fromUs)).toList();
        g.setFill(panel.get().deriveColor(0, 1, 1, 0.72));
        double at = 0;
        for (Kept.Part part : inOrder) {
            g.fillRect(at, top, Math.max(0, x(part.fromUs()) - at), FILM + WAVE);
            at = Math.max(at, x(part.toUs()));
        }
        g.fillRect(at, top, Math.max(0, getWidth() - at), FILM + WAVE);
        for (Kept.Part part : inOrder) {
            double from = Math.round(x(part.fromUs()));
            double to = Math.round(x(part.toUs()));
            g.setFill(range.get().deriveColor(0, 1, 1, 0.30));
            g.fillRect(from, RULER + 1, to - from, LANE - 1);
            g.setFill(range.get());
            g.fillRect(from, RULER + 1, 3, HEIGHT - RULER - 1);
            g.fillRect(Math.max(from, to - 3), RULER + 1, 3, HEIGHT - RULER - 1);
        }
    }

    /** How many pictures have room. */
    double roomForTiles() {
        return getWidth() / (FILM * TILE_SHAPE);
    }
}
