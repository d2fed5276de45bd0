package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Broken, odd and ill-named files through the queue: each is done, or fails with one clear sentence and leaves nothing. */
final class HostileFiles {

    private static final List<String> OPERATIONS = List.of(
            "{\"op\":\"transcode\",\"preset\":\"ultrafast\",\"container\":\"mp4\"}",
            "{\"op\":\"transcode\"}", "{\"op\":\"thumbnail\"}", "{\"op\":\"extract-audio\"}");

    private final Corpus corpus;
    private final Path work;
    private final PrintStream out;

    HostileFiles(Corpus corpus, Path work, PrintStream out) {
        this.corpus = corpus;
        this.work = work;
        this.out = out;
    }

    void run(Engine engine, List<String> wrong) throws IOException, FailedException, InterruptedException {
        List<Path> files = corpus.filesIn("hostile", "nasty-names", "images", "audio", "subs");
        Set<String> before = stamps(files);
        for (String step : OPERATIONS) {
            Path folder = work.resolve(Integer.toString(OPERATIONS.indexOf(step)));
            List<Request> requests = new ArrayList<>();
            for (Path file : files) {
                requests.add(
                        new Request(file, engine.recipes().read("{\"schema\":1,\"steps\":[" + step + "]}").value().orElseThrow(),
                                new OutputWish().into(folder), Priority.NORMAL));
            }
            List<Task> tasks = Batch.run(engine, requests);
            tasks.forEach(task -> judge(step, task, wrong));
            compare(folder, tasks, wrong);
        }
        if (!before.equals(stamps(files))) {
            wrong.add("the clips themselves were changed");
        }
    }

    private void judge(String step, Task task, List<String> wrong) {
        String what = corpus.spoken(task.asked().inputs().getFirst().file()) + " | " + step;
        if (task.outcome().failure().isEmpty()) {
            out.println(what + " | " + task.state() + " | " + notes(task));
            return;
        }
        Failure failure = task.outcome().failure().get();
        String headline = failure.headline().toString();
        out.println(what + " | " + failure.getClass().getSimpleName() + " | " + headline + " → " + failure.fix());
        boolean clear = !headline.isBlank() && !headline.contains("Exception") && headline.lines().count() == 1
                && !(failure instanceof Failure.Internal);
        if (!clear) {
            wrong.add(what + " | not one clear sentence: " + headline);
        }
    }

    private static String notes(Task task) {
        return task.outcome().notes().stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    /** What lies in the folder is what done tasks say they made. */
    private static void compare(Path folder, List<Task> tasks, List<String> wrong) throws IOException {
        Set<Path> made = tasks.stream().filter(t -> t.state() == TaskState.DONE).flatMap(t -> t.outcome().results().stream())
                .map(Task.Result::file).collect(Collectors.toCollection(TreeSet::new));
        Set<Path> there = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.forEach(there::add);
            }
        }
        if (!made.equals(there)) {
            there.removeAll(made);
            wrong.add("files of no done task, or missing ones, in " + folder + ": " + there);
        }
    }

    private static Set<String> stamps(List<Path> files) throws IOException {
        Set<String> stamps = new TreeSet<>();
        for (Path file : files) {
            stamps.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
        return stamps;
    }
}
