package io.reelbench.app.recipe;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Optional;

/** Says in the plan line what becomes of ranges that belong to clips. Pure. */
final class OwnRanges {

    private OwnRanges() {}

    /** Nothing where the recipe alone says what is kept, nor of the one range of a clip alone: its card and the timeline tell that. */
    static Optional<String> told(Outlook outlook) {
        List<Clip> all = outlook.ready().stream().flatMap(d -> d.together().stream()).toList();
        List<Cuts> own = all.stream().map(c -> c.draft().get().cuts()).filter(c -> !c.areNone()).toList();
        if (own.isEmpty() || all.size() == 1 && own.getFirst().parts().size() == 1) {
            return Optional.empty();
        }
        Text text = all.size() > 1 ? several(own.size(), all.size()) : one(own.getFirst());
        return Optional.of(text.toString());
    }

    private static Text several(int own, int all) {
        return own == all ? CutWords.OWN_IN_ALL.with() : CutWords.OWN_IN.with(own, all);
    }

    private static Text one(Cuts cuts) {
        int count = cuts.parts().size();
        return (cuts.intoFiles() ? CutWords.OWN_FILES : CutWords.OWN_FILM).with(count);
    }
}
