package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;

/**
 * What is played from where a clip stands, in microseconds. Pure.
 *
 * @param fromUs  where it begins anew
 * @param startUs where it begins now
 * @param toUs    where it ends
 */
record Stretch(long fromUs, long startUs, long toUs) {

    /** Where no rate is known. */
    private static final long SOME_FRAME = 40_000;

    /**
     * The part of the clip that is kept, when the playhead stands in one, else all of it. At the end of it, it begins anew.
     *
     * @param backwards whether it is played towards its beginning
     */
    static Stretch of(Clip clip, Media media, boolean backwards) {
        long at = clip.playhead().get();
        long end = media.playedUs().orElse(Long.MAX_VALUE);
        Stretch whole = new Stretch(0, at, end);
        Stretch part = Kept.of(clip).parts().stream().filter(p -> p.fromUs() <= at && at < p.toUs()).findFirst()
                .map(p -> new Stretch(p.fromUs(), at, Math.min(end, p.toUs()))).orElse(whole);
        return part.anew(backwards, media.video().flatMap(v -> v.rate()).map(Rate::frameLength).orElse(SOME_FRAME));
    }

    Stretch anew(boolean backwards, long frameUs) {
        if (backwards) {
            return startUs <= fromUs && toUs != Long.MAX_VALUE ? new Stretch(fromUs, toUs, toUs) : this;
        }
        return toUs != Long.MAX_VALUE && startUs >= toUs - frameUs - frameUs / 2 ? new Stretch(fromUs, fromUs, toUs) : this;
    }
}
