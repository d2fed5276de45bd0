package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.ffmpeg.Binaries;
import io.reelbench.engine.ffmpeg.Launcher;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Six minutes cut into sixty files without encoding, checked, listed and made to survive a power cut, beside sixty calls of ffmpeg. */
final class SixtyPieces implements Stage.Measure {

    private static final int COUNT = 60;
    private static final int SECONDS = 6;
    private static final String COPY = "{\"op\":\"slice\",\"every\":6,\"mode\":\"copy\"}";
    private static final String PICTURED = "{\"op\":\"slice\",\"every\":6,\"mode\":\"copy\",\"thumbnails\":true}";

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Samples ours = new Samples();
        Samples pictured = new Samples();
        Samples peer = new Samples();
        Samples cpu = new Samples();
        Samples theirCpu = new Samples();
        try (Engine engine = stage.engine(); Launcher launcher = new Launcher()) {
            Binaries binaries = Binaries.in(stage.folder().resolve("bundled"), launcher);
            Path clip = clip(engine, stage.fresh("sixty"));
            for (int i = 0; i <= stage.n(); i++) {
                // other than when it was looked at, so that it is looked at again
                Path other = Files.copy(clip, clip.resolveSibling("clip-" + i + ".mp4"));
                Timed mine = Timed.of(() -> done(engine, stage, other, COPY));
                Timed calls = Timed.of(() -> called(binaries, other, stage.fresh("called")));
                Timed withPictures = Timed.of(() -> done(engine, stage, other, PICTURED));
                Files.delete(other);
                if (i > 0) {
                    ours.add(mine.wall());
                    cpu.add(mine.cpu().all());
                    peer.add(calls.wall());
                    theirCpu.add(calls.cpu().all());
                    pictured.add(withPictures.wall());
                }
            }
        }
        return List.of(
                Row.atMost("60 pieces of 6 minutes by copy, with fsync and all checks / 60 calls of ffmpeg", ours, peer, "s",
                        0.2),
                Row.compared("… CPU", cpu, theirCpu, "CPU-s"), Row.told("… with two pictures of each", pictured, "s"));
    }

    private static void done(Engine engine, Stage stage, Path clip, String steps) throws Exception {
        Task task = Batch.run(engine, Stage.requests(List.of(clip), Stage.recipe(engine, steps), stage.fresh("pieces")))
                .getFirst();
        if (task.state() != TaskState.DONE) {
            throw new IllegalStateException(task.toString());
        }
    }

    private static void called(Binaries binaries, Path clip, Path to) throws Exception {
        for (int i = 0; i < COUNT; i++) {
            Programs.bundled(binaries, "ffmpeg",
                    List.of("-v", "error", "-y", "-ss", Integer.toString(i * SECONDS), "-i", clip.toString(),
                            "-t", Integer.toString(SECONDS), "-map", "0:v:0", "-map", "0:a:0", "-c", "copy", "-movflags",
                            "+faststart",
                            to.resolve(i + ".mp4").toString()));
        }
    }

    /** Twenty seconds of 1080p, eighteen times; a keyframe every two seconds. */
    private static Path clip(Engine engine, Path folder) throws Exception {
        Path piece = folder.resolve("piece.mp4");
        engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=30:d=20", "-f", "lavfi", "-i", "sine=r=48000:d=20",
                "-c:v", "libx264", "-preset", "ultrafast", "-g", "60", "-bf", "2", "-b:v", "1M", "-maxrate", "1M", "-bufsize",
                "2M",
                "-pix_fmt", "yuv420p", "-c:a", "aac"), piece);
        Path whole = folder.resolve("clip.mp4");
        engine.generate(List.of("-stream_loop", "17", "-i", piece.toString(), "-map", "0", "-c", "copy"), whole);
        Files.delete(piece);
        return whole;
    }
}
