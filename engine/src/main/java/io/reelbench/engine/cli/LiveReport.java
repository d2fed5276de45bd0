package io.reelbench.engine.cli;

import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** For a person at a terminal: what runs is drawn again in place, what is over scrolls away above it. */
final class LiveReport implements Report {

    private static final int DRAWS_A_SECOND = 8;
    private static final String HIDE_CURSOR = "\u001B[?25l";
    private static final String SHOW_CURSOR = "\u001B[?25h";
    private static final String CLEAR_LINE_END = "\u001B[K";
    private static final String CLEAR_BELOW = "\u001B[J";

    private final Shell shell;
    private final Sentences sentences;
    private final InstantSource clock;
    private final Board board;
    private final ScheduledExecutorService drawer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("reelbench-progress").daemon().factory());
    private final boolean tellsAll;
    private List<String> drawn = List.of();

    LiveReport(Shell shell, Sentences sentences, InstantSource clock) {
        this(shell, sentences, clock, true);
    }

    /** Draws what runs, and says nothing of what went well. */
    static LiveReport ofWhatGoesOn(Shell shell, Sentences sentences, InstantSource clock) {
        return new LiveReport(shell, sentences, clock, false);
    }

    private LiveReport(Shell shell, Sentences sentences, InstantSource clock, boolean tellsAll) {
        this.tellsAll = tellsAll;
        this.shell = shell;
        this.sentences = sentences;
        this.clock = clock;
        this.board = new Board(sentences::name, clock.instant());
        shell.out().print(HIDE_CURSOR);
        drawer.scheduleAtFixedRate(this::draw, 0, 1000 / DRAWS_A_SECOND, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void lost(Gathered.Loss loss) {
        failed(Sentences.lost(loss));
    }

    @Override
    public synchronized void event(TaskEvent event) {
        board.take(event);
        switch (event) {
            case TaskEvent.Changed(Task task) when task.state().isOver() -> over(task);
            case TaskEvent.Trouble(var text) -> failed(List.of(text.toString()));
            default -> {
                // the next drawing shows it
            }
        }
    }

    private void over(Task task) {
        Look look = shell.look();
        if (task.state() == TaskState.FAILED) {
            failed(sentences.failed(task));
            return;
        } else if (!tellsAll) {
            return;
        }
        List<String> lines = new ArrayList<>();
        String sign = task.state() == TaskState.DONE ? look.done() : look.left();
        for (String line : sentences.done(task, look.columns() - 3)) {
            lines.add((lines.isEmpty() ? sign : " ") + " " + look.plain(line));
        }
        sentences.notes(task).forEach(note -> lines.add("  " + look.plain(note)));
        above(lines);
    }

    private void failed(List<String> lines) {
        Look look = shell.look();
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            all.add((all.isEmpty() ? look.failed() : " ") + " " + look.plain(line));
        }
        erase();
        all.forEach(shell.err()::println);
        shell.err().flush();
        draw();
    }

    @Override
    public synchronized void stopping() {
        above(List.of(shell.look().plain(CliWords.STOPPING.with().toString())));
    }

    @Override
    public synchronized void ended(Tally tally) {
        if (tellsAll && tally.tasks().size() + tally.lost() > 1) {
            above(List.of(shell.look().plain(Sentences.sum(tally))));
        }
        if (tally.stopped()) {
            above(List.of(shell.look().plain(CliWords.STOPPED.with().toString())));
        }
    }

    private void above(List<String> lines) {
        erase();
        lines.forEach(shell.out()::println);
        draw();
    }

    private void erase() {
        shell.out().print(toTop() + CLEAR_BELOW);
        shell.out().flush();
        drawn = List.of();
    }

    private String toTop() {
        return drawn.isEmpty() ? "" : "\r" + (drawn.size() > 1 ? "\u001B[" + (drawn.size() - 1) + "A" : "");
    }

    private synchronized void draw() {
        List<String> lines = new BoardLines(shell.look()).of(board.view(clock.instant()));
        if (lines.equals(drawn)) {
            return;
        }
        // one piece, so that nothing flickers
        shell.out().print(toTop() + String.join(CLEAR_LINE_END + "\r\n", lines) + CLEAR_BELOW);
        shell.out().flush();
        drawn = lines;
    }

    @Override
    public void close() {
        drawer.shutdownNow();
        synchronized (this) {
            erase();
            shell.out().print(SHOW_CURSOR);
            shell.out().flush();
        }
    }
}
