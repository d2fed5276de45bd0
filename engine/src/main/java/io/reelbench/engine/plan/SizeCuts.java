package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.Code;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Cuts that keep every piece under a size. What is copied is cut by its packets; what is encoded gets a ceiling for its rate, under which
 * pieces of one length cannot become larger.
 */
final class SizeCuts {

    private static final double IN_HAND = 0.95;
    private static final int FILE = 6000;
    /** The ceiling holds over so many seconds. */
    private static final double BUFFER = 2;
    /** Pieces of the usual ceiling that would be shorter than this get a lower one. */
    private static final double SHORTEST = 5;
    private static final double USUAL_BITS = 4_000_000;
    private static final double LEAST_BITS = 100_000;

    private final Edit edit;

    SizeCuts(Edit edit) {
        this.edit = edit;
    }

    private static double sound(FilePlan file) {
        return file.sounds.stream().mapToLong(SoundOut::bitrate).sum();
    }

    /**
     * The sink with a ceiling, where its picture is encoded.
     *
     * @param plain the plan without one
     */
    Sink.FileSink bound(Sink.FileSink sink, FilePlan plain, long most, Draft draft) {
        if (!plain.encodesPicture()) {
            return sink;
        }
        double wished = sink.rate().maxBitrate().map(b -> (double) b.bitsPerSecond()).orElseGet(this::usual);
        double room = (most - FILE) * IN_HAND * 8;
        double bits = Math.min(wished, room / (SHORTEST + BUFFER) - sound(plain));
        if (bits < LEAST_BITS) {
            draft.problem("max-size", Code.OUT_OF_RANGE, SliceWords.NO_ROOM, new Bytes(most).spoken(),
                    Time.spoken((long) (SHORTEST * Time.SECOND)));
            return sink;
        }
        RateControl rate = sink.rate();
        return new Sink.FileSink(sink.label(), sink.chain(), sink.sounds(), sink.form(), sink.video(),
                new RateControl(rate.goal(), rate.metric(), rate.twoPass(), Optional.of(new Bitrate((long) bits))), sink.sound(),
                sink.tracks(), sink.alwaysEncode(), sink.ifLarger(), sink.cover(), sink.folder());
    }

    /** A good film needs about as much as the clip has, whose codec may be an older one. */
    private double usual() {
        double seconds = edit.first().lengthUs().orElse(0) / 1e6;
        return seconds > 0 ? Math.max(4 * LEAST_BITS, edit.first().bytes() * 8 / seconds) : USUAL_BITS;
    }

    /** @param file the plan with the ceiling */
    List<Long> cuts(long most, FilePlan file, Cuts places, Draft draft) {
        OptionalLong length = edit.lengthUs();
        if (file.picture.isEmpty() && !file.copiesAll() || file.encodesPicture()) {
            if (length.isEmpty()) {
                draft.problem("max-size", Code.NEEDS_OTHER, SliceWords.UNKNOWN_LENGTH, edit.first().name());
                return List.of();
            }
            return even(most, file, length.getAsLong(), draft);
        }
        return places.under(most, file.container, draft);
    }

    private List<Long> even(long most, FilePlan file, long lengthUs, Draft draft) {
        double bits = file.encodesPicture() ? file.sink.rate().maxBitrate().map(Bitrate::bitsPerSecond).orElse(0L) : 0;
        double room = (most - FILE) * IN_HAND * 8 - BUFFER * bits;
        double longest = room / Math.max(1, bits + sound(file)) * Time.SECOND;
        if (longest < Time.SECOND / 10.0) {
            draft.problem("max-size", Code.OUT_OF_RANGE, SliceWords.NO_ROOM, new Bytes(most).spoken(),
                    Time.spoken(Time.SECOND / 10));
            return List.of();
        }
        long count = Math.max(1, (long) Math.ceil(lengthUs / longest));
        if (count > 1) {
            draft.note(SliceWords.UNDER, new Bytes(most).spoken(), Time.spoken(lengthUs / count),
                    new Bytes((long) ((bits + sound(file)) / 8)).spoken());
        }
        return LongStream.range(1, count).map(i -> lengthUs * i / count).boxed().toList();
    }
}
