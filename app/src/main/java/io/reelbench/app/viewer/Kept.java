package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Judged;
import io.reelbench.app.desk.Planning;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.plan.Edit;
import java.util.List;

/** Which parts of a clip its recipe keeps. Pure. */
final class Kept {

    /** A part in microseconds of the clip. */
    record Part(long fromUs, long toUs) {
    }

    private Kept() {}

    /** The parts in the order of the output; empty when all of it is kept or nobody knows. */
    static List<Part> of(Clip clip) {
        Judged judged = clip.planning().get() instanceof Planning.Ready ready ? ready.judged() : null;
        if (judged == null || clip.media().isEmpty()) {
            return List.of();
        }
        return parts(judged, clip.media().get());
    }

    private static List<Part> parts(Judged judged, Media media) {
        Problems problems = new Problems();
        Edit edit = judged.recipe().orElseThrow().apply(media, problems);
        if (problems.areSerious() || edit.isWhole()) {
            return List.of();
        }
        long end = media.lengthUs().orElse(0);
        return edit.segments().stream().map(s -> new Part(s.fromUs(), s.toUs().orElse(end))).toList();
    }
}
