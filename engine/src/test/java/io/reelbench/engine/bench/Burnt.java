package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Thirty captions in the picture of a minute, drawing them included, beside the same encode without. */
final class Burnt implements Stage.Measure {

    private static final int CUES = 30;
    private static final String ENCODE = "{\"op\":\"transcode\",\"container\":\"mp4\",\"video-codec\":\"h264\",\"crf\":23}";

    @Override
    public List<Row> on(Stage stage) throws Exception {
        try (Engine engine = stage.engine()) {
            Path clip = Clip.minute(engine, stage.folder());
            Path cues = Files.writeString(stage.fresh("burnt").resolve("cues.srt"), cues());
            String burn = "{\"op\":\"subtitle-burn\",\"subtitle\":\"" + cues + "\"}," + ENCODE;
            Samples with = new Samples();
            Samples without = new Samples();
            for (int i = 0; i < stage.n(); i++) {
                with.add(cpu(stage, engine, clip, burn));
                without.add(cpu(stage, engine, clip, ENCODE));
            }
            return List.of(Row.atMost("30 captions burnt into a minute of 1080p / the same encode without, CPU", with, without,
                    "CPU-s", 1.1));
        }
    }

    private static String cues() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CUES; i++) {
            text.append("%d\n00:00:%02d,200 --> 00:00:%02d,900\nCaption number %d is a <i>sentence</i> of usual length,\n"
                    .formatted(i + 1, 2 * i, 2 * i + 1, i + 1)).append("which goes on in a second line.\n\n");
        }
        return text.toString();
    }

    private static double cpu(Stage stage, Engine engine, Path clip, String steps) throws Exception {
        Path to = stage.fresh("burnt-out");
        List<Task> tasks = new ArrayList<>();
        Timed took = Timed
                .of(() -> tasks.addAll(Batch.run(engine, Stage.requests(List.of(clip), Stage.recipe(engine, steps), to))));
        if (tasks.getFirst().state() != TaskState.DONE) {
            throw new IllegalStateException(tasks.getFirst().toString());
        }
        return took.cpu().all();
    }
}
