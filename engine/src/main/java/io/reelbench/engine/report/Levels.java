package io.reelbench.engine.report;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Report;
import java.util.List;

/**
 * How loud the tracks of a clip are.
 *
 * @param name of the clip; untrusted
 */
record Levels(String name, Report.Loudness wanted, List<One> tracks) {

    /** @param number among the sound tracks, from 1 */
    record One(int number, Track.Audio track, LoudnessFigures figures) {

        String language() {
            return track.facts().language().map(Object::toString).orElse("");
        }
    }
}
