package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.EngineSeam;
import io.reelbench.engine.queue.Settings;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Three hundred copies of a second each, into the lasting queue, beside a shell that does nothing but call mkvmerge. */
final class ShortCopies implements Stage.Measure {

    private static final int COUNT = 300;
    private static final String STEPS = "{\"op\":\"transcode\",\"container\":\"mkv\"}";
    private static final String LOOP = "for f in \"$1\"/*; do \"$3\" -q -o \"$2/${f##*/}.mkv\" \"$f\"; done";

    private final Samples middle = new Samples();
    private final Samples late = new Samples();
    private final Samples latest = new Samples();

    @Override
    public List<Row> on(Stage stage) throws Exception {
        List<Path> clips;
        try (Engine engine = stage.engine()) {
            clips = stage.copies(List.of(Clip.second(engine, stage.fresh("second"))), COUNT, "seconds");
        }
        Optional<Path> mkvmerge = Programs.find("mkvmerge");
        Round warm = round(stage, clips.subList(0, 40), 3, "warm");
        Timings one = new Timings();
        Timings three = new Timings();
        Timings loop = new Timings();
        for (int i = 0; i < stage.n(); i++) {
            Round single = round(stage, clips, 1, "one-" + i);
            one.add(single.took);
            middle.add(single.gaps.median());
            late.add(single.gaps.percentile(95));
            latest.add(single.gaps.most());
            if (mkvmerge.isPresent()) {
                loop.add(loop(stage, clips, mkvmerge.get()));
            }
            three.add(round(stage, clips, 3, "three-" + i).took);
        }
        return rows(one, three, loop, mkvmerge.isPresent());
    }

    private List<Row> rows(Timings one, Timings three, Timings loop, boolean peer) {
        List<Row> rows = new ArrayList<>(List.of(Row.told("one slot, 300 copies: ffmpeg's exit → next start, p50", middle, "ms"),
                Row.below("… p95 (verification overlaps the next run)", late, "ms", 50), Row.told("… longest", latest, "ms")));
        if (peer) {
            rows.add(Row.atMost("300 copies, 3 slots / shell loop of mkvmerge", three.wall, loop.wall, "s", 1.3));
            rows.add(Row.compared("… with one slot", one.wall, loop.wall, "s"));
            rows.add(Row.compared("… CPU, 3 slots", three.cpu, loop.cpu, "CPU-s"));
            rows.add(Row.compared("… CPU, one slot", one.cpu, loop.cpu, "CPU-s"));
        } else {
            rows.add(Row.missing("300 copies, 3 slots / shell loop of mkvmerge", three.wall.spoken("s"), "≤ 1.3 ×"));
        }
        return rows;
    }

    private static final class Timings {
        private final Samples wall = new Samples();
        private final Samples cpu = new Samples();

        void add(Timed took) {
            wall.add(took.wall());
            cpu.add(took.cpu().all());
        }
    }

    private record Round(Timed took, Samples gaps) {
    }

    private static Round round(Stage stage, List<Path> clips, int slots, String queue) throws Exception {
        Path to = stage.fresh("copies");
        RunLog log = new RunLog();
        try (Engine engine = EngineSeam.open(stage.places(queue), Engine.Mode.OWN_QUEUE, Settings.USUAL.withSlots(slots),
                log::around)) {
            var requests = Stage.requests(clips, Stage.recipe(engine, STEPS), to);
            List<Task> tasks = new ArrayList<>();
            Timed took = Timed.of(() -> tasks.addAll(Batch.run(engine, requests)));
            tasks.stream().filter(t -> t.state() != TaskState.DONE).findFirst().ifPresent(t -> {
                throw new IllegalStateException(t.toString());
            });
            return new Round(took, log.gaps());
        }
    }

    private static Timed loop(Stage stage, List<Path> clips, Path mkvmerge) throws Exception {
        Path to = stage.fresh("copies");
        return Timed.of(() -> Programs.run(Path.of("/bin/sh"),
                List.of("-c", LOOP, "sh", clips.getFirst().getParent().toString(), to.toString(), mkvmerge.toString())));
    }
}
