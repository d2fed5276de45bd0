package io.reelbench.engine.local;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Capabilities;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Past;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.plan.Planner;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** From a clip and a recipe to a plan. What a recipe must know beyond the probe (frames, keyframes) is read first; the planner reads nothing. */
public final class Planning {

    private static final int MOST_LOOKS = 5;

    /** Knows what this machine's devices can do; the engine gives the real one. */
    @FunctionalInterface
    public interface Devices {

        /** What can be done with those devices that work. Trying them takes a moment. */
        Capabilities tried() throws InterruptedException;
    }

    private final Clips clips;
    private final Planner planner;
    private final Devices devices;
    private final Supplier<Past> past;

    /**
     * @param can  what can be done without any device
     * @param past what was done on this machine so far
     */
    public Planning(Clips clips, Capabilities can, Devices devices, Supplier<Past> past) {
        this.clips = clips;
        this.planner = new Planner(can, past);
        this.devices = devices;
        this.past = past;
    }

    public Planned plan(Recipe recipe, Media clip) throws FailedException, InterruptedException {
        return plan(recipe, clip, Set.of());
    }

    /** @param allowed parts of a written command that a person allowed for this one run */
    public Planned plan(Recipe recipe, Media clip, Set<String> allowed) throws FailedException, InterruptedException {
        Media media = recipe.countsFrames(clip) ? clips.with(clip, new Fact.Frames()) : clip;
        Problems problems = new Problems(allowed);
        Edit edit = recipe.apply(media, problems);
        // what one step asks for may decide what the next one asks for
        for (int looks = 0; looks < MOST_LOOKS && !problems.areSerious() && !edit.missing().isEmpty(); looks++) {
            for (Fact fact : edit.missing()) {
                media = clips.with(media, fact);
            }
            problems = new Problems(allowed);
            edit = recipe.apply(media, problems);
        }
        if (problems.areSerious()) {
            return new Planned(Optional.empty(), problems.all());
        }
        Planned planned = (mayNeedDevice(edit) ? new Planner(devices.tried(), past) : planner).plan(edit);
        List<Problem> all = new ArrayList<>(problems.all());
        all.addAll(planned.problems());
        return new Planned(planned.plan(), List.copyOf(all));
    }

    /** Devices are tried only for those who ask for one. */
    private static boolean mayNeedDevice(Edit edit) {
        return edit.sinks().stream()
                .anyMatch(sink -> sink instanceof Sink.FileSink file && file.video().encoder().mayBeDevice());
    }
}
