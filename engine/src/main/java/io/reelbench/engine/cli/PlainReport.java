package io.reelbench.engine.cli;

import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plain lines, for files and pipes: started, done, failed, and quarters of what takes long. */
final class PlainReport implements Report {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Shell shell;
    private final Sentences sentences;
    private final boolean quiet;
    private final InstantSource clock;
    private final Map<String, Running> running = new HashMap<>();

    /** A task under way and the last quarter that was told. */
    private record Running(String name, Instant since, int quarter) {
    }

    /** When quiet, only what goes wrong is told. */
    PlainReport(Shell shell, Sentences sentences, boolean quiet, InstantSource clock) {
        this.shell = shell;
        this.sentences = sentences;
        this.quiet = quiet;
        this.clock = clock;
    }

    @Override
    public void lost(Gathered.Loss loss) {
        complain(Sentences.lost(loss));
    }

    @Override
    public void event(TaskEvent event) {
        switch (event) {
            case TaskEvent.Changed(Task task) -> change(task);
            case TaskEvent.Progressed progressed -> progress(progressed);
            case TaskEvent.Trouble(var text) -> shell.complain("reelbench: " + text);
            case TaskEvent.Added _,TaskEvent.Removed _,TaskEvent.Reordered _,TaskEvent.Held _ -> {
                // these say nothing that the lines of the tasks do not say
            }
        }
    }

    private void change(Task task) {
        if (task.state() == TaskState.RUNNING && !running.containsKey(task.id())) {
            running.put(task.id(), new Running(sentences.name(task), clock.instant(), 0));
            say(CliWords.STARTED.with(sentences.name(task), CliWords.STARTED_WORD.with()).toString());
        } else if (task.state() == TaskState.FAILED) {
            complain(sentences.failed(task));
        } else if (task.state().isOver()) {
            say(sentences.done(task));
            sentences.notes(task).forEach(note -> say("  " + note));
        }
        if (task.state().isOver()) {
            running.remove(task.id());
        }
    }

    private void progress(TaskEvent.Progressed event) {
        Running task = running.get(event.id());
        int quarter = (int) (event.progress().fraction().orElse(0) * 4);
        boolean isLong = task != null && Duration.between(task.since, clock.instant()).compareTo(LONG) > 0;
        if (isLong && quarter > task.quarter && quarter < 4) {
            running.put(event.id(), new Running(task.name, task.since, quarter));
            say(CliWords.PART_DONE.with(task.name, quarter * 25).toString());
        }
    }

    @Override
    public void stopping() {
        shell.complain(CliWords.STOPPING.with().toString());
    }

    @Override
    public void ended(Tally tally) {
        if (tally.tasks().size() + tally.lost() > 1) {
            say(Sentences.sum(tally));
        }
        if (tally.stopped()) {
            shell.complain(CliWords.STOPPED.with().toString());
        }
    }

    private void say(String line) {
        if (!quiet) {
            shell.say(line);
        }
    }

    private void complain(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            shell.complain(i == 0 ? "reelbench: " + lines.get(i) : "  " + lines.get(i));
        }
    }

    @Override
    public void close() {
        running.clear();
    }
}
