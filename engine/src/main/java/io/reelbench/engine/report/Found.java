package io.reelbench.engine.report;

import io.reelbench.engine.media.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was found in a clip, in microseconds from its first moment.
 *
 * @param cuts    where a scene begins, in order; the first scene begins at 0
 * @param black   where the picture is black
 * @param silence where nothing is heard
 * @param freeze  where nothing moves
 * @param crop    the picture without black bars; empty when it was not looked for or all was black
 * @param fields  how many frames are interlaced; empty when it was not looked for
 */
record Found(List<Cut> cuts, List<Stretch> black, List<Stretch> silence, List<Stretch> freeze, Optional<Rect> crop,
        Optional<Fields> fields) {

    /**
     * A change of scene.
     *
     * @param score how unlike the frames before and behind it are, 0 to 100
     */
    record Cut(long us, double score) {
    }

    /** @param toUs empty when it lasts to the end and nobody knows where that is */
    record Stretch(long fromUs, OptionalLong toUs) {
    }

    /** How many frames are what. */
    record Fields(long progressive, long topFirst, long bottomFirst, long unsure) {

        /** Fewer frames than this share of all that tell are slips of the measurement. */
        private static final double SLIPS = 0.1;

        /** In one word: progressive, top-first, bottom-first, mixed or unknown. */
        String verdict() {
            double all = progressive + topFirst + bottomFirst;
            if (all == 0) {
                return "unknown";
            } else if (progressive >= all * (1 - SLIPS)) {
                return "progressive";
            } else if (topFirst >= all * (1 - SLIPS)) {
                return "top-first";
            }
            return bottomFirst >= all * (1 - SLIPS) ? "bottom-first" : "mixed";
        }
    }

    /** The scenes between the cuts. */
    List<Stretch> scenes(OptionalLong lengthUs) {
        List<Stretch> scenes = new ArrayList<>();
        long from = 0;
        for (Cut cut : cuts) {
            scenes.add(new Stretch(from, OptionalLong.of(cut.us)));
            from = cut.us;
        }
        scenes.add(new Stretch(from, lengthUs));
        return List.copyOf(scenes);
    }
}
