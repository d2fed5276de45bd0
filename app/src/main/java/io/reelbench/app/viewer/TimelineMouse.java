package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * The mouse over a timeline: drags the ends of ranges, moves ranges by their lane, and scrubs everywhere else. Ends stand on frames, with
 * Shift on keyframes, and are caught by marks and by other ends.
 */
final class TimelineMouse {

    private static final double GRAB = 6;
    private static final double CATCH = 7;
    private static final double STILL = 3;
    private static final double WHEEL = 1.2;

    /** What is being dragged. */
    private sealed interface Drag {

        record Scrub() implements Drag {
        }

        /** @param gesture told to undo as one */
        record End(int range, boolean start, Object gesture) implements Drag {
        }

        /** @param fromUs where it began, and was taken hold of */
        record Whole(int range, long fromUs, long longUs, long heldUs, Object gesture) implements Drag {
        }
    }

    private final Region area;
    private final Viewing viewing;
    private final Ranges ranges;
    private final Supplier<TimelineCanvas.Scenery> scenery;
    private final java.util.function.Consumer<Zoomed> zoom;
    private final IntConsumer rename;
    private Drag drag = new Drag.Scrub();
    private double pressedAt;

    /**
     * @param area   whose left edge is that of what is shown
     * @param zoom   shows another stretch
     * @param rename begins to rename a range
     */
    TimelineMouse(Region area, Viewing viewing, Ranges ranges, Supplier<TimelineCanvas.Scenery> scenery,
            java.util.function.Consumer<Zoomed> zoom, IntConsumer rename) {
        this.area = area;
        this.viewing = viewing;
        this.ranges = ranges;
        this.scenery = scenery;
        this.zoom = zoom;
        this.rename = rename;
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        area.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        area.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        area.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private Zoomed shown() {
        return scenery.get().shown();
    }

    private boolean isEmpty() {
        return shown().lengthUs() <= 0;
    }

    private static boolean inLane(MouseEvent event) {
        return event.getY() >= TimelineCanvas.RULER && event.getY() < TimelineCanvas.RULER + TimelineCanvas.LANE;
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || isEmpty()) {
            return;
        }
        pressedAt = event.getX();
        Optional<Drag.End> end = event.getY() < TimelineCanvas.RULER ? Optional.empty() : end(event.getX());
        Optional<Integer> over = inLane(event) ? range(shown().us(event.getX())) : Optional.empty();
        if (end.isPresent()) {
            ranges.choose(end.get().range());
            drag = end.get();
        } else if (over.isPresent()) {
            Cuts.Part part = ranges.cuts().parts().get(over.get());
            ranges.choose(over.get());
            drag = new Drag.Whole(over.get(), part.fromUs(), part.endUs(shown().lengthUs()) - part.fromUs(),
                    shown().us(event.getX()), new Object());
            if (event.getClickCount() == 2) {
                rename.accept(over.get());
            }
        } else {
            drag = new Drag.Scrub();
            viewing.drag(shown().us(event.getX()));
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || isEmpty()) {
            return;
        }
        boolean still = Math.abs(event.getX() - pressedAt) < STILL;
        switch (drag) {
            case Drag.Scrub _ -> viewing.drag(shown().us(event.getX()));
            case Drag.End end when !still -> {
                long to = snapped(event, end.range());
                ranges.drag(end.range(), end.start(), to, snap().frameUs(), end.gesture());
                // an out shows the last frame that is kept
                viewing.drag(end.start() ? to : Math.max(0, to - snap().frameUs()));
            }
            case Drag.Whole whole when !still -> {
                long from = whole.fromUs() + shown().us(event.getX()) - whole.heldUs();
                long to = event.isShiftDown() ? snap().keyframe(from) : snap().near(from, others(whole.range()), catching());
                ranges.slide(whole.range(), to, whole.longUs(), whole.gesture());
                viewing.drag(to);
            }
            default -> {
                // a click is no drag
            }
        }
    }

