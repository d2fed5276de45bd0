package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** What can be done with ranges, with its keys. */
final class RangeActions {

    private static final Section WHERE = Section.TIMELINE;
    private static final int NUMBERS = 9;

    private final Room room;
    private final Viewing viewing;
    private final Ranges ranges;
    private final BooleanProperty any = new SimpleBooleanProperty();
    private final BooleanProperty several = new SimpleBooleanProperty();

    RangeActions(Room room, Viewing viewing, Ranges ranges) {
        this.room = room;
        this.viewing = viewing;
        this.ranges = ranges;
    }

    /** Told when the ranges may have changed. */
    void refresh() {
        any.set(!ranges.cuts().areNone());
        several.set(ranges.cuts().parts().size() > 1);
    }

    /** @param renaming begins to rename a range where it is seen */
    void register(IntConsumer renaming) {
        BooleanBinding looking = Bindings.createBooleanBinding(this::runs, room.desk().current(), viewing.source());
        add("mark-in", TimelineWords.SET_IN, "I", looking, () -> playhead().ifPresent(ranges::in));
        add("mark-out", TimelineWords.SET_OUT, "O", looking, () -> viewing.clip().ifPresent(c -> ranges.out(after(c))));
        add("clear-marks", TimelineWords.DELETE_RANGE, "X", any, () -> ranges.chosen().ifPresent(ranges::delete));
        add("clear-ranges", TimelineWords.CLEAR_RANGES, "Shift+X", any, ranges::clear);
        add("add-range", TimelineWords.ADD_RANGE, "N", looking, () -> playhead().ifPresent(ranges::add));
        add("split-range", TimelineWords.SPLIT_RANGE, "S", looking, () -> playhead().ifPresent(ranges::split));
        add("rename-range", TimelineWords.RENAME_RANGE, "F2", any, () -> ranges.chosen().ifPresent(renaming::accept));
        add("colour-range", TimelineWords.COLOUR_RANGE, "", any, () -> ranges.chosen().ifPresent(ranges::recolour));
        add("range-earlier", TimelineWords.MOVE_EARLIER, "Alt+Left", several, () -> ranges.move(-1));
        add("range-later", TimelineWords.MOVE_LATER, "Alt+Right", several, () -> ranges.move(1));
        add("next-range", TimelineWords.NEXT_RANGE, "Shift+Page Down", any, () -> ranges.go(1).ifPresent(viewing::seek));
        add("previous-range", TimelineWords.PREVIOUS_RANGE, "Shift+Page Up", any, () -> ranges.go(-1).ifPresent(viewing::seek));
        add("next-cut", TimelineWords.NEXT_CUT, "Down", looking, () -> playhead().ifPresent(at -> viewing.seek(
                ends().filter(us -> us > at).min().orElse(Long.MAX_VALUE / 2))));
        add("previous-cut", TimelineWords.PREVIOUS_CUT, "Up", looking,
                () -> playhead().ifPresent(at -> viewing.seek(ends().filter(us -> us < at).max().orElse(0))));
        add("one-film", TimelineWords.ONE_FILM, "", several, () -> ranges.making(io.reelbench.app.desk.Cuts.Making.FILM));
        add("file-each", TimelineWords.FILE_EACH, "", several, () -> ranges.making(io.reelbench.app.desk.Cuts.Making.FILES));
        for (int n = 1; n <= NUMBERS; n++) {
            int index = n - 1;
            room.actions().add("range-" + n, TimelineWords.RANGE_NUMBER.with(n), WHERE, "Alt+" + n, any, () -> {
                if (index < ranges.cuts().parts().size()) {
                    ranges.choose(index);
                    viewing.seek(ranges.cuts().parts().get(index).fromUs());
                }
            });
        }
    }

    private void add(String id, TimelineWords title, String key, ObservableBooleanValue possible, Runnable run) {
        room.actions().add(id, title.with(), WHERE, key, possible, run);
    }

    private LongStream ends() {
        return Arrays.stream(ranges.ends());
    }

    private Optional<Long> playhead() {
        return viewing.clip().map(c -> c.media().flatMap(Media::video).isPresent()
                ? c.playhead().get()
                : Snap.thousandths(c.playhead().get()));
    }

    /** Whether the clip has a time to cut. */
    private boolean runs() {
        return Optional.ofNullable(room.desk().current().get()).flatMap(Clip::media)
                .filter(m -> !m.still() && m.playedUs().isPresent()).isPresent();
    }

    /** When the frame on screen is over: an out keeps the frame that is seen. */
    private static long after(Clip clip) {
        Optional<Media> media = clip.media();
        long frame = media.flatMap(Media::video).flatMap(v -> v.rate()).map(Rate::frameLength).orElse(0L);
        long end = media.map(m -> m.playedUs().orElse(Long.MAX_VALUE)).orElse(Long.MAX_VALUE);
        return Math.min(end, frame == 0 ? Snap.thousandths(clip.playhead().get()) : clip.playhead().get() + frame);
    }

    /** Whether there are several. */
    ObservableBooleanValue several() {
        return several;
    }

    Actions actions() {
        return room.actions();
    }
}
