package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ten real clips, the small ones repeated until they are three times that, made to fit under 10 MB: 10 of 10 within −5…0 %. */
final class TargetSize implements Stage.Measure {

    private static final long TEN_MB = 10_000_000;
    private static final double MOST_GIVEN_AWAY = 0.05;
    private static final List<String> CLIPS = List.of("bbb-long-3min-252p-h264-aac.mp4", "sintel-trailer-720p-h264-aac.mp4",
            "pixel7-rot180-noaudio.mp4", "bbb-1080p60-h264-aac51.mp4", "bbb-720p-h264-aac51-10s.ts",
            "seattle-msmpeg4v2-640x360.avi", "pig-480p-h264-aac.mp4", "frog-480p-h264-aac.mp4", "flir-thermal-vfr-1080x1440.mp4",
            "flower-540p-h264-aac.mp4");

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Optional<Path> corpus = Corpus.place();
        if (corpus.isEmpty()) {
            return List.of(Row.missing("target size on ten real clips", "no real clips", "10 of 10"));
        }
        List<Row> rows = new ArrayList<>();
        int good = 0;
        try (Engine engine = stage.engine()) {
            for (String name : CLIPS) {
                Path clip = large(engine, corpus.get().resolve("video").resolve(name), stage.fresh("size-in"));
                Task task = Batch.run(engine, Stage.requests(List.of(clip), Stage.recipe(engine,
                        "{\"op\":\"compress\",\"container\":\"mp4\",\"preset\":\"veryfast\",\"target-size\":" + TEN_MB + "}"),
                        stage.fresh("size"))).getFirst();
                String reason = task.outcome().failure().map(f -> f.headline().toString()).orElse("");
                long size = task.outcome().results().stream().mapToLong(Task.Result::bytes).findFirst().orElse(0);
                double off = (double) size / TEN_MB - 1;
                boolean fits = off <= 0 && off >= -MOST_GIVEN_AWAY;
                good += fits ? 1 : 0;
                rows.add(new Row("… " + name, size + " B", TEN_MB + " B",
                        size == 0 ? reason : String.format(Locale.ROOT, "%+.2f %%", off * 100), "−5…0 %", fits ? "yes" : "NO"));
                System.err.println(rows.getLast().cells());
            }
        }
        rows.addFirst(new Row("target size on ten real clips", good + " of " + CLIPS.size(), "", "", "10 of 10",
                good == CLIPS.size() ? "yes" : "NO"));
        return rows;
    }

    private static Path large(Engine engine, Path clip, Path folder) throws Exception {
        long times = 3 * TEN_MB / Files.size(clip);
        if (times < 1) {
            return clip;
        }
        String name = clip.getFileName().toString();
        Path longer = folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".mkv");
        engine.generate(
                List.of("-stream_loop", Long.toString(times), "-i", clip.toString(), "-map", "0:v:0", "-map", "0:a:0?", "-c",
                        "copy"),
                longer);
        return longer;
    }
}
