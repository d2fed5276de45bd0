package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.Request;
import io.reelbench.engine.ffmpeg.Binaries;
import io.reelbench.engine.ffmpeg.Launcher;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every operation on a real clip of every family of containers, each output read back by two readers, and whatever is hostile through the
 * same door. Prints one line for each; returns what is wrong.
 */
final class CorpusOperations {

    private final Corpus corpus;
    private final Path work;
    private final PrintStream out;
    private final List<String> wrong = new ArrayList<>();
    private int done;
    private int refused;

    /** @param work an empty folder */
    CorpusOperations(Corpus corpus, Path work, PrintStream out) {
        this.corpus = corpus;
        this.work = work;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        Optional<Path> place = Corpus.place();
        if (place.isEmpty()) {
            System.err.println("No folder of clips: name one with -Dreelbench.media=…");
            System.exit(2);
        }
        Path work = Files.createTempDirectory("reelbench-corpus");
        List<String> wrong = new CorpusOperations(new Corpus(place.get()), work, System.out)
                .run(System.getProperty("bench.only", ""));
        System.out.println("Outputs are in " + work);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    /** @param only cases whose name or clip contains this; empty for all */
    List<String> run(String only) throws IOException, FailedException, InterruptedException {
        Places places = Places.in(work.resolve("program"));
        try (Launcher launcher = new Launcher(); Engine engine = Engine.open(places, Engine.Mode.THROW_AWAY)) {
            ReadBack reader = new ReadBack(Binaries.in(places.cache().resolve("programs"), launcher));
            out.println("clip | operation | output | length | streams | second reader | ok");
            for (Path clip : corpus.families()) {
                matrix(engine, reader, clip, only);
            }
            if (only.isEmpty()) {
                new HostileFiles(corpus, work.resolve("hostile"), out).run(engine, wrong);
            }
        }
        LeftOvers.in(work).forEach(left -> wrong("left behind: " + left));
        out.println(done + " outputs, " + refused + " refusals, " + wrong.size() + " wrong");
        wrong.forEach(w -> out.println("WRONG " + w));
        return List.copyOf(wrong);
    }

    private record Asked(OperationCase what, Request request) {
    }

    private void matrix(Engine engine, ReadBack reader, Path clip, String only)
            throws IOException, FailedException, InterruptedException {
        Media media = engine.probe(clip);
        List<Asked> asked = new ArrayList<>();
        for (OperationCase what : OperationCases.all()) {
            if (only.isEmpty() || what.name().contains(only) || clip.toString().contains(only)) {
                Recipe recipe = engine.recipes().read(what.recipe()).value()
                        .orElseThrow(() -> new IllegalArgumentException(what + ""));
                Planned planned = engine.plan(recipe, media);
                if (planned.plan().isEmpty()) {
                    refused++;
                    row(clip, what, "refused: " + planned.problems().getFirst().text(), "", "", "", "-");
                } else {
                    OutputWish wish = new OutputWish().into(folder(clip, what));
                    asked.add(new Asked(what, new Request(clip, recipe, wish, Priority.NORMAL)));
                }
            }
        }
        List<Task> tasks = Batch.run(engine, asked.stream().map(Asked::request).toList());
        for (int i = 0; i < tasks.size(); i++) {
            judge(reader, clip, media, asked.get(i).what(), tasks.get(i));
        }
    }

    private Path folder(Path clip, OperationCase what) {
        return work.resolve("out").resolve(clip.getFileName().toString()).resolve(what.name().replace(' ', '-'));
    }

    private void judge(ReadBack reader, Path clip, Media media, OperationCase what, Task task)
            throws IOException, InterruptedException {
        if (task.state() != TaskState.DONE) {
            String why = task.outcome().failure().map(f -> f.headline().toString()).orElse(task.state().toString());
            row(clip, what, why, "", "", "", "FAILED");
            wrong(corpus.spoken(clip) + " | " + what.name() + " | " + why);
            return;
        }
        for (Task.Result result : task.outcome().results()) {
            done++;
            Path file = result.file();
            Seen seen = reader.seen(file);
            ReadBack.Second second = reader.second(file, seen);
            Optional<String> fault = what.check().wrong(media, seen).or(second::wrong);
            if (fault.isEmpty() && seen.hasPicture()) {
                fault = reader.frame(file, seen, clip);
            }
            if (fault.isEmpty() && seen.hasPicture() && what.name().equals("trim exact")) {
                fault = reader.startsAt(file, clip, firstFrame(media) + media.lengthUs().orElse(0) / 4);
            }
            String notes = task.outcome().notes().isEmpty() ? "" : " (" + joined(task.outcome().notes()) + ")";
            row(clip, what, file.getFileName().toString(), seen.length(), seen.spoken(), second.reader(),
                    fault.map(f -> "WRONG " + f).orElse("ok") + notes);
            fault.ifPresent(f -> wrong(corpus.spoken(clip) + " | " + what.name() + " | " + f + " | " + seen.spoken()));
        }
    }

    /** How far the first picture lies behind the file's own zero. */
    private static long firstFrame(Media media) {
        return Math.max(0, media.video().orElseThrow().facts().startUs().orElse(media.startUs()) - media.startUs());
    }

    private static String joined(List<?> notes) {
        return notes.stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    private void wrong(String what) {
        wrong.add(what);
    }

    private void row(Path clip, OperationCase what, String... cells) {
        out.println(corpus.spoken(clip) + " | " + what.name() + " | " + String.join(" | ", cells));
    }
}
