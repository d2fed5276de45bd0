package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a few clips, does something different to each, and shows what came out. */
final class Demo {

    private final Shell shell;
    private final Parsed parsed;
    private final Engine engine;

    Demo(Shell shell, Parsed parsed, Engine engine) {
        this.shell = shell;
        this.parsed = parsed;
        this.engine = engine;
    }

    int run(Path wished) throws FailedException, InterruptedException {
        Path folder = free(shell.directory().resolve(wished));
        Path clips = folder.resolve("clips");
        say(CliWords.DEMO_MAKING.with(shell.shown(clips)).toString());
        Path life = make(DemoClips.life(), clips);
        Path card = make(DemoClips.card(), clips);
        Path colours = make(DemoClips.colours(), clips);
        Path portrait = make(DemoClips.portrait(), clips);
        List<Request> requests = List.of(
                request(life, folder, "under-3-MB", step("compress", Map.of("target-size", "3MB", "preset", "veryfast"))),
                request(card, folder, "half", step("scale", Map.of("width", "50%"))),
                request(colours, folder, "exact-cut", step("trim", Map.of("start", "1.5", "end", "end-1.5"))),
                request(portrait, folder, "small", step("scale", Map.of("resolution", "480p")),
                        step("compress", Map.of("quality", "60"))),
                request(card, folder, "quick-cut", step("trim", Map.of("start", "4", "duration", "4", "mode", "copy"))),
                request(card, folder, "sound", step("extract-audio", Map.of("audio-tracks", "lang:deu", "format", "mp3"))),
                request(colours, folder, "poster", step("thumbnail", Map.of("time", "50%", "width", "640"))),
                request(life, folder, "repacked", step("transcode", Map.of("container", "mkv"))));
        say(CliWords.DEMO_QUEUED.with(requests.size()).toString());
        Tally tally = run(requests);
        table(tally, folder);
        return tally.exitCode();
    }

    private Tally run(List<Request> requests) throws FailedException, InterruptedException {
        try (Report report = new Work(shell, parsed).report(engine, task -> name(task))) {
            return new Batch(engine, report, shell.stop(), InstantSource.system()).run(requests, 0);
        }
    }

    private String name(Task task) {
        return task.name() + ", " + Work.recipe(engine, task).label();
    }

    private Path make(DemoClips.Clip clip, Path folder) throws FailedException, InterruptedException {
        Path file = folder.resolve(clip.name());
        boolean made = false;
        try {
            Files.createDirectories(folder);
            engine.generate(clip.arguments(), file);
            made = true;
        } catch (IOException e) {
            throw Faults.writing(folder, e);
        } finally {
            if (!made) {
                forget(file);
            }
        }
        return file;
    }

    private void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            shell.complain("reelbench: " + left.getMessage());
        }
    }

    /** A folder that is new or empty, so that nothing of anybody is touched. */
    private static Path free(Path wished) {
        Path folder = wished;
        for (int i = 2; Files.exists(folder) && !isEmpty(folder); i++) {
            folder = wished.resolve("demo-" + i);
        }
        return folder.toAbsolutePath().normalize();
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException noFolder) {
            return false;
        }
    }

    private Operation step(String id, Map<String, String> options) {
        Map<String, List<String>> given = new java.util.LinkedHashMap<>();
        options.forEach((name, value) -> given.put(name, List.of(value)));
        return (Operation) engine.catalog().find(id).orElseThrow().schema().read(given).value().orElseThrow();
    }

    private static Request request(Path clip, Path folder, String name, Operation... steps) {
        return new Request(clip, new Recipe(Optional.of(name), List.of(steps)), new OutputWish().into(folder), Priority.NORMAL);
    }

    private void table(Tally tally, Path folder) throws FailedException, InterruptedException {
        List<DemoTable.Line> lines = new ArrayList<>();
        for (Task task : tally.tasks()) {
            for (Task.Result result : task.outcome().results()) {
                lines.add(DemoTable.line(engine.probe(result.file())));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        say("");
        say(CliWords.DEMO_TABLE.with(shell.shown(folder)).toString());
        say("");
        new DemoTable(shell.look()).of(lines).forEach(this::say);
        say("");
        say(CliWords.DEMO_PROOF.with().toString());
    }

    private void say(String line) {
        if (!parsed.globals().json() && !parsed.globals().quiet()) {
            shell.say(line);
        }
    }
}
