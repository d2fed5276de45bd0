package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Likely;
import io.reelbench.engine.plan.Past;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Work;
import io.reelbench.engine.queue.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How often what was foretold of real clips came true: twenty tasks, each foretold by formula and by what those before it taught. */
final class Foretold {

    private static final List<String> CLIPS = List.of("bbb-1080p60-h264-aac51.mp4", "tears-of-steel-battle-800x332-vp8.webm",
            "flower-540p-h264-aac.mp4", "sintel-trailer-720p-h264-aac.mp4", "frog-480p-h264-aac.mp4",
            "foreman-720p-hevc-noaudio.mp4", "bbb-long-3min-252p-h264-aac.mp4", "bottle-conveyor-40s-noaudio.mp4",
            "av1-1920x800-film-noaudio.webm", "friday-vga-h264-aac.mp4", "pig-480p-h264-aac.mp4",
            "hevc-1080p-aac-motion-graphics.mp4", "seattle-msmpeg4v2-640x360.avi", "bbb-trailer-theora-vorbis.ogv",
            "screencast-gnome-dual-monitors-vp8-noaudio.webm", "cockatoo-444-mp3-in-mp4.mp4", "earth-h264-aac.mov",
            "bbb-720p25-h264-aac51.mp4", "phone-qcif-h263-amr.3gp", "bbb-720p-h264-aac51-10s.ts");
    private static final List<String> STEPS = List.of("{\"op\":\"compress\"}",
            "{\"op\":\"transcode\",\"video-codec\":\"h264\",\"crf\":\"23\",\"preset\":\"fast\",\"container\":\"mp4\"}",
            "{\"op\":\"scale\",\"resolution\":\"360p\",\"enlarge\":\"yes\"},{\"op\":\"transcode\",\"video-codec\":\"h264\",\"container\":\"mkv\"}",
            "{\"op\":\"transcode\",\"video-codec\":\"h265\",\"preset\":\"veryfast\",\"container\":\"mkv\"}");

    /** One task as it was foretold and as it came out. */
    private record Told(String name, Likely formulaTime, Likely learntTime, double seconds, Likely formulaSize, Likely learntSize,
            double bytes) {
    }

    private Foretold() {}

    public static void main(String[] arguments) throws Exception {
        Corpus corpus = new Corpus(Corpus.place().orElseThrow());
        Path folder = Files.createTempDirectory("reelbench-foretold");
        List<Told> all = new ArrayList<>();
        try (Engine engine = Engine.open(Places.in(folder.resolve("own")), Engine.Mode.OWN_QUEUE, Settings.USUAL.withSlots(1))) {
            for (int i = 0; i < CLIPS.size(); i++) {
                Recipe recipe = Stage.recipe(engine, STEPS.get(i % STEPS.size()));
                Path clip = corpus.folder().resolve("video").resolve(CLIPS.get(i));
                all.add(told(engine, recipe, clip, folder.resolve("out" + i)));
                print(all.getLast());
            }
            sum("tasks 1 to 10", all.subList(0, 10));
            sum("tasks 11 to 20", all.subList(10, 20));
        } finally {
            Stage.remove(folder);
        }
    }

    private static Told told(Engine engine, Recipe recipe, Path clip, Path to) throws Exception {
        Plan plan = engine.plan(recipe, engine.probe(clip)).plan().orElseThrow();
        Past past = engine.past();
        Past none = new Past(past.cores(), List.of());
        Work work = plan.estimate().work();
        Batch.run(engine, Stage.requests(List.of(clip), recipe, Files.createDirectories(to)));
        Past.Done done = engine.past().done().getLast();
        // what was copied in the end, since its encode came out larger, has no size that was foretold
        double bytes = done.bytes().stream().mapToLong(Long::longValue).sum();
        Likely formula = bytes == 0 ? new Likely(0, 0, false) : none.size(work);
        return new Told(clip.getFileName().toString(), none.time(work), past.time(work), done.seconds(), formula,
                bytes == 0 ? formula : past.size(work), bytes);
    }

    private static void print(Told t) {
        System.out.printf(
                "%-45s time %5.1f–%5.1f %s, learnt %5.1f–%5.1f %s, was %5.1f s | size %5.2f–%5.2f %s, learnt %5.2f–%5.2f %s, was %5.2f MB%n",
                t.name, t.formulaTime.least(), t.formulaTime.most(), mark(t.formulaTime, t.seconds), t.learntTime.least(),
                t.learntTime.most(), mark(t.learntTime, t.seconds), t.seconds, t.formulaSize.least() / 1e6,
                t.formulaSize.most() / 1e6, mark(t.formulaSize, t.bytes), t.learntSize.least() / 1e6, t.learntSize.most() / 1e6,
                mark(t.learntSize, t.bytes), t.bytes / 1e6);
    }

    private static String mark(Likely range, double real) {
        return holds(range, real) ? "yes" : "NO ";
    }

    private static boolean holds(Likely range, double real) {
        return range.least() <= real && real <= range.most();
    }

    private static void sum(String title, List<Told> some) {
        System.out.printf(
                "%s: time by formula %d of %d (×%.1f wide), learnt %d (×%.1f); size by formula %d (×%.1f), learnt %d (×%.1f)%n",
                title, some.stream().filter(t -> holds(t.formulaTime, t.seconds)).count(), some.size(),
                wide(some.stream().map(Told::formulaTime).toList()),
                some.stream().filter(t -> holds(t.learntTime, t.seconds)).count(),
                wide(some.stream().map(Told::learntTime).toList()),
                some.stream().filter(t -> holds(t.formulaSize, t.bytes)).count(),
                wide(some.stream().map(Told::formulaSize).toList()),
                some.stream().filter(t -> holds(t.learntSize, t.bytes)).count(),
                wide(some.stream().map(Told::learntSize).toList()));
    }

    /** The largest over the least, as a geometric mean. */
    private static double wide(List<Likely> ranges) {
        return Math.exp(
                ranges.stream().filter(r -> r.least() > 0).mapToDouble(r -> Math.log(r.most() / r.least())).average().orElse(0));
    }
}
