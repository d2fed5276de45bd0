package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Set;

/** What several operations ask of a clip before they change it. Each adds a problem and says whether all is well. */
final class Needs {

    /** ffmpeg's demuxers of pictures that move. */
    private static final Set<String> MOVING_PICTURES = Set.of("gif", "apng");

    private Needs() {}

    static boolean picture(Operation operation, Edit edit, Problems problems) {
        if (!edit.hasPicture()) {
            problems.add("", Code.NEEDS_PICTURE, OperationWords.NEEDS_PICTURE, operation.id(), edit.first().name());
        }
        return edit.hasPicture();
    }

    static boolean film(Operation operation, Edit edit, Problems problems) {
        if (edit.first().still()) {
            problems.add("", Code.NEEDS_PICTURE, OperationWords.NEEDS_FILM, operation.id(), edit.first().name());
        }
        return !edit.first().still();
    }

    /** A picture, or one that moves as GIF does; a film has many and must be asked which. */
    static boolean still(Operation operation, Edit edit, Problems problems) {
        boolean picture = edit.hasPicture() && (edit.first().still() || MOVING_PICTURES.contains(edit.first().format()));
        if (!picture) {
            problems.add(new Problem("", Code.NEEDS_STILL, OperationWords.NEEDS_STILL.with(operation.id(), edit.first().name()))
                    .mendedBy(new Fix.Replace(OperationWords.ONE_PICTURE.with(), problems.step(), "thumbnail"),
                            new Fix.Replace(OperationWords.MANY_PICTURES.with(), problems.step(), "frames")));
        }
        return picture;
    }

    static boolean sound(Operation operation, Edit edit, Problems problems) {
        if (!edit.hasSound()) {
            problems.add("", Code.NEEDS_SOUND, OperationWords.NEEDS_SOUND, operation.id(), edit.first().name());
        }
        return edit.hasSound();
    }

    static boolean either(Operation operation, Edit edit, Problems problems) {
        boolean there = edit.hasPicture() || edit.hasSound();
        if (!there) {
            problems.add("", Code.NEEDS_PICTURE, OperationWords.NEEDS_EITHER, operation.id(), edit.first().name());
        }
        return there && film(operation, edit, problems);
    }

    static void noneChosen(String option, TrackChoice choice, Edit edit, Problems problems) {
        problems.add(option, Code.NO_SUCH_TRACK, OperationWords.NO_TRACK_FITS, choice, edit.first().name());
    }

    static void tracks(String option, TrackChoice choice, Class<? extends Track> kind, Edit edit, Problems problems) {
        List<? extends Track> all = kind == Track.Audio.class
                ? edit.sounds().stream().map(Heard::here).toList()
                : edit.first().all(kind);
        if (choice.highest() > all.size()) {
            problems.add(option, Code.NO_SUCH_TRACK, OperationWords.NO_TRACK, choice.highest(), edit.first().name(), all.size());
        }
    }
}
