package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Spot;
import java.util.List;

/** The pictures of one clip. What it gives lies on a {@link Shelf} and is good until the next call. */
interface Reel extends AutoCloseable {

    Held find(Spot spot, long us, Job job) throws Unable, Job.Unwanted;

    /** The frames from a time on up to and with the one on screen at another; for filters that look at what came before. */
    List<Held> run(long fromUs, long us, Job job) throws Unable, Job.Unwanted;

    /** How long a frame is shown that was found; 0 when that is not known. */
    long lengthUs(Held held);

    @Override
    void close();
}
