package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Spot;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The pictures of one clip. What it gives lies on a {@link Shelf} and is good until the next call. */
interface Reel extends AutoCloseable {

    Held find(Spot spot, long us, Job job) throws Unable, Job.Unwanted;

    /** The frame that follows one that was just found; empty behind the last. */
    Optional<Held> after(Held held, Job job) throws Unable, Job.Unwanted;

    /** What the container counts times in, in seconds. */
    AVRational tick();

    /** When a frame that was just found is shown, in ticks, so much later than a time of the clip; to the tick, as ffmpeg reckons. */
    long ticks(Held held, long sinceUs);

    /** How long a frame is shown that was found; 0 when that is not known. */
    long lengthUs(Held held);

    @Override
    void close();
}
