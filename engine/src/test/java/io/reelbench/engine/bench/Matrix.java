package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.Request;
import io.reelbench.engine.bench.MatrixRow.State;
import io.reelbench.engine.ffmpeg.Binaries;
import io.reelbench.engine.ffmpeg.Launcher;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import io.reelbench.engine.schema.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Every operation of the catalogue on every file of a folder: done and undisputed, refused with a reason, or wrong. Goes on where an earlier
 * run was stopped ({@code target/matrix/rows.tsv}), writes a table, and fails when anything is wrong.
 */
final class Matrix {

    /** Nothing of these short things takes so long, even on a busy machine. */
    private static final Duration HANG = Duration.ofMinutes(4);
    private static final Path KEPT = Path.of("target", "matrix");

    private final Corpus corpus;
    private final Path work;
    private final Engine engine;
    private final Disputes disputes;
    private final Disputes.Decoding decoding;
    private final MatrixRows rows;

    private Matrix(Corpus corpus, Path work, Engine engine, Disputes disputes, Disputes.Decoding decoding, MatrixRows rows) {
        this.corpus = corpus;
        this.work = work;
        this.engine = engine;
        this.disputes = disputes;
        this.decoding = decoding;
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        Optional<Path> place = Corpus.place();
        if (place.isEmpty()) {
            System.err.println("No folder of clips: name one with -Dreelbench.media=…");
            System.exit(2);
        }
        List<String> operations = words("matrix.operations");
        List<String> files = words("matrix.files");
        boolean whole = operations.isEmpty() && files.isEmpty();
        MatrixRows rows = new MatrixRows(KEPT.resolve("rows.tsv"));
        Path work = Files.createTempDirectory("reelbench-matrix");
        Instant started = Instant.now();
        Corpus corpus = new Corpus(place.get());
        String readers = run(corpus, work, rows, operations, files);
        List<MatrixRow> shown = rows.all().stream().filter(r -> operations.isEmpty() || operations.contains(r.operation()))
                .filter(r -> files.isEmpty() || files.stream().anyMatch(r.file()::contains)).toList();
        Path table = Path.of(System.getProperty("matrix.table",
                (whole ? Path.of("src", "docs", "matrix.md") : KEPT.resolve("matrix.md")).toString()));
        Files.writeString(table, MatrixTable.of(shown, head(readers, shown, Duration.between(started, Instant.now()))));
        long wrong = shown.stream().filter(r -> r.state() == State.WRONG).count();
        System.out.println(shown.size() + " cases, " + wrong + " wrong; see " + table.toAbsolutePath());
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static List<String> words(String property) {
        String given = System.getProperty(property, "");
        return given.isBlank() ? List.of() : Stream.of(given.split(",")).map(String::strip).toList();
    }

    private static List<String> head(String readers, List<MatrixRow> rows, Duration took)
            throws IOException, InterruptedException {
        Optional<Path> git = Programs.find("git");
        String commit = git.isEmpty()
                ? "unknown"
                : Programs.run(git.get(), List.of("log", "-1", "--format=%h")).text().strip();
        long gigabytes = Math.round(
                ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                        .getTotalMemorySize() / 1e9);
        return List.of("made on " + LocalDate.now() + " of commit " + commit,
                "on %d cores, %d GB, %s %s".formatted(Runtime.getRuntime().availableProcessors(), gigabytes,
                        System.getProperty("os.name"), System.getProperty("os.arch")),
                rows.stream().map(MatrixRow::file).distinct().count() + " files, the last run took " + took.toMinutes() + " min",
                "other readers: the bundled ffprobe and ffmpeg" + (readers.isEmpty() ? "" : ", " + readers));
    }

    private static String run(Corpus corpus, Path work, MatrixRows rows, List<String> operations, List<String> files)
            throws Exception {
        Places places = Places.in(work.resolve("program"));
        try (Launcher launcher = new Launcher(); Engine engine = Engine.open(places, Engine.Mode.THROW_AWAY)) {
            Binaries binaries = Binaries.in(places.cache().resolve("programs"), launcher);
            Disputes.Decoding decoding = file -> Programs.complaints(binaries, List.of("-v", "error", "-nostdin", "-i",
                    "file:" + file, "-t", "10", "-map", "0:v?", "-map", "0:a?", "-fps_mode", "passthrough", "-enc_time_base:v",
                    "demux", "-f", "null", "-"));
            Disputes disputes = new Disputes(new ReadBack(binaries), decoding);
            Matrix matrix = new Matrix(corpus, work, engine, disputes, decoding, rows);
            List<MatrixCase> cases = MatrixCases.of(engine.catalog()).stream()
                    .filter(c -> operations.isEmpty() || operations.contains(c.operation())).toList();
            for (Path clip : corpus.all()) {
                if (files.isEmpty() || files.stream().anyMatch(corpus.spoken(clip)::contains)) {
                    matrix.clip(clip, cases);
                }
            }
            return disputes.readers();
        }
    }

    private void clip(Path clip, List<MatrixCase> all) throws Exception {
        String name = corpus.spoken(clip);
        boolean family = corpus.families().contains(clip);
        List<MatrixCase> cases = all.stream().filter(c -> c.everywhere() || family).filter(c -> !rows.has(name, c)).toList();
        if (cases.isEmpty()) {
            return;
        }
        Instant started = Instant.now();
        Media media;
        try {
            media = engine.probe(clip);
        } catch (FailedException closed) {
            for (MatrixCase one : cases) {
                rows.add(refused(name, one, closed.failure()));
            }
            return;
        }
        Map<MatrixCase, Plan> plans = new LinkedHashMap<>();
        List<Request> requests = new ArrayList<>();
        for (MatrixCase one : cases) {
            plan(clip, media, one).ifPresent(planned -> {
                plans.put(one, planned.plan());
                requests.add(planned.request());
            });
        }
        List<Task> tasks = run(requests);
        judge(name, clip, plans, tasks);
        System.out.printf("%s: %d cases in %.0f s%n", name, cases.size(),
                Duration.between(started, Instant.now()).toMillis() / 1000.0);
        delete(folder(clip));
    }

    private record Accepted(Plan plan, Request request) {
    }

    private Optional<Accepted> plan(Path clip, Media media, MatrixCase one) throws IOException, InterruptedException {
        String name = corpus.spoken(clip);
        Reading<Recipe> recipe = engine.recipes().read(one.recipe(media));
        if (recipe.value().isEmpty()) {
            rows.add(wrong(name, one, "the case itself cannot be read: " + recipe.problems()));
            return Optional.empty();
        }
        try {
            // what joins is done to the clip and itself
            boolean joins = recipe.value().get().joins();
            Planned planned = engine.plan(recipe.value().get(), joins ? List.of(media, media) : List.of(media));
            if (planned.plan().isEmpty()) {
                rows.add(refused(name, one, planned.problems()));
                return Optional.empty();
            }
            Path folder = folder(clip).resolve(one.id().replaceAll("[^A-Za-z0-9]+", "-"));
            return Optional.of(new Accepted(planned.plan().get(),
                    new Request(joins ? List.of(clip, clip) : List.of(clip), Path.of(""), recipe.value().get(),
                            new OutputWish().into(folder), Priority.NORMAL)));
        } catch (FailedException failed) {
            rows.add(refused(name, one, failed.failure()));
        } catch (RuntimeException crash) {
            rows.add(wrong(name, one, "planning crashes: " + crash));
        }
        return Optional.empty();
    }

    private Path folder(Path clip) {
        return work.resolve("out").resolve(Integer.toHexString(clip.toString().hashCode()));
    }

    /** The first thing that keeps a clip from it; what says nothing to a person is wrong. */
    private static MatrixRow refused(String clip, MatrixCase one, List<Problem> problems) {
        Optional<Problem> first = problems.stream().filter(p -> !p.isWarning()).findFirst();
        if (first.isEmpty() || isUnclear(first.get().text().toString())) {
            return wrong(clip, one, "refused without a clear reason: " + problems);
        }
        Problem problem = first.get();
        return new MatrixRow(clip, one.operation(), one.name(), State.REFUSED, problem.code() + ": " + problem.text().english(),
                problem.toString());
    }

    private static MatrixRow refused(String clip, MatrixCase one, Failure failure) {
        String reason = failure.headline().toString();
        if (failure instanceof Failure.Invalid(String _, List<Problem> problems)) {
            return refused(clip, one, problems);
        }
        return failure instanceof Failure.Internal || isUnclear(reason)
                ? wrong(clip, one, "no clear reason: " + reason)
                : new MatrixRow(clip, one.operation(), one.name(), State.REFUSED, failure.headline().english(), reason);
    }

    private static boolean isUnclear(String reason) {
        return reason.isBlank() || reason.contains("null") || reason.contains("Exception") || reason.contains("@{");
    }

    private static MatrixRow wrong(String clip, MatrixCase one, String why) {
        return new MatrixRow(clip, one.operation(), one.name(), State.WRONG, why, why);
    }

    /** All that end in time, in the order of the requests; one that hangs is stopped and stands there as it was. */
    private List<Task> run(List<Request> requests) throws FailedException, InterruptedException {
        if (requests.isEmpty()) {
            return List.of();
        }
        BlockingQueue<Task> over = new LinkedBlockingQueue<>();
        try (Pin _ = engine.listen(event -> {
            if (event instanceof TaskEvent.Changed(Task task) && task.state().isOver()) {
                over.add(task);
            }
        })) {
            List<Task> added = engine.submit(requests.stream().map(Request::afresh).toList());
            List<String> ids = added.stream().map(Task::id).toList();
            Map<String, Task> ended = new HashMap<>();
            while (!ended.keySet().containsAll(ids)) {
                Task task = over.poll(HANG.toSeconds(), TimeUnit.SECONDS);
                if (task == null) {
                    engine.cancel(ids.stream().filter(id -> !ended.containsKey(id)).toList());
                    break;
                }
                ended.put(task.id(), task);
            }
            return added.stream().map(t -> ended.getOrDefault(t.id(), t)).toList();
        }
    }

    private void judge(String name, Path clip, Map<MatrixCase, Plan> plans, List<Task> tasks)
            throws IOException, InterruptedException {
        List<MatrixCase> cases = List.copyOf(plans.keySet());
        boolean sound = decoding.complaints(clip).isBlank();
        List<Disputes.Made> made = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Plan plan = plans.get(cases.get(i));
            List<Task.Result> results = tasks.get(i).outcome().results();
            for (int j = 0; j < results.size() && tasks.get(i).state() == TaskState.DONE; j++) {
                made.add(new Disputes.Made(results.get(j).file(),
                        plan.products().get(Math.min(j, plan.products().size() - 1)).expect(), sound));
            }
        }
        Map<Path, String> wrong = disputes.of(made);
        for (int i = 0; i < tasks.size(); i++) {
            rows.add(judged(name, cases.get(i), tasks.get(i), sound, wrong));
        }
    }

    private static MatrixRow judged(String name, MatrixCase one, Task task, boolean sound, Map<Path, String> wrong) {
        return switch (task.state()) {
            case DONE -> task.outcome().results().stream().flatMap(r -> Optional.ofNullable(wrong.get(r.file())).stream())
                    .findFirst().map(why -> wrong(name, one, why))
                    .orElse(new MatrixRow(name, one.operation(), one.name(), State.DONE, "", ""));
            case FAILED -> failed(name, one, task.outcome().failure().orElseThrow(), sound);
            default -> wrong(name, one, "it hangs: " + task.state());
        };
    }

    /** A damaged clip may fail with a reason; a sound one that was accepted may not. */
    private static MatrixRow failed(String name, MatrixCase one, Failure failure, boolean sound) {
        boolean told = failure instanceof Failure.Larger || failure instanceof Failure.Invalid;
        return told || !sound && !(failure instanceof Failure.NotAsPlanned)
                ? refused(name, one, failure)
                : wrong(name, one, "fails after it was accepted: " + failure.headline());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
