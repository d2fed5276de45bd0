package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three films, a filmstrip and the loudness of one clip in one task, beside a task for each. */
final class Fused implements Stage.Measure {

    private static final List<String> OUTPUTS = List.of(
            "{\"op\":\"transcode\",\"container\":\"mp4\",\"video-codec\":\"h264\",\"resolution\":\"720p\",\"preset\":\"veryfast\"}",
            "{\"op\":\"transcode\",\"container\":\"mp4\",\"video-codec\":\"h264\",\"resolution\":\"360p\",\"preset\":\"veryfast\"}",
            "{\"op\":\"proxy\",\"resolution\":\"quarter\"}", "{\"op\":\"contact-sheet\",\"pick\":\"exact\"}",
            "{\"op\":\"loudness-report\"}");

    @Override
    public List<Row> on(Stage stage) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Engine engine = stage.engine()) {
            Path folder = stage.fresh("fused");
            rows.add(row(stage, engine, Clip.minute(engine, stage.folder()), "1080p H.264", 0.85));
            Path uhd = folder.resolve("uhd.mp4");
            engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=3840x2160:r=30:d=8,noise=alls=6:allf=t", "-f", "lavfi", "-i",
                    "sine=d=8", "-c:v", "libx265", "-preset", "ultrafast", "-crf", "24", "-pix_fmt", "yuv420p", "-tag:v", "hvc1",
                    "-c:a", "aac"), uhd);
            rows.add(row(stage, engine, uhd, "4K HEVC", 0.7));
        }
        return rows;
    }

    private static Row row(Stage stage, Engine engine, Path clip, String name, double goal) throws Exception {
        Samples together = new Samples();
        Samples apart = new Samples();
        for (int i = 0; i < stage.n(); i++) {
            together.add(cpu(stage, engine, clip, String.join(",", OUTPUTS)));
            double sum = 0;
            for (String output : OUTPUTS) {
                sum += cpu(stage, engine, clip, output);
            }
            apart.add(sum);
        }
        return Row.atMost("three films, filmstrip and loudness of " + name + " in one task / each by itself, CPU", together,
                apart,
                "CPU-s", goal);
    }

    private static double cpu(Stage stage, Engine engine, Path clip, String steps) throws Exception {
        Path to = stage.fresh("fused-out");
        List<Task> tasks = new ArrayList<>();
        Timed took = Timed
                .of(() -> tasks.addAll(Batch.run(engine, Stage.requests(List.of(clip), Stage.recipe(engine, steps), to))));
        if (tasks.getFirst().state() != TaskState.DONE) {
            throw new IllegalStateException(tasks.getFirst().toString());
        }
        return took.cpu().all();
    }
}
