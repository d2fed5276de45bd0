package io.reelbench.engine.local;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.plan.Planner;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a clip and a recipe to a plan. What a recipe must know beyond the probe (frames, keyframes) is read first; the planner reads nothing. */
public final class Planning {

    private static final int MOST_LOOKS = 5;

    private final Clips clips;
    private final Planner planner;

    public Planning(Clips clips, Planner planner) {
        this.clips = clips;
        this.planner = planner;
    }

    public Planned plan(Recipe recipe, Media clip) throws FailedException, InterruptedException {
        Media media = recipe.countsFrames(clip) ? clips.with(clip, new Fact.Frames()) : clip;
        Problems problems = new Problems();
        Edit edit = recipe.apply(media, problems);
        // what one step asks for may decide what the next one asks for
        for (int looks = 0; looks < MOST_LOOKS && !problems.areSerious() && !edit.missing().isEmpty(); looks++) {
            for (Fact fact : edit.missing()) {
                media = clips.with(media, fact);
            }
            problems = new Problems();
            edit = recipe.apply(media, problems);
        }
        if (problems.areSerious()) {
            return new Planned(Optional.empty(), problems.all());
        }
        Planned planned = planner.plan(edit);
        List<Problem> all = new ArrayList<>(problems.all());
        all.addAll(planned.problems());
        return new Planned(planned.plan(), List.copyOf(all));
    }
}
