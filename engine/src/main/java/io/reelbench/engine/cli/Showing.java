package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Makes reports and prints them, in the order of the clips; no file stays. */
final class Showing {

    private static final JsonMapper JSON = new JsonMapper();

    private final Shell shell;
    private final Parsed parsed;

    Showing(Shell shell, Parsed parsed) {
        this.shell = shell;
        this.parsed = parsed;
    }

    int run(Engine engine, Wanted.Run run) throws FailedException, InterruptedException {
        Gathered gathered = Outputs.gathered(run, shell.directory());
        Path folder = folder();
        try {
            List<Request> requests = Outputs.tasks(run, gathered).stream()
                    .map(clips -> new Request(clips.stream().map(Gathered.Clip::file).toList(), Place.NOWHERE_BELOW, run.recipe(),
                            new OutputWish().into(folder), Priority.NORMAL))
                    .toList();
            Tally tally;
            try (Report report = report()) {
                gathered.losses().forEach(report::lost);
                tally = new Batch(engine, report, shell.stop(), InstantSource.system()).run(requests, gathered.losses().size());
            }
            for (Task task : tally.tasks()) {
                show(task);
            }
            return tally.exitCode();
        } finally {
            remove(folder);
        }
    }

    /** What goes on is shown to a person who watches; what is over says nothing but what was found. */
    private Report report() {
        Sentences sentences = new Sentences(shell, parsed.command(), t -> shell.shown(t.asked().inputs().getFirst().file()));
        boolean watched = shell.terminal() && !parsed.globals().quiet() && !parsed.globals().json();
        return watched
                ? LiveReport.ofWhatGoesOn(shell, sentences, InstantSource.system())
                : new PlainReport(shell, sentences, true, InstantSource.system());
    }

    private void show(Task task) throws FailedException {
        task.outcome().notes().forEach(note -> shell.complain("reelbench " + parsed.command() + ": "
                + Columns.oneLine(task.name() + ": " + note)));
        for (Task.Result result : task.outcome().results()) {
            try {
                print(Files.readString(result.file()), result.file().toString());
            } catch (IOException e) {
                throw new FailedException(new Failure.Missing(result.file().toString()), e);
            }
        }
    }

    private void print(String report, String file) {
        if (parsed.globals().json() && file.endsWith(".json")) {
            shell.out().println(JSON.writeValueAsString(JSON.readTree(report)));
        } else if (file.endsWith(".txt")) {
            report.lines().forEach(shell::say);
        } else {
            report.lines().map(Text::harmless).forEach(shell.out()::println);
        }
    }

    private static Path folder() throws FailedException {
        try {
            return Files.createTempDirectory("reelbench-report");
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("no temporary folder: " + e.getMessage()), e);
        }
    }

    private void remove(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            shell.complain("reelbench: " + Columns.oneLine(folder + ": " + e.getMessage()));
        }
    }
}