    private void released(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || isEmpty()) {
            return;
        }
        boolean still = Math.abs(event.getX() - pressedAt) < STILL;
        List<Cuts.Part> parts = ranges.cuts().parts();
        switch (drag) {
            case Drag.Scrub _ -> viewing.seek(shown().us(event.getX()));
            case Drag.End end when end.range() < parts.size() -> {
                Cuts.Part part = parts.get(end.range());
                viewing.seek(end.start() ? part.fromUs() : Math.max(0, part.endUs(shown().lengthUs()) - snap().frameUs()));
            }
            case Drag.Whole whole when whole.range() < parts.size() ->
                viewing.seek(still ? shown().us(event.getX()) : parts.get(whole.range()).fromUs());
            default -> {
                // it is gone meanwhile
            }
        }
        drag = new Drag.Scrub();
    }

    private void moved(MouseEvent event) {
        boolean end = !isEmpty() && event.getY() >= TimelineCanvas.RULER && end(event.getX()).isPresent();
        area.setCursor(end ? Cursor.H_RESIZE : Cursor.DEFAULT);
    }

    private void scrolled(ScrollEvent event) {
        if (isEmpty()) {
            return;
        }
        event.consume();
        // with Shift a wheel says how far to the side
        boolean sideways = event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (sideways) {
            zoom.accept(shown().scrolled(-turned));
        } else if (turned != 0) {
            zoom.accept(shown().zoomed(turned > 0 ? WHEEL : 1 / WHEEL, event.getX(), snap().frameUs()));
        }
    }

    /** The end of a range under the pointer; that of the active one before others. */
    private Optional<Drag.End> end(double x) {
        List<Cuts.Part> parts = ranges.cuts().parts();
        Optional<Drag.End> found = ranges.chosen().flatMap(i -> end(parts.get(i), i, x));
        for (int i = 0; i < parts.size() && found.isEmpty(); i++) {
            found = end(parts.get(i), i, x);
        }
        return found;
    }

    private Optional<Drag.End> end(Cuts.Part part, int index, double x) {
        double from = Math.abs(shown().x(part.fromUs()) + 1 - x);
        double to = Math.abs(shown().x(part.endUs(shown().lengthUs())) - 1 - x);
        return Math.min(from, to) > GRAB ? Optional.empty() : Optional.of(new Drag.End(index, from < to, new Object()));
    }

    /** The range over a moment; the active one before others. */
    Optional<Integer> range(long us) {
        List<Cuts.Part> parts = ranges.cuts().parts();
        LongStream all = LongStream.concat(ranges.chosen().stream().mapToLong(i -> i), LongStream.range(0, parts.size()));
        return all.mapToObj(i -> (int) i)
                .filter(i -> parts.get(i).fromUs() <= us && us < parts.get(i).endUs(shown().lengthUs())).findFirst();
    }

    private Snap snap() {
        TimelineCanvas.Scenery now = scenery.get();
        return viewing.clip().flatMap(Clip::media)
                .map(m -> Snap.of(m, now.film() == null ? new long[0] : now.film().keyframes()))
                .orElseGet(() -> new Snap(Optional.empty(), 0, new long[0]));
    }

    private long snapped(MouseEvent event, int range) {
        long us = shown().us(event.getX());
        return event.isShiftDown() ? snap().keyframe(us) : snap().near(us, others(range), catching());
    }

    private long catching() {
        return Math.min(shown().span(CATCH), snap().frameUs() * 12);
    }

    /** What catches an end: marks, the ends of other ranges, and those of the clip. */
    private long[] others(int range) {
        List<Cuts.Part> parts = ranges.cuts().parts();
        LongStream ends = LongStream.range(0, parts.size()).filter(i -> i != range)
                .flatMap(i -> LongStream.of(parts.get((int) i).fromUs(), parts.get((int) i).endUs(shown().lengthUs())));
        LongStream marks = scenery.get().marks().stream().flatMapToLong(m -> LongStream.of(m.fromUs(), m.toUs()));
        LongStream edges = LongStream.of(0, shown().lengthUs());
        return LongStream.concat(LongStream.concat(ends, marks), edges).distinct().toArray();
    }
}
