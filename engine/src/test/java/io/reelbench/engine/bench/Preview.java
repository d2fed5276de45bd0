package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.preview.Previews;
import io.reelbench.engine.preview.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Pictures for the window, beside ffmpegthumbnailer where the machine has it. */
final class Preview implements Stage.Measure {

    private static final Size SMALL = new Size(256, 256);
    private static final Size TILE = new Size(128, 128);
    private static final Size VIEW = new Size(1280, 720);
    private static final int TILES = 20;
    private static final List<String> CLIPS = List.of("bbb-1080p60-h264-aac51.mp4", "sintel-trailer-720p-h264-aac.mp4",
            "hevc-1080p-aac-motion-graphics.mp4", "tears-of-steel-battle-800x332-vp8.webm", "bbb-720p-h264-aac51-10s.ts",
            "av1-1080x720-aac.mp4");
    private static final String LONG = "long-362s-1080p-h264-aac-lowbitrate.mp4";

    @Override
    public List<Row> on(Stage stage) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Engine engine = stage.engine()) {
            Previews previews = engine.previews();
            Media film = engine.probe(film(engine, stage));
            previews.frame(film, new Where.At(0), VIEW).get();
            List<Media> clips = new ArrayList<>(List.of(film));
            Optional<Path> corpus = Corpus.place();
            if (corpus.isEmpty()) {
                System.err.println("no corpus of real clips: only the generated one is measured");
            } else {
                for (String name : CLIPS) {
                    Path clip = corpus.get().resolve("video").resolve(name);
                    if (Files.exists(clip)) {
                        clips.add(engine.probe(clip));
                    }
                }
            }
            rows.addAll(thumbnails(stage, previews, clips));
            Optional<Path> lengthy = corpus.map(c -> c.resolve("video").resolve(LONG)).filter(Files::exists);
            rows.add(filmstrip(stage, previews, lengthy.isPresent() ? engine.probe(lengthy.get()) : film));
            rows.addAll(results(stage, engine, film));
            rows.addAll(scrubbing(stage, previews, film));
            rows.add(death(stage, previews, film));
        }
        return rows;
    }

    private static Path film(Engine engine, Stage stage) throws Exception {
        Path film = stage.fresh("preview").resolve("film.mp4");
        engine.generate(
                List.of("-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=25:d=10,noise=alls=8:allf=t", "-c:v", "libx264", "-preset",
                        "veryfast", "-crf", "22", "-g", "50"),
                film);
        return film;
    }

    private static List<Row> thumbnails(Stage stage, Previews previews, List<Media> clips) throws Exception {
        Optional<Path> thumbnailer = Programs.find("ffmpegthumbnailer");
        Path out = stage.fresh("thumbnails").resolve("t.png");
        Samples ours = new Samples();
        Samples again = new Samples();
        Samples peer = new Samples();
        for (int i = 0; i < stage.n(); i++) {
            double mine = 0;
            double kept = 0;
            double theirs = 0;
            previews.clearCache();
            for (Media clip : clips) {
                mine += millis(() -> previews.thumbnail(clip, SMALL).get());
                settle(previews);
                kept += millis(() -> previews.thumbnail(clip, SMALL).get());
                if (thumbnailer.isPresent()) {
                    theirs += millis(() -> Programs.run(thumbnailer.get(),
                            List.of("-i", clip.path().toString(), "-o", out.toString(), "-s", "256")));
                }
            }
            ours.add(mine / clips.size());
            again.add(kept / clips.size());
            peer.add(theirs / clips.size());
        }
        String first = "thumbnail, decoder warm, %d clips / ffmpegthumbnailer, each".formatted(clips.size());
        String second = "… from the cache / ffmpegthumbnailer";
        return thumbnailer.isEmpty()
                ? List.of(Row.missing(first, ours.spoken("ms"), "≤ 1 ×"), Row.missing(second, again.spoken("ms"), "≤ 0.05 ×"))
                : List.of(Row.atMost(first, ours, peer, "ms", 1), Row.atMost(second, again, peer, "ms", 0.05));
    }

    /** What was made is written after it was given; the cache is asked only then. */
    private static void settle(Previews previews) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        long before = -1;
        for (long now = previews.cachedBytes(); now != before && System.nanoTime() < deadline; now = previews.cachedBytes()) {
            before = now;
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private static Row filmstrip(Stage stage, Previews previews, Media clip) throws Exception {
        Optional<Path> thumbnailer = Programs.find("ffmpegthumbnailer");
        Path out = stage.fresh("strip").resolve("t.png");
        Samples ours = new Samples();
        Samples peer = new Samples();
        String what = "filmstrip of 20 / 20 × ffmpegthumbnailer, CPU";
        for (int i = 0; i < stage.n(); i++) {
            previews.clearCache();
            double before = decoderCpu();
            Timed mine = Timed.of(() -> previews.filmstrip(clip, TILES, TILE, _ -> {
            }).get());
            ours.add(1000 * (decoderCpu() - before + mine.cpu().own()));
            if (thumbnailer.isPresent()) {
                peer.add(1000 * Timed.of(() -> {
                    for (int t = 0; t < TILES; t++) {
                        Programs.run(thumbnailer.get(),
                                List.of("-i", clip.path().toString(), "-o", out.toString(), "-s", "128", "-t",
                                        Integer.toString(5 * t) + "%"));
                    }
                }).cpu().children());
            }
        }
        return thumbnailer.isEmpty()
                ? Row.missing(what, ours.spoken("CPU-ms"), "≤ 0.167 ×")
                : Row.atMost(what, ours, peer, "CPU-ms", 1 / 6.0);
    }

    private static List<Row> results(Stage stage, Engine engine, Media film) throws Exception {
        Samples all = new Samples();
        for (int i = 0; i < stage.n(); i++) {
            for (int crf = 16; crf < 36; crf += 2) {
                String steps = (crf % 4 == 0 ? "{'op':'scale','height':%d}," : "%.0s").formatted(480 + 20 * crf)
                        + "{'op':'compress','crf':%d}".formatted(crf);
                Plan plan = engine.plan(Stage.recipe(engine, steps.replace('\'', '"')), film).plan().orElseThrow();
                all.add(millis(() -> engine.previews().result(plan, 5_000_000, VIEW).get()));
            }
        }
        Samples tail = new Samples();
        tail.add(all.percentile(95));
        return List.of(Row.told("result frame after a change of crf or size, 1080p H.264, median", all, "ms"),
                Row.below("… 95 of 100 within", tail, "ms", 250));
    }

    private static List<Row> scrubbing(Stage stage, Previews previews, Media film) throws Exception {
        Samples step = new Samples();
        Samples near = new Samples();
        for (int i = 0; i < stage.n(); i++) {
            long at = 5_000_000;
            for (int s = 0; s < 10; s++) {
                long now = at;
                step.add(millis(() -> previews.frame(film, new Where.PreviousFrame(now), VIEW).get()));
                at -= 40_000;
            }
            for (long us = 0; us < 10_000_000; us += 700_000) {
                long now = us;
                near.add(millis(() -> previews.frame(film, new Where.Near(now), VIEW).get()));
            }
        }
        return List.of(Row.told("a frame back, 1080p shown at 720p", step, "ms"),
                Row.told("a keyframe while scrubbing", near, "ms"));
    }

    private static Row death(Stage stage, Previews previews, Media film) throws Exception {
        Samples back = new Samples();
        for (int i = 0; i < stage.n(); i++) {
            previews.frame(film, new Where.At(0), VIEW).get();
            decoder().orElseThrow().destroyForcibly();
            back.add(millis(() -> previews.frame(film, new Where.At(40_000), VIEW).get(20, TimeUnit.SECONDS)));
        }
        return Row.below("decoder killed → next frame", back, "ms", 2000);
    }

    private static Optional<ProcessHandle> decoder() {
        return ProcessHandle.current().children()
                .filter(child -> child.info().command().orElse("").endsWith("java")).findFirst();
    }

    private static double decoderCpu() {
        return decoder().flatMap(d -> d.info().totalCpuDuration()).map(Duration::toMillis).orElse(0L) / 1000.0;
    }

    private static double millis(Timed.Work work) throws Exception {
        return 1000 * Timed.of(work).wall();
    }
}
