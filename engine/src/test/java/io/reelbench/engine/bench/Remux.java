package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A gigabyte of Matroska copied into Matroska, and made to survive a power cut, beside mkvmerge and the same fsync. */
final class Remux implements Stage.Measure {

    private static final long GIGABYTE = 1_000_000_000;
    private static final String STEPS = "{\"op\":\"transcode\",\"container\":\"mkv\"}";

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Samples ours = new Samples();
        Samples checking = new Samples();
        Samples peer = new Samples();
        Optional<Path> mkvmerge = Programs.find("mkvmerge");
        try (Engine engine = stage.engine()) {
            Path clip = clip(engine, stage.fresh("remux"));
            for (int i = 0; i <= stage.n(); i++) {
                Path to = stage.fresh("remuxed");
                long begun = System.nanoTime();
                Task task = Batch.run(engine, Stage.requests(List.of(clip), Stage.recipe(engine, STEPS), to)).getFirst();
                double wall = (System.nanoTime() - begun) / 1e9;
                if (task.state() != TaskState.DONE) {
                    throw new IllegalStateException(task.toString());
                }
                Path made = stage.fresh("merged").resolve("o.mkv");
                double theirs = mkvmerge.isEmpty() ? 0 : Timed.of(() -> merged(mkvmerge.get(), clip, made)).wall();
                if (i > 0) {
                    // the first round warms the disk's cache for both
                    ours.add(wall);
                    checking.add(verified(engine, task));
                    peer.add(theirs);
                }
            }
        }
        String what = "remux of 1 GB, MKV to MKV, with fsync and all checks / mkvmerge and fsync";
        Row row = mkvmerge.isEmpty() ? Row.missing(what, ours.spoken("s"), "≤ 1.05 ×") : Row.atMost(what, ours, peer, "s", 1.05);
        return List.of(row, Row.told("… of which the look at the output that decides whether it is done", checking, "s"));
    }

    /** A piece that is encoded once and copied until it is large enough. */
    private static Path clip(Engine engine, Path folder) throws Exception {
        Path piece = folder.resolve("piece.mkv");
        engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=30:d=20,noise=alls=20:allf=t", "-f", "lavfi", "-i",
                "sine=d=20", "-c:v", "libx264", "-preset", "ultrafast", "-b:v", "40M", "-maxrate", "40M", "-bufsize", "40M",
                "-pix_fmt", "yuv420p", "-c:a", "aac"), piece);
        Path whole = folder.resolve("gigabyte.mkv");
        engine.generate(List.of("-stream_loop", Long.toString(GIGABYTE / Files.size(piece)), "-i", piece.toString(), "-map", "0",
                "-c", "copy", "-f", "matroska"), whole);
        Files.delete(piece);
        return whole;
    }

    private static void merged(Path mkvmerge, Path clip, Path to) throws Exception {
        Programs.run(mkvmerge, List.of("-q", "-o", to.toString(), clip.toString()));
        try (FileChannel open = FileChannel.open(to, StandardOpenOption.WRITE)) {
            open.force(true);
        }
    }

    /** What looking at such an output takes by itself. */
    private static double verified(Engine engine, Task task) throws Exception {
        Path made = task.outcome().results().getFirst().file();
        Path other = Files.move(made, made.resolveSibling("other-" + System.nanoTime() + ".mkv"));
        return Timed.of(() -> engine.probe(other)).wall();
    }
}
