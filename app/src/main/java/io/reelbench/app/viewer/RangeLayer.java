package io.reelbench.app.viewer;

import io.reelbench.app.desk.Cuts;
import io.reelbench.app.viewer.TimelineCanvas.Palette;
import io.reelbench.app.viewer.TimelineCanvas.Rows;
import io.reelbench.engine.plan.Range;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws what is kept, and which frames around its ends are encoded again. */
final class RangeLayer {

    private static final double HATCH = 6;
    private static final double CAP = 4;
    private static final double LEAST = 5;
    private static final double COVERED = 0.72;
    private static final double DARKENED = 0.62;

    /**
     * What is kept.
     *
     * @param active which one keys set
     */
    record Ranges(List<Cuts.Part> parts, int active) {
        static final Ranges NONE = new Ranges(List.of(), 0);
    }

    /** Lays the panel's colour over all that is not kept. */
    void cover(GraphicsContext g, Ranges ranges, Zoomed shown, Rows rows, Palette palette) {
        if (ranges.parts().isEmpty()) {
            return;
        }
        g.setFill(palette.panel().deriveColor(0, 1, 1, COVERED));
        long at = 0;
        for (Cuts.Part part : ranges.parts().stream().sorted(Comparator.comparingLong(Cuts.Part::fromUs)).toList()) {
            fill(g, at, part.fromUs(), shown, rows);
            at = Math.max(at, part.endUs(shown.lengthUs()));
        }
        fill(g, at, shown.lengthUs(), shown, rows);
    }

    private static void fill(GraphicsContext g, long fromUs, long toUs, Zoomed shown, Rows rows) {
        double from = Math.max(0, Math.round(shown.x(fromUs)));
        double to = Math.min(shown.width(), Math.round(shown.x(toUs)));
        if (to > from) {
            g.fillRect(from, rows.film(), to - from, rows.filmHeight() + rows.waveHeight());
        }
    }

    /** The frames that are encoded again: darkened and hatched, with an edge where copying begins or ends. */
    void zones(GraphicsContext g, List<Range> zones, Ranges ranges, Zoomed shown, Rows rows, Palette palette) {
        for (Range zone : zones) {
            boolean head = ranges.parts().stream().anyMatch(p -> Math.abs(p.fromUs() - zone.fromUs()) < near(shown));
            double first = Math.floor(shown.x(zone.fromUs()));
            double last = Math.ceil(shown.x(zone.toUs()));
            // few frames are few pixels: seen all the same, and never outside of the range
            double from = Math.max(0, head ? first : Math.min(first, last - LEAST));
            double to = Math.min(shown.width(), head ? Math.max(last, first + LEAST) : last);
            if (to > from && rows.filmHeight() > 0) {
                zone(g, from, to, rows, palette.amber());
                g.setFill(palette.amber());
                g.fillRect(head ? to - 1 : from, rows.film(), 1, rows.filmHeight());
            }
        }
    }

    /** A zone begins at a range's first frame, which may lie half a frame beside what was asked for. */
    private static long near(Zoomed shown) {
        return Math.max(50_000, shown.span(1));
    }

    private static void zone(GraphicsContext g, double from, double to, Rows rows, Color amber) {
        double top = rows.film();
        double height = rows.filmHeight();
        g.setFill(Color.BLACK.deriveColor(0, 1, 1, DARKENED));
        g.fillRect(from, top, to - from, height);
        g.save();
        g.beginPath();
        g.rect(from, top, to - from, height);
        g.clip();
        g.setStroke(amber);
        g.setLineWidth(1.5);
        for (double x = Math.floor((from - height) / HATCH) * HATCH; x < to; x += HATCH) {
            g.strokeLine(x, top + height, x + height, top);
        }
        g.restore();
        g.setFill(amber);
        g.fillRect(from, top, to - from, CAP);
    }

    /** The lane above the film, and the ends through all of it. */
    void draw(GraphicsContext g, Ranges ranges, Zoomed shown, Rows rows, Palette palette) {
        for (int i = 0; i < ranges.parts().size(); i++) {
            if (i != ranges.active()) {
                part(g, ranges.parts().get(i), false, shown, rows, palette);
            }
        }
        if (ranges.active() < ranges.parts().size()) {
            part(g, ranges.parts().get(ranges.active()), true, shown, rows, palette);
        }
    }

    private static void part(GraphicsContext g, Cuts.Part part, boolean active, Zoomed shown, Rows rows, Palette palette) {
        Color colour = palette.ranges().get(part.colour());
        double from = Math.round(shown.x(part.fromUs()));
        double to = Math.round(shown.x(part.endUs(shown.lengthUs())));
        double left = Math.max(0, from);
        double right = Math.min(shown.width(), to);
        if (right <= left) {
            return;
        }
        double top = TimelineCanvas.RULER + 1;
        g.setFill(colour.deriveColor(0, 1, 1, active ? 0.30 : 0.16));
        g.fillRect(left, top, right - left, TimelineCanvas.LANE - 1);
        double thick = active ? 3 : 2;
        double height = rows.wave() + rows.waveHeight() - top;
        g.setFill(active ? colour : colour.deriveColor(0, 1, 1, 0.85));
        if (from >= 0) {
            g.fillRect(from, top, thick, height);
        }
        if (to <= shown.width()) {
            g.fillRect(Math.max(left, to - thick), top, thick, height);
        }
    }
}
