package io.reelbench.engine.cli;

import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened, in words for people. */
final class Sentences {

    private static final String ARROW = " → ";

    private final Shell shell;
    private final String command;
    private final Function<Task, String> names;

    /**
     * @param command the words of the command, for problems with its options
     * @param names   what a task is called
     */
    Sentences(Shell shell, String command, Function<Task, String> names) {
        this.shell = shell;
        this.command = command;
        this.names = names;
    }

    String name(Task task) {
        return names.apply(task);
    }

    /** A task that is over and went well, on one line or two. */
    List<String> done(Task task, int columns) {
        String line = done(task);
        int arrow = line.indexOf(ARROW);
        return Columns.of(line) <= columns || arrow < 0
                ? List.of(line)
                : List.of(line.substring(0, arrow), line.substring(arrow + 1));
    }

    String done(Task task) {
        String files = task.outcome().results().stream().map(r -> shell.shown(r.file())).collect(Collectors.joining(", "));
        if (task.state() == TaskState.SKIPPED) {
            return CliWords.SKIPPED.with(name(task), files).toString();
        } else if (task.state() == TaskState.CANCELLED) {
            return CliWords.CANCELLED.with(name(task)).toString();
        }
        return CliWords.DONE.with(name(task), files, facts(task)).toString();
    }

    private static String facts(Task task) {
        long made = task.outcome().results().stream().mapToLong(Task.Result::bytes).sum();
        long was = task.asked().inputs().stream().mapToLong(Task.Input::bytes).sum();
        List<String> facts = new ArrayList<>(
                List.of(CliWords.SIZE_OF.with(new Bytes(made).spoken(), new Bytes(was).spoken()).toString()));
        took(task).ifPresent(facts::add);
        return String.join(", ", facts);
    }

    private static Optional<String> took(Task task) {
        return task.times().started().flatMap(from -> task.times().finished().map(to -> spoken(Duration.between(from, to))));
    }

    /** To a tenth of a second. */
    static String spoken(Duration time) {
        long us = Math.max(100, (time.toMillis() + 50) / 100 * 100) * 1000;
        return us < 60 * Time.SECOND ? Time.seconds(us) + " s" : Time.spoken(us / Time.SECOND * Time.SECOND);
    }

    List<String> notes(Task task) {
        return task.outcome().notes().stream().map(Text::toString).map(Columns::oneLine).toList();
    }

    /** What went wrong and what to do, each a line. */
    List<String> failed(Task task) {
        Failure failure = task.outcome().failure().orElse(new Failure.Internal(task.state().toString()));
        if (failure instanceof Failure.Invalid(String _, List<Problem> problems)) {
            return problems.stream().filter(p -> !p.isWarning()).map(p -> complaint(name(task), p)).toList();
        }
        return List.of(Columns.oneLine(failure.headline().toString()), Columns.oneLine(failure.fix().toString()));
    }

    /** A problem of a clip with an option of this command. */
    String complaint(String clip, Problem problem) {
        boolean ofARecipe = command.endsWith("run");
        String option = problem.option().isEmpty() ? "" : (ofARecipe ? "" : "--") + problem.option() + ": ";
        String fix = Ways.of(problem, !ofARecipe).map(ways -> "; " + ways).orElse("");
        return Columns.oneLine(clip + ": " + option + problem.text() + fix);
    }

    static List<String> lost(Gathered.Loss loss) {
        return List.of(Columns.oneLine(loss.headline().toString()), loss.fix().toString());
    }

    /** All in one line: what came of the whole batch. */
    static String sum(Tally tally) {
        List<String> parts = new ArrayList<>();
        add(CliWords.SUM_DONE, tally.count(TaskState.DONE), parts);
        add(CliWords.SUM_SKIPPED, tally.count(TaskState.SKIPPED), parts);
        add(CliWords.SUM_FAILED, tally.count(TaskState.FAILED), parts);
        add(CliWords.SUM_CANCELLED, tally.count(TaskState.CANCELLED), parts);
        add(CliWords.SUM_UNOPENED, tally.lost(), parts);
        return String.join(", ", parts) + " " + CliWords.SUM_TIME.with(spoken(tally.took()));
    }

    private static void add(CliWords words, long count, List<String> parts) {
        if (count > 0) {
            parts.add(words.with(count).toString());
        }
    }
}
