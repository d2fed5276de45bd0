package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.ffmpeg.Binaries;
import io.reelbench.engine.ffmpeg.Launcher;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Ref;
import io.reelbench.engine.plan.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the engine adds to the CPU time of an encode: its own, and that of looking at the output. Both run at the same low priority. */
final class TaskCpu implements Stage.Measure {

    private static final String STEPS = "{\"op\":\"scale\",\"resolution\":\"720p\"},"
            + "{\"op\":\"transcode\",\"container\":\"mp4\",\"video-codec\":\"h264\",\"preset\":\"veryfast\"}";
    private static final int WARM = 3;

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Samples ours = new Samples();
        Samples own = new Samples();
        Samples bare = new Samples();
        try (Launcher launcher = new Launcher(); Engine engine = stage.engine()) {
            Binaries binaries = Binaries.in(stage.places("none").cache().resolve("programs"), launcher);
            Recipe recipe = Stage.recipe(engine, STEPS);
            Path warm = Clip.second(engine, stage.fresh("cpu-warm"));
            for (int i = 0; i < WARM; i++) {
                Batch.run(engine, Stage.requests(List.of(warm, warm, warm), recipe, stage.fresh("cpu")));
            }
            Path clip = Clip.minute(engine, stage.folder());
            Plan plan = engine.plan(recipe, engine.probe(clip)).plan().orElseThrow();
            for (int i = 0; i < stage.n(); i++) {
                Path to = stage.fresh("cpu");
                Timed task = Timed.of(() -> Batch.run(engine, Stage.requests(List.of(clip), recipe, to)));
                ours.add(task.cpu().all());
                own.add(task.cpu().own());
                bare.add(Timed.of(() -> bare(binaries, plan, stage.fresh("cpu"))).cpu().children());
            }
        }
        return List.of(Row.atMost("CPU of a task, 1080p→720p x264, 60 s / bare command", ours, bare, "CPU-s", 1.02),
                Row.told("… of which the engine itself", own, "CPU-s"));
    }

    private static void bare(Binaries binaries, Plan plan, Path to) throws Exception {
        for (Step step : plan.steps()) {
            List<String> arguments = new ArrayList<>(List.of("-n", "19", binaries.ffmpeg().toString()));
            arguments.addAll(((Step.Run) step).command().arguments(ref -> place(ref, plan, to), Map.of()));
            Programs.Said said = Programs.run(Programs.find("nice").orElseThrow(), arguments,
                    Optional.of(binaries.environment()));
            if (said.code() != 0) {
                throw new IllegalStateException("the bare command failed: " + arguments);
            }
        }
    }

    private static String place(Ref ref, Plan plan, Path to) {
        return ref instanceof Ref.Source ? plan.sources().getFirst().path().toString() : to.resolve("bare.mp4").toString();
    }
}
