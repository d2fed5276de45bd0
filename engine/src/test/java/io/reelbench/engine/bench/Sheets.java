package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A contact sheet of 20 pictures, with its task and its proof, beside 20 calls of ffmpegthumbnailer where the machine has it; of a real clip
 * made longer by repeating it, and of noise, whose keyframes are as large as they get.
 */
final class Sheets implements Stage.Measure {

    private static final int TILES = 20;
    private static final int WIDTH = 128;
    /** Ten seconds of 1080p. */
    private static final String REAL = "bbb-1080p60-h264-aac51.mp4";
    private static final String SHEET = "{\"op\":\"contact-sheet\",\"tile-width\":" + WIDTH + "}";

    @Override
    public List<Row> on(Stage stage) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Engine engine = stage.engine()) {
            Path folder = stage.fresh("sheets");
            Path noise = folder.resolve("noise.mp4");
            engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=25:d=10,noise=alls=6:allf=t", "-c:v", "libx264",
                    "-preset", "veryfast", "-crf", "24", "-g", "100"), noise);
            List<Path> clips = new ArrayList<>(List.of(noise));
            Corpus.place().map(c -> c.resolve("video").resolve(REAL)).ifPresent(clips::addFirst);
            for (Path clip : clips) {
                String name = clip == noise ? "noise" : "film";
                rows.add(row(stage, engine, repeated(engine, clip, 2, folder), name + ", 20 s"));
                rows.add(row(stage, engine, repeated(engine, clip, 60, folder), name + ", 10 min"));
            }
        }
        return rows;
    }

    private static Path repeated(Engine engine, Path clip, int times, Path folder) throws Exception {
        Path longer = folder.resolve(times + clip.getFileName().toString());
        engine.generate(List.of("-stream_loop", Integer.toString(times - 1), "-i", clip.toString(), "-c", "copy"), longer);
        return longer;
    }

    private static Row row(Stage stage, Engine engine, Path clip, String name) throws Exception {
        Optional<Path> thumbnailer = Programs.find("ffmpegthumbnailer");
        Path picture = stage.fresh("sheet-peer").resolve("t.png");
        Samples ours = new Samples();
        Samples peer = new Samples();
        sheet(stage, engine, clip);
        for (int i = 0; i < stage.n(); i++) {
            ours.add(1000 * sheet(stage, engine, clip));
            if (thumbnailer.isPresent()) {
                peer.add(1000 * Timed.of(() -> {
                    for (int t = 0; t < TILES; t++) {
                        Programs.run(thumbnailer.get(), List.of("-i", clip.toString(), "-o", picture.toString(), "-s",
                                Integer.toString(WIDTH), "-t", Integer.toString(100 * t / TILES) + "%"));
                    }
                }).cpu().children());
            }
        }
        String what = "contact sheet of 20 from " + name + " / 20 × ffmpegthumbnailer, CPU";
        return thumbnailer.isEmpty()
                ? Row.missing(what, ours.spoken("CPU-ms"), "≤ 0.167 ×")
                : Row.atMost(what, ours, peer, "CPU-ms", 1 / 6.0);
    }

    private static double sheet(Stage stage, Engine engine, Path clip) throws Exception {
        Path to = stage.fresh("sheet-out");
        List<Task> tasks = new ArrayList<>();
        Timed took = Timed
                .of(() -> tasks.addAll(Batch.run(engine, Stage.requests(List.of(clip), Stage.recipe(engine, SHEET), to))));
        if (tasks.getFirst().state() != TaskState.DONE) {
            throw new IllegalStateException(tasks.getFirst().toString());
        }
        System.err.printf("%s: %.0f ms by this program, %.0f by others%n", clip.getFileName(), 1000 * took.cpu().own(),
                1000 * took.cpu().children());
        return took.cpu().all();
    }
}
