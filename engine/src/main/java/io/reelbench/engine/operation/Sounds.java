package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.problem.Code;
import java.util.List;
import java.util.function.UnaryOperator;

/** What several operations do with the sound tracks that a person chose. */
final class Sounds {

    private Sounds() {}

    /** Whether the choice names tracks that are there; a choice that fits none is told. */
    static boolean named(String option, TrackChoice choice, Edit edit, Problems problems) {
        int before = problems.all().size();
        Needs.tracks(option, choice, Track.Audio.class, edit, problems);
        if (problems.all().size() > before) {
            return false;
        } else if (Heard.chosen(choice, edit.sounds()).isEmpty()) {
            problems.add(option, Code.NOTHING_TO_DO, OperationWords.NO_TRACK_FITS, choice, edit.first().name());
            return false;
        }
        return true;
    }

    /** The edit with something done to each chosen track; the others and their order stay. */
    static Edit changed(Edit edit, TrackChoice choice, UnaryOperator<Heard> change) {
        List<Heard> chosen = Heard.chosen(choice, edit.sounds());
        return edit.withSounds(heard -> chosen.stream().anyMatch(c -> c == heard) ? change.apply(heard) : heard);
    }
}
