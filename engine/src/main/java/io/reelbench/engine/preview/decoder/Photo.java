package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Spot;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** One picture without time: a photo, also one in tiles, or a cover. */
final class Photo implements Reel {

    private final Source source;
    private final Film.Use use;
    private final int shortest;
    private final Shelf shelf;

    Photo(Source source, Film.Use use, int shortest, Shelf shelf) {
        this.source = source;
        this.use = use;
        this.shortest = shortest;
        this.shelf = shelf;
    }

    @Override
    public Held find(Spot spot, long us, Job job) throws Unable, Job.Unwanted {
        var known = shelf.from(this, 0);
        return known.isPresent() ? known.get() : shelf.put(this, decoded(job), 0, true);
    }

    private AVFrame decoded(Job job) throws Unable, Job.Unwanted {
        if (source.tileGroup() >= 0) {
            return new Tiles(source, job).joined();
        }
        return first(source, source.track(), use, shortest, job);
    }

    /** The first frame of a track. */
    static AVFrame first(Source source, int track, Film.Use use, int shortest, Job job) throws Unable, Job.Unwanted {
        try (Film film = Film.open(source, track, use, shortest)) {
            AVFrame frame = film.next(job);
            if (frame == null) {
                throw new Unable(Reason.NO_FRAME, "the picture cannot be decoded");
            }
            return frame;
        }
    }

    @Override
    public Optional<Held> after(Held held, Job job) {
        return Optional.empty();
    }

    @Override
    public AVRational tick() {
        return Graph.MICROSECONDS;
    }

    @Override
    public long ticks(Held held, long sinceUs) {
        return -sinceUs;
    }

    @Override
    public long lengthUs(Held held) {
        return 0;
    }

    @Override
    public void close() {
        shelf.forget(this);
    }
}
