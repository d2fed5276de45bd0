package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Rate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a plan does to single frames of its picture, for showing one of them before anything runs.
 *
 * @param track   the picture, by its position in the file
 * @param parts   the parts of the clip that are in the output, in its order
 * @param moment  the only time of the clip that is in the output, in microseconds; empty for a film
 * @param pace    how much faster time runs in the output than in the clip
 * @param filters in order, behind a decoder that turns frames upright
 * @param files   what the filters read beside frames
 * @param coding  how it is encoded; empty when it is copied
 * @param unseen  what one frame cannot show
 */
public record Glimpse(int track, List<Range> parts, OptionalLong moment, Fraction pace, List<Filter> filters, List<Bring> files,
        Optional<Coding> coding,
        List<Unseen> unseen) {

    /** Matroska rounds times to whole milliseconds. */
    private static final long ROUNDING = 500;

    /**
     * The encoder.
     *
     * @param encoder ffmpeg's name
     * @param options ffmpeg's names and values in turn, without those of the muxer and of whole runs; {@code q} is a fixed quantiser
     * @param pixels  pixel format that the encoder gets; empty where the filters see to it
     * @param rate    frames a second; empty when they vary, and for a still
     */
    public record Coding(String encoder, List<String> options, String pixels, Optional<Rate> rate) {
    }

    /** What one frame cannot show. */
    public enum Unseen {
        /** Most frames of a film lean on others; one alone is a keyframe. */
        ONE_FRAME,
        /** A bit rate or a size is spread over the whole film. */
        RATE_CONTROL,
        /** The crf is searched when the plan runs; the usual one is shown. */
        SCORE,
        /** Which colours the whole needs; one frame is shown with those that it needs itself. */
        PALETTE,
        /** Which frame is taken is decided when the plan runs. */
        PICK
    }

    public boolean isCopy() {
        return coding.isEmpty();
    }

    /**
     * Whether a frame is in the output.
     *
     * @param us       when it is shown, in microseconds of the clip
     * @param lengthUs for how long; 0 for the last one
     */
    public boolean keeps(long us, long lengthUs) {
        if (moment.isPresent()) {
            return us <= moment.getAsLong() + ROUNDING && (lengthUs == 0 || moment.getAsLong() + ROUNDING < us + lengthUs);
        }
        return parts.stream().anyMatch(p -> isIn(p, us));
    }

    private static boolean isIn(Range part, long us) {
        return part.fromUs() <= us + ROUNDING && us + ROUNDING < part.toUs();
    }

    /** When a time of the clip comes in the output, in microseconds; for one that is cut away, where its part would go on to. */
    public long outputUs(long us) {
        return Fraction.of(joinedUs(us)).over(pace).round();
    }

    /** When it comes in the joined parts, before filters change its time. */
    public long joinedUs(long us) {
        long before = 0;
        // parts may stand in any order
        for (Range part : parts) {
            if (isIn(part, us)) {
                return before + us - part.fromUs();
            }
            before += part.toUs() - part.fromUs();
        }
        before = 0;
        for (Range part : parts) {
            if (us < part.toUs()) {
                return before + us - part.fromUs();
            }
            before += part.toUs() - part.fromUs();
        }
        return parts.isEmpty() || parts.getLast().toUs() == Range.OPEN ? us : before + us - parts.getLast().toUs();
    }

    /** The part in which a time of the clip is; all of the clip for one that is cut away. */
    public Range around(long us) {
        return parts.stream().filter(p -> isIn(p, us)).findFirst()
                .orElse(new Range(0, Range.OPEN));
    }

    /** Whether each frame is made of one alone, and comes at its time. */
    public boolean isSingle() {
        return filters.stream()
                .allMatch(f -> f.leadUs() == 0 && f.effect().rate().isEmpty() && f.pace().equals(Fraction.ONE));
    }

    /** How much earlier than the frame decoding must begin, in microseconds, for filters that look at earlier ones. */
    public long leadUs() {
        return Chain.leadUs(filters);
    }

    /** All filters as ffmpeg's graph spells them; empty without any. */
    public String chain() {
        return Chain.text(filters);
    }
}
