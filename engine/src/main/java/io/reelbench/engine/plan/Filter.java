package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Size;
import java.util.Optional;

/**
 * One filter of ffmpeg's graph, or a few that belong together. The text is built by us from numbers and our own words only.
 *
 * @param text    as the graph spells it, for example {@code scale=1280:720:flags=lanczos,setsar=1}; labels inside it end in {@code ~},
 *                which becomes something that no other filter has
 * @param effect  what is different behind it
 * @param leadUs  how much earlier than a frame it must have begun to give that frame as it will be, in microseconds; 0 when each frame is
 *                made of itself alone
 * @param clocked whether it looks at the time, so that a cut before it must leave the times as they were
 * @param measure what must be measured of the sound in front of it; its text then stands for what was found
 * @param packets the bitstream filter that does the same to packets of a copied picture; empty where only an encode does it
 * @param burning the captions that it lays over the picture; empty for most
 */
public record Filter(String text, Effect effect, long leadUs, boolean clocked, Optional<Measure> measure,
        Optional<String> packets, Optional<Burning> burning) {

    public static Filter of(String text) {
        return new Filter(text, Effect.NONE, 0, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Filter of(String text, Effect effect) {
        return new Filter(text, effect, 0, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Filter sized(String text, Size size) {
        return of(text, Effect.NONE.sized(size));
    }

    /** A filter of the sound whose text is only known when the sound before it was measured. */
    public static Filter measured(Measure measure) {
        return new Filter("", Effect.NONE, 0, false, Optional.of(measure), Optional.empty(), Optional.empty());
    }

    /** The same, looking back at earlier frames. */
    public Filter lookingBack(long us) {
        return new Filter(text, effect, us, clocked, measure, packets, burning);
    }

    /** The same, looking at the time. */
    public Filter onClock() {
        return new Filter(text, effect, leadUs, true, measure, packets, burning);
    }

    /** The same, which packets of a copied picture can have too. */
    Filter orPackets(String bitstream) {
        return new Filter(text, effect, leadUs, clocked, measure, Optional.of(bitstream), burning);
    }

    /** The same with another text. */
    Filter saying(String other) {
        return new Filter(other, effect, leadUs, clocked, measure, packets, burning);
    }

    /** The same for a timeline whose first moment was at this time, in microseconds. {@code pts} is {@code setpts} or {@code asetpts}. */
    Filter from(long us, String pts) {
        String seconds = io.reelbench.engine.media.Time.seconds(us);
        return clocked && us != 0
                ? saying("%s=PTS+%s/TB,%s,%s=PTS-%s/TB".formatted(pts, seconds, text, pts, seconds)).since(us)
                : this;
    }

    private Filter since(long us) {
        return new Filter(text, effect, leadUs, clocked, measure, packets, burning.map(b -> b.since(us)));
    }

    /** The same, which lays captions over the picture. */
    Filter burning(Burning captions) {
        return new Filter(text, effect, leadUs, clocked, measure, packets, Optional.of(captions));
    }

    /** The size behind it; empty when it does not change. */
    Optional<Size> size() {
        return effect.size();
    }

    /** How much faster time runs behind it than before it. */
    Fraction pace() {
        return effect.pace();
    }
}
