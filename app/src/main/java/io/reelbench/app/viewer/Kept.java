package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import io.reelbench.app.desk.Judged;
import io.reelbench.app.desk.Planning;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Pieces;
import io.reelbench.engine.plan.Range;
import java.util.List;

/** Which parts of a clip are kept: its own ranges, else those that its recipe keeps. Pure. */
final class Kept {

    /** So many pieces are told apart; more are a film cut small by its recipe. */
    private static final int MOST = 500;

    private Kept() {}

    /** The parts in the order of the output; none when all of it is kept or nobody knows. */
    static Cuts of(Clip clip) {
        Cuts own = clip.draft().get().cuts();
        if (!own.areNone()) {
            return own;
        }
        // the plan knows more of the clip: where scenes change, say
        return clip.planning().get() instanceof Planning.Ready ready && ready.plan().sources().size() == 1
                ? parts(ready.judged(), ready.plan().sources().getFirst())
                : Cuts.NONE;
    }

    private static Cuts parts(Judged judged, Media media) {
        Problems problems = new Problems();
        Edit edit = judged.recipe().orElseThrow().apply(media, problems);
        if (problems.areSerious() || edit.reel().isPresent()) {
            return Cuts.NONE;
        }
        long end = media.playedUs().orElse(Cuts.OPEN);
        if (edit.pieces().isPresent() && edit.isWhole()) {
            List<long[]> pieces = edit.pieces().get().cut() instanceof Pieces.Under
                    ? List.of()
                    : edit.pieces().get().ranges().stream().limit(MOST).map(r -> inClip(edit, r, end)).filter(r -> r[1] > r[0])
                            .toList();
            return pieces.size() < 2 ? Cuts.NONE : Cuts.of(pieces).making(Cuts.Making.FILES);
        }
        return edit.isWhole()
                ? Cuts.NONE
                : Cuts.of(edit.segments().stream().map(s -> new long[]{s.fromUs(), s.toUs().orElse(Cuts.OPEN)}).toList());
    }

    private static long[] inClip(Edit edit, Range piece, long end) {
        return new long[]{edit.toSource(piece.fromUs()), piece.toUs() == Range.OPEN
                ? Cuts.OPEN
                : Math.min(end, edit.toSource(piece.toUs()))};
    }
}
