package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.util.Optional;

/**
 * What is different behind a filter of the picture; whatever is empty stays as it was.
 *
 * @param size   upright, in square pixels
 * @param rate   frames come evenly, at this rate
 * @param fields how its frames were scanned
 * @param pixels depth, chroma and transparency
 * @param colour tags of its colours
 * @param hdr    its dynamic range
 * @param pace   how much faster time runs: 2 is half the length. This one counts for sound too
 */
public record Effect(Optional<Size> size, Optional<Rate> rate, Optional<Track.Fields> fields, Optional<Track.PixelFormat> pixels,
        Optional<Track.ColourSpace> colour, Optional<Track.Hdr> hdr, Fraction pace) {

    public static final Effect NONE = new Effect(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Fraction.ONE);

    public Effect sized(Size other) {
        return new Effect(Optional.of(other), rate, fields, pixels, colour, hdr, pace);
    }

    public Effect timed(Rate other) {
        return new Effect(size, Optional.of(other), fields, pixels, colour, hdr, pace);
    }

    public Effect scanned(Track.Fields other) {
        return new Effect(size, rate, Optional.of(other), pixels, colour, hdr, pace);
    }

    public Effect deep(Track.PixelFormat other) {
        return new Effect(size, rate, fields, Optional.of(other), colour, hdr, pace);
    }

    public Effect coloured(Track.ColourSpace other, Track.Hdr range) {
        return new Effect(size, rate, fields, pixels, Optional.of(other), Optional.of(range), pace);
    }

    public Effect paced(Fraction other) {
        return new Effect(size, rate, fields, pixels, colour, hdr, other);
    }

    /** The picture as it is behind the filter. */
    Track.Video on(Track.Video before) {
        Optional<Rate> now = rate.or(() -> before.rate().map(r -> Rate.of(r.perSecond().times(pace))));
        return new Track.Video(before.facts(), size.orElse(before.coded()), size.isPresent() ? Fraction.ONE : before.pixelShape(),
                size.isPresent() ? 0 : before.rotation(), size.isEmpty() && before.flipped(), pixels.orElse(before.pixels()), now,
                rate.isEmpty() && before.variable(), fields.orElse(before.fields()), colour.orElse(before.colour()),
                hdr.orElse(before.hdr()), before.timecode(), before.reorder());
    }
}
