package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.engine.gather.NaturalOrder;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Text;
import java.util.Comparator;
import java.util.function.Function;

/** The orders that clips can be put in. Clips that are not known yet come last. */
enum SortOrder {
    NAME("name", ClipWords.BY_NAME, ClipWords.SORT_BY_NAME,
            Comparator.comparing(clip -> clip.file().getFileName(), new NaturalOrder())),
    LENGTH("length", ClipWords.BY_LENGTH, ClipWords.SORT_BY_LENGTH, by(media -> media.lengthUs().orElse(0))),
    SIZE("size", ClipWords.BY_SIZE, ClipWords.SORT_BY_SIZE, by(Media::bytes)),
    DATE("date", ClipWords.BY_DATE, ClipWords.SORT_BY_DATE, by(Media::modifiedMs)),
    RESOLUTION("resolution", ClipWords.BY_RESOLUTION, ClipWords.SORT_BY_RESOLUTION, by(SortOrder::pixels));

    private final String word;
    private final ClipWords title;
    private final ClipWords sorting;
    private final Comparator<Clip> order;

    SortOrder(String word, ClipWords title, ClipWords sorting, Comparator<Clip> order) {
        this.word = word;
        this.title = title;
        this.sorting = sorting;
        this.order = order;
    }

    /** How its action ends: {@code sort-by-name}. */
    String word() {
        return word;
    }

    /** What it goes by, for a menu. */
    String title() {
        return title.say();
    }

    /** What sorting so is called. */
    Text sorting() {
        return sorting.with();
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
