package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Source;
import java.nio.ByteBuffer;
import java.util.TreeSet;

/** Reads a film to its end, without decoding, for the times of its keyframes. */
final class KeyTimes {

    private final Source source;
    private final Job job;

    KeyTimes(Source source, Job job) {
        this.source = source;
        this.job = job;
    }

    Answer into(ByteBuffer part) throws Unable, Job.Unwanted {
        TreeSet<Long> times = new TreeSet<>();
        try (Film film = Film.open(source, Film.Use.SMALL_KEYFRAMES, Integer.MAX_VALUE)) {
            while (film.read(job)) {
                if (times.isEmpty() && film.hidesItsStart() && film.packetIsKey()) {
                    film.startsAt(film.packetUs());
                }
                if (film.packetIsKey() && !film.packetIsHidden() && film.packetHasTime()) {
                    times.add(film.packetUs());
                }
            }
        }
        if (times.size() * (long) Long.BYTES > part.capacity()) {
            throw new Unable(Reason.TOO_LARGE, times.size() + " keyframes");
        }
        times.forEach(part::putLong);
        return new Answer.Counted(job.id(), times.size());
    }
}
