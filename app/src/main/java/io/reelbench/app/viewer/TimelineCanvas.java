package io.reelbench.app.viewer;

import io.reelbench.engine.plan.Range;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Draws what lies under the words and the playhead of a timeline, layer by layer from the bottom up. Its colours come from the style sheet,
 * so that it follows the theme.
 */
final class TimelineCanvas extends Region {

    static final double RULER = 20;
    static final double LANE = 19;
    private static final double FILM = 53;
    private static final double WAVE = 33;
    static final double HEIGHT = RULER + LANE + FILM + WAVE;

    private static final double LARGE_TICK = 7;
    private static final double SMALL_TICK = 3;
    private static final StyleablePropertyFactory<TimelineCanvas> CSS = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final List<CssMetaData<TimelineCanvas, Color>> COLOURS = List.of(colour("panel", 0), colour("empty", 1),
            colour("tick", 2), colour("key", 3), colour("sound", 4), colour("amber", 5), colour("mark", 6), colour("range-1", 7),
            colour("range-2", 8), colour("range-3", 9), colour("range-4", 10), colour("range-5", 11), colour("range-6", 12));
    private static final int FIRST_RANGE = 7;

    private final Canvas canvas = new Canvas();
    private final List<SimpleStyleableObjectProperty<Color>> colours = COLOURS.stream().map(this::property).toList();
    private final FilmLayer filmLayer = new FilmLayer();
    private final WaveLayer waveLayer = new WaveLayer();
    private final RangeLayer rangeLayer = new RangeLayer();
    private final MarkLayer markLayer = new MarkLayer();
    private Scenery scenery = Scenery.NOTHING;

    /**
     * All there is to draw.
     *
     * @param film   pictures, sound and keyframes; null for none
     * @param shown  which stretch of the clip
     * @param ranges what is kept
     * @param zones  which frames are encoded though the picture is copied
     * @param marks  what was found and is to be shown
     */
    record Scenery(Film film, Zoomed shown, RangeLayer.Ranges ranges, List<Range> zones, List<Mark> marks) {
        static final Scenery NOTHING = new Scenery(null, Zoomed.NOTHING, RangeLayer.Ranges.NONE, List.of(), List.of());
    }

    /** The colours of the theme. */
    record Palette(Color panel, Color empty, Color tick, Color key, Color sound, Color amber, Color mark, List<Color> ranges) {
    }

    /** Where film and sound lie: a clip with one of them only gives it all the room. */
    record Rows(double film, double filmHeight, double wave, double waveHeight) {

        double seam() {
            return film + filmHeight;
        }
    }

    TimelineCanvas() {
        getStyleClass().add("rb-timeline-canvas");
        getChildren().add(canvas);
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
    }

    private static CssMetaData<TimelineCanvas, Color> colour(String name, int index) {
        return CSS.createColorCssMetaData("-rb-timeline-" + name, c -> c.colours.get(index));
    }

    private SimpleStyleableObjectProperty<Color> property(CssMetaData<TimelineCanvas, Color> css) {
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

    private Palette palette() {
        List<Color> all = colours.stream().map(SimpleStyleableObjectProperty::get).toList();
        return new Palette(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5), all.get(6),
                IntStream.range(FIRST_RANGE, all.size()).mapToObj(all::get).toList());
    }

    void show(Scenery now) {
        scenery = now;
        requestLayout();
    }

    /** What is drawn. */
    Scenery scenery() {
        return scenery;
    }

    /** How high pictures are, also while it is not known yet whether there are any. */
    double tileHeight() {
        return Math.max(FILM, rows().filmHeight());
    }

    Rows rows() {
        double rest = Math.max(HEIGHT, getHeight()) - RULER - LANE;
        double top = RULER + LANE;
        boolean picture = scenery.film() != null && scenery.film().hasPicture();
        boolean sound = scenery.film() != null && scenery.film().hasSound();
        double film = !picture ? 0 : sound ? Math.round(rest * FILM / (FILM + WAVE)) : rest;
        return new Rows(top, film, top + film, rest - film);
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
        g.clearRect(0, 0, getWidth(), getHeight());
        Zoomed shown = scenery.shown();
        if (scenery.film() == null || shown.lengthUs() <= 0 || getWidth() <= 0) {
            return;
        }
        Palette palette = palette();
        Rows rows = rows();
        ticks(g, shown, palette);
        filmLayer.draw(g, scenery.film(), shown, rows, palette);
        waveLayer.draw(g, scenery.film(), shown, rows, palette);
        rangeLayer.cover(g, scenery.ranges(), shown, rows, palette);
        rangeLayer.zones(g, scenery.zones(), scenery.ranges(), shown, rows, palette);
        filmLayer.keyframes(g, scenery.film(), shown, rows, palette);
        markLayer.draw(g, scenery.marks(), shown, rows, palette);
        rangeLayer.draw(g, scenery.ranges(), shown, rows, palette);
    }

    private static void ticks(GraphicsContext g, Zoomed shown, Palette palette) {
        g.setFill(palette.tick());
        for (Ruler.Tick t : Ruler.ticks(shown, TimelinePane.NUMBERS_APART)) {
            double height = t.large() ? LARGE_TICK : SMALL_TICK;
            g.fillRect(Math.min(shown.width() - 1, Math.floor(shown.x(t.us()))), RULER - height, 1, height);
        }
    }
}
