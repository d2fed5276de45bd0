package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.deliver.DeliveryKind;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.cloud.task.Errand;
import io.reelbench.engine.cloud.task.RemoteKind;
import io.reelbench.engine.Request;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Product;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Does a recipe to each clip. */
final class Work {

    private final Shell shell;
    private final Parsed parsed;

    Work(Shell shell, Parsed parsed) {
        this.shell = shell;
        this.parsed = parsed;
    }

    int run(Engine engine, Wanted.Run run) throws FailedException, InterruptedException {
        Gathered gathered = Outputs.gathered(run, shell.directory());
        Optional<Problem> wrong = misfit(engine, run, gathered);
        if (wrong.isPresent()) {
            new Complaints(shell, parsed.globals()).tell(parsed.command(), List.of(Complaint.of(wrong.get())));
            return Tally.USAGE;
        }
        // a film of which a part is missing is not what was asked for
        boolean complete = !run.recipe().joins() || gathered.losses().isEmpty();
        List<Request> requests = complete
                ? allowed(engine, Outputs.tasks(run, gathered).stream()
                        .map(clips -> Outputs.request(run, clips, shell.directory())).toList())
                : List.of();
        try (Report report = report(engine, this::name)) {
            gathered.losses().forEach(report::lost);
            Batch batch = new Batch(engine, report, shell.stop(), InstantSource.system());
            if (run.on().isPresent()) {
                Account on = engine.cloud().account(run.on().get());
                return batch.run(() -> engine.submit(requests, on), requests.isEmpty(), gathered.losses().size()).exitCode();
            }
            return batch.run(requests, gathered.losses().size()).exitCode();
        }
    }

    /** What is allowed for the first of them is allowed for the others of this run. */
    private List<Request> allowed(Engine engine, List<Request> requests) throws InterruptedException {
        if (requests.isEmpty() || !shell.terminal() || parsed.globals().json()) {
            return requests;
        }
        Set<String> parts = Permission.atTheTerminal(engine).granted(requests.getFirst().recipe(), requests.getFirst().clips());
        return requests.stream().map(request -> request.allowing(parts)).toList();
    }

    /** Brings finished files somewhere. */
    int publish(Engine engine, List<Path> files, String to) throws FailedException, InterruptedException {
        Destination goal = CloudDesk.destination(engine.cloud(), to, shell.directory());
        List<Path> whole = files.stream().map(f -> shell.directory().resolve(f)).toList();
        if (!parsed.globals().quiet() && !parsed.globals().json()) {
            engine.cloud().costOfKeeping(goal).ifPresent(said -> shell.say(said.toString()));
        }
        try (Report report = report(engine, this::name)) {
            return new Batch(engine, report, shell.stop(), InstantSource.system())
                    .run(() -> engine.deliver(whole, goal), false, 0).exitCode();
        }
    }

    private String name(Task task) {
        return shell.shown(task.asked().inputs().getFirst().file());
    }

    Report report(Engine engine, Function<Task, String> names) {
        Sentences sentences = new Sentences(shell, parsed.command(), names);
        Globals globals = parsed.globals();
        if (globals.json()) {
            return new JsonReport(new Json(shell), task -> label(engine, task), InstantSource.system());
        } else if (shell.terminal() && !globals.quiet()) {
            return new LiveReport(shell, sentences, InstantSource.system());
        }
        return new PlainReport(shell, sentences, globals.quiet(), InstantSource.system());
    }

    /** What it does, in a word. */
    private static String label(Engine engine, Task task) {
        boolean generated = task.kind().equals(RemoteKind.ID)
                && errand(task).what() instanceof Errand.Generation;
        return task.kind().equals(DeliveryKind.ID) ? "publish" : generated ? "generate" : recipe(engine, task).label();
    }

    private static Errand errand(Task task) {
        try {
            return Errand.read(task.asked().recipe());
        } catch (FailedException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static Recipe recipe(Engine engine, Task task) {
        try {
            return engine.request(task).recipe();
        } catch (FailedException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What is wrong with the name of the one output file, now that the clips are known. */
    private static Optional<Problem> misfit(Engine engine, Wanted.Run run, Gathered gathered) throws InterruptedException {
        Optional<Path> out = run.wish().output();
        if (out.isEmpty() || gathered.clips().isEmpty()) {
            return Optional.empty();
        } else if (gathered.clips().size() > 1 && !run.recipe().joins()) {
            return Optional.of(new Problem("output", Code.TOO_MANY, CliWords.ONE_OUT.with(gathered.clips().size()),
                    CliWords.OUT_FIX.with()));
        }
        return otherForm(engine, run, gathered.files(), out.get());
    }

    /** A step on a picture writes a picture, one on a film writes a film, whatever the name says. */
    private static Optional<Problem> otherForm(Engine engine, Wanted.Run run, List<Path> clips, Path out)
            throws InterruptedException {
        List<Product> products = new ArrayList<>();
        try {
            engine.plan(run.recipe(), engine.probe(clips)).plan().map(Plan::products).ifPresent(products::addAll);
        } catch (FailedException toldByTheTask) {
            return Optional.empty();
        }
        boolean fits = products.isEmpty() || OutputEnding.names(out, products.getFirst().extension());
        return fits
                ? Optional.empty()
                : Optional.of(new Problem("output", Code.UNKNOWN_VALUE,
                        CliWords.NOT_THIS_FILE.with(out.getFileName(), "." + products.getFirst().extension())));
    }

    /** What a failure means for programs. */
    static int exitCode(Failure failure) {
        return failure instanceof Failure.Invalid ? Tally.USAGE : Tally.FAILED;
    }
}
