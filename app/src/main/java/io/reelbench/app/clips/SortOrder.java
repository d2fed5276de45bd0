package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.engine.gather.NaturalOrder;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.util.Comparator;
import java.util.function.Function;

/** The orders that clips can be put in. Clips that are not known yet come last. */
enum SortOrder {
    NAME("name", Comparator.comparing(clip -> clip.file().getFileName(), new NaturalOrder())), LENGTH("length",
            by(media -> media.lengthUs().orElse(0))),
    SIZE("size", by(Media::bytes)), DATE("date",
            by(Media::modifiedMs)),
    RESOLUTION("resolution", by(SortOrder::pixels));

    private final String word;
    private final Comparator<Clip> order;

    SortOrder(String word, Comparator<Clip> order) {
        this.word = word;
        this.order = order;
    }

    String word() {
        return word;
    }

    /** Equal ones stay in the order they are in. */
    Comparator<Clip> order() {
        return order;
    }

    private static Comparator<Clip> by(Function<Media, Long> amount) {
        return Comparator.comparing(clip -> clip.media().map(amount).orElse(Long.MAX_VALUE));
    }

    private static long pixels(Media media) {
        return media.video().map(Track.Video::upright).map(SortOrder::area).orElse(0L);
    }

    private static long area(Size size) {
        return (long) size.width() * size.height();
    }
}
