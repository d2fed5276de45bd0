package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A minute cut out of ten, to the frame and with both ends between keyframes: beside HandBrakeCLI, which encodes the range, and mkvmerge,
 * which cuts at keyframes.
 */
final class ExactCut implements Stage.Measure {

    private static final String CUT = "{\"op\":\"trim\",\"start\":\"2:05.3\",\"end\":\"3:05.3\"}";

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Samples wall = new Samples();
        Samples cpu = new Samples();
        Samples handbrake = new Samples();
        Samples handbrakeWall = new Samples();
        Samples mkvmerge = new Samples();
        Optional<Path> encoder = Programs.find("HandBrakeCLI");
        Optional<Path> merger = Programs.find("mkvmerge");
        try (Engine engine = stage.engine()) {
            Path minute = Clip.minute(engine, stage.fresh("minute"));
            Path clip = minute.resolveSibling("ten.mp4");
            engine.generate(List.of("-stream_loop", "9", "-i", minute.toString(), "-map", "0", "-c", "copy"), clip);
            for (int i = 0; i <= stage.n(); i++) {
                Path other = Files.copy(clip, clip.resolveSibling("ten-" + i + ".mp4"));
                Path to = stage.fresh("cut");
                Timed ours = Timed.of(() -> cut(engine, stage, other, to));
                if (i > 0) {
                    wall.add(ours.wall());
                    cpu.add(ours.cpu().all());
                }
                if (merger.isPresent()) {
                    Path made = to.resolve("merged.mkv");
                    Timed theirs = Timed.of(() -> Programs.run(merger.get(), List.of("-q", "-o", made.toString(), "--split",
                            "parts:00:02:05.3-00:03:05.3", other.toString())));
                    if (i > 0) {
                        mkvmerge.add(theirs.wall());
                    }
                }
                // one in three: it takes long, and differs little
                if (encoder.isPresent() && i % 3 == 1) {
                    Timed theirs = Timed.of(() -> Programs.run(encoder.get(),
                            List.of("-i", other.toString(), "-o", to.resolve("encoded.mp4").toString(), "--start-at",
                                    "seconds:125.3",
                                    "--stop-at", "seconds:60", "-e", "x264", "-q", "21", "--encoder-preset", "medium")));
                    handbrake.add(theirs.cpu().all());
                    handbrakeWall.add(theirs.wall());
                }
                Files.delete(other);
            }
        }
        List<Row> rows = new ArrayList<>();
        rows.add(encoder.isPresent()
                ? Row.atLeast("a minute out of ten, to the frame: CPU of HandBrakeCLI's range / ours", cpu, handbrake, "CPU-s",
                        15)
                : Row.missing("a minute out of ten, to the frame: CPU of HandBrakeCLI's range / ours", cpu.spoken("CPU-s"),
                        "≥ 15 ×"));
        if (encoder.isPresent()) {
            rows.add(Row.compared("… wall", wall, handbrakeWall, "s"));
        }
        rows.add(merger.isPresent()
                ? Row.atMost("… wall, with fsync and all checks / mkvmerge at keyframes", wall, mkvmerge, "s", 2)
                : Row.missing("… wall / mkvmerge at keyframes", wall.spoken("s"), "≤ 2 ×"));
        return List.copyOf(rows);
    }

    private static void cut(Engine engine, Stage stage, Path clip, Path to) throws Exception {
        Task task = Batch.run(engine, Stage.requests(List.of(clip), Stage.recipe(engine, CUT), to)).getFirst();
        if (task.state() != TaskState.DONE || task.outcome().notes().toString().contains("did not fit")) {
            throw new IllegalStateException(task.toString());
        }
    }
}
