package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.ffmpeg.Binaries;
import io.reelbench.engine.ffmpeg.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two hundred files dropped at once; the JVM is warm, and nothing is remembered: the engine looks at every file of a list anew. */
final class Probing implements Stage.Measure {

    private static final int FILES = 200;
    /** HandBrake takes so long that it is given every tenth file; what counts is files a second. */
    private static final int FEW = 20;
    private static final long SMALL = 4 << 20;

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Samples ours = new Samples();
        Samples ffprobe = new Samples();
        Samples handbrake = new Samples();
        Samples ourCpu = new Samples();
        Samples ffprobeCpu = new Samples();
        Optional<Path> cli = Programs.find("HandBrakeCLI");
        try (Launcher launcher = new Launcher(); Engine engine = stage.engine()) {
            Binaries binaries = Binaries.in(stage.places("none").cache().resolve("programs"), launcher);
            List<Path> files = stage.copies(clips(engine, stage), FILES, "probing");
            engine.probe(files, _ -> {
            });
            for (int i = 0; i < stage.n(); i++) {
                Timed mine = Timed.of(() -> engine.probe(files, _ -> {
                }));
                ours.add(1000 * mine.wall() / FILES);
                ourCpu.add(1000 * mine.cpu().all() / FILES);
                Timed theirs = Timed.of(() -> oneByOne(binaries, files));
                ffprobe.add(1000 * theirs.wall() / FILES);
                ffprobeCpu.add(1000 * theirs.cpu().children() / FILES);
                if (cli.isPresent()) {
                    handbrake.add(1000 * Timed.of(() -> scan(cli.get(), files.subList(0, FEW))).wall() / FEW);
                }
            }
        }
        Row first = cli.isPresent()
                ? Row.atLeast("probing 200 files / HandBrakeCLI --scan, a file", ours, handbrake, "ms", 6)
                : Row.missing("probing 200 files / HandBrakeCLI --scan, a file", ours.spoken("ms"), "≥ 6 ×");
        return List.of(first, Row.atLeast("probing 200 files / ffprobe one by one, a file", ours, ffprobe, "ms", 1.4),
                Row.compared("… CPU a file", ourCpu, ffprobeCpu, "CPU-ms"));
    }

    /** Real clips of every family where there are some. */
    private static List<Path> clips(Engine engine, Stage stage) throws Exception {
        List<Path> clips = new ArrayList<>();
        Optional<Path> media = Corpus.place();
        if (media.isPresent()) {
            for (Path clip : new Corpus(media.get()).families()) {
                if (clips.size() < FEW && Files.size(clip) < SMALL && clip.toString().contains("video")) {
                    clips.add(clip);
                }
            }
        }
        return clips.size() > FEW / 2 ? clips : Clip.twenty(engine, stage.fresh("generated"));
    }

    private static void oneByOne(Binaries binaries, List<Path> files) throws Exception {
        for (Path file : files) {
            Programs.bundled(binaries, "ffprobe",
                    List.of("-v", "error", "-show_format", "-show_streams", "-of", "json", file.toString()));
        }
    }

    private static void scan(Path handbrake, List<Path> files) throws Exception {
        for (Path file : files) {
            Programs.run(handbrake, List.of("--scan", "-i", file.toString()));
        }
    }
}
