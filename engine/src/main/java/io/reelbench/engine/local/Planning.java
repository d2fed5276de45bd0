package io.reelbench.engine.local;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Known;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Capabilities;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Past;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.plan.Planner;
import io.reelbench.engine.plan.Reel;
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
        return plan(recipe, List.of(clip), allowed);
    }

    /** Of all clips of a task: several where the recipe joins them. */
    public Planned plan(Recipe recipe, List<Media> clips, Set<String> allowed) throws FailedException, InterruptedException {
        List<Media> known = new ArrayList<>();
        Problems above = new Problems(allowed);
        for (Media clip : clips) {
            known.add(above(recipe, clip, above, allowed));
        }
        Looked looked = below(recipe, known, allowed);
        Problems problems = looked.problems;
        Edit edit = looked.edit;
        if (problems.areSerious()) {
            return new Planned(Optional.empty(), problems.all());
        }
        Planned planned = (mayNeedDevice(edit) ? new Planner(devices.tried(), past) : planner).plan(edit);
        List<Problem> all = new ArrayList<>(problems.all());
        all.addAll(planned.problems());
        return new Planned(planned.plan(), List.copyOf(all));
    }

    /** What was found out, and what came of it. */
    private record Looked(Edit edit, Problems problems) {
    }

    /** A clip with all known of it that the steps above a join ask for; the clip itself where nothing is joined. */
    private Media above(Recipe recipe, Media clip, Problems problems, Set<String> allowed)
            throws FailedException, InterruptedException {
        Media media = recipe.countsFrames(clip) ? clips.with(clip, new Fact.Frames()) : clip;
        if (!recipe.joins()) {
            return media;
        }
        Edit edit = recipe.above(media, problems);
        for (int looks = 0; looks < MOST_LOOKS && !problems.areSerious() && !edit.missing().isEmpty(); looks++) {
            for (Fact fact : edit.missing()) {
                media = clips.with(media, fact);
            }
            edit = recipe.above(media, new Problems(allowed));
        }
        return media;
    }

    private Looked below(Recipe recipe, List<Media> clips, Set<String> allowed) throws FailedException, InterruptedException {
        List<Media> all = new ArrayList<>(clips);
        Known known = Known.NOTHING;
        Problems problems = new Problems(allowed);
        Edit edit = recipe.apply(all, known, problems);
        // what one step asks for may decide what the next one asks for
        for (int looks = 0; looks < MOST_LOOKS && !problems.areSerious() && !edit.missing().isEmpty(); looks++) {
            // no file holds what was joined: a step below asks for files beside it, and the join for how the clip that rules is coded
            int one = edit.reel().map(Reel::ruling).orElse(0);
            Media beside = edit.first();
            for (Fact fact : edit.missing()) {
                if (recipe.joins() && !fact.isOfTheClip()) {
                    beside = this.clips.with(beside, fact);
                    known = beside.known();
                } else {
                    all.set(one, this.clips.with(all.get(one), fact));
                }
            }
            problems = new Problems(allowed);
            edit = recipe.apply(all, known, problems);
        }
        return new Looked(edit, problems);
    }

    /** Devices are tried only for those who ask for one. */
    private static boolean mayNeedDevice(Edit edit) {
        return edit.sinks().stream()
                .anyMatch(sink -> sink instanceof Sink.FileSink file && file.video().encoder().mayBeDevice());
    }
}
