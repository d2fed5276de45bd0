package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ten clips of one camera joined without an encoder, and made to survive a power cut, beside mkvmerge and the same fsync. */
final class JoinedCopies implements Stage.Measure {

    private static final int COUNT = 10;
    private static final String STEPS = "{\"op\":\"concat\"}";

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Samples ours = new Samples();
        Samples peer = new Samples();
        Optional<Path> mkvmerge = Programs.find("mkvmerge");
        try (Engine engine = stage.engine()) {
            List<Path> clips = stage.copies(List.of(clip(engine, stage.fresh("joined-one"))), COUNT, "joined-clips");
            for (int i = 0; i <= stage.n(); i++) {
                Path to = stage.fresh("joined");
                long begun = System.nanoTime();
                Task task = Batch.run(engine, List.of(new Request(clips, Path.of(""), Stage.recipe(engine, STEPS),
                        new OutputWish().into(to), Priority.NORMAL))).getFirst();
                double wall = (System.nanoTime() - begun) / 1e9;
                if (task.state() != TaskState.DONE) {
                    throw new IllegalStateException(task.toString());
                }
                Path made = stage.fresh("appended").resolve("o.mkv");
                double theirs = mkvmerge.isEmpty() ? 0 : Timed.of(() -> appended(mkvmerge.get(), clips, made)).wall();
                if (i > 0) {
                    // the first round warms the disk's cache for both
                    ours.add(wall);
                    peer.add(theirs);
                }
            }
        }
        String what = "concat of 10 matching clips of 50 MB, MKV, with fsync and all checks / mkvmerge and fsync";
        return List.of(
                mkvmerge.isEmpty() ? Row.missing(what, ours.spoken("s"), "≤ 1.05 ×") : Row.atMost(what, ours, peer, "s", 1.05));
    }

    private static Path clip(Engine engine, Path folder) throws Exception {
        Path clip = folder.resolve("take.mkv");
        engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=30:d=20,noise=alls=20:allf=t", "-f", "lavfi", "-i",
                "sine=d=20", "-c:v", "libx264", "-preset", "ultrafast", "-b:v", "20M", "-maxrate", "20M", "-bufsize", "20M",
                "-pix_fmt", "yuv420p", "-c:a", "aac"), clip);
        return clip;
    }

    private static void appended(Path mkvmerge, List<Path> clips, Path to) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-q", "-o", to.toString(), clips.getFirst().toString()));
        clips.stream().skip(1).forEach(clip -> arguments.addAll(List.of("+", clip.toString())));
        Programs.run(mkvmerge, arguments);
        try (FileChannel open = FileChannel.open(to, StandardOpenOption.WRITE)) {
            open.force(true);
        }
    }
}
