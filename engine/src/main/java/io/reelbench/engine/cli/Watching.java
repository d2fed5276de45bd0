package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.watch.WatchList;
import io.reelbench.engine.watch.WatchState;
import io.reelbench.engine.watch.Watched;
import io.reelbench.engine.watch.Watcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.node.ObjectNode;

/** {@code reelbench watch}: shows and changes the list of watched folders, or watches them until it is stopped. */
final class Watching {

    private final Shell shell;
    private final Globals globals;

    Watching(Shell shell, Globals globals) {
        this.shell = shell;
        this.globals = globals;
    }

    /** Everything but to watch, which needs no engine. */
    int change(WatchList list, Wanted.Watch wanted) {
        try {
            return switch (wanted.deed()) {
                case ADD -> add(list, wanted.given());
                case REMOVE, PAUSE, RESUME -> named(list, wanted);
                case LIST, RUN -> show(list);
            };
        } catch (FailedException failed) {
            complain(failed.failure().headline().toString());
            return Tally.FAILED;
        }
    }

    private int show(WatchList list) {
        List<Watched> all = list.all();
        list.troubles().forEach(trouble -> complain(trouble.toString()));
        if (all.isEmpty() && !globals.json()) {
            shell.say(CliWords.WATCH_NONE.say());
        }
        for (int i = 0; i < all.size(); i++) {
            show(i + 1, all.get(i));
        }
        return Tally.GOOD;
    }

    private void show(int number, Watched one) {
        String folder = one.wish().folder().map(Path::toString).orElse("");
        String preset = one.wish().preset().orElse("");
        if (globals.json()) {
            Json json = new Json(shell);
            ObjectNode object = json.object().put("number", number).put("folder", folder).put("preset", preset).put("paused",
                    one.paused());
            one.wish().to().ifPresent(to -> object.put("to", to.toString()));
            json.write(object);
            return;
        }
        shell.say(CliWords.WATCH_LINE.say(number, Columns.oneLine(folder),
                one.wish().to().map(to -> Columns.oneLine(to.toString())).orElseGet(CliWords.WATCH_BESIDE::say), preset,
                one.paused() ? CliWords.WATCH_PAUSED.say() : ""));
    }

    private int add(WatchList list, Map<String, List<String>> given) throws FailedException {
        Map<String, List<String>> whole = new HashMap<>(given);
        List.of("folder", "to").forEach(name -> whole.computeIfPresent(name,
                (_, path) -> List.of(shell.directory().resolve(path.getFirst()).toAbsolutePath().normalize().toString())));
        Reading<Watched> added = list.add(whole);
        for (Problem problem : added.problems()) {
            complain(problem.toString());
        }
        added.value().ifPresent(w -> shell.say(CliWords.WATCH_ADDED.say(w.wish().folder().orElseThrow())));
        return added.value().isPresent() ? Tally.GOOD : Tally.USAGE;
    }

    private int named(WatchList list, Wanted.Watch wanted) throws FailedException {
        List<Watched> all = list.all();
        List<Watched> meant = new ArrayList<>();
        for (String name : wanted.names()) {
            Optional<Watched> one = name.matches("\\d{1,6}") && Integer.parseInt(name) >= 1
                    && Integer.parseInt(name) <= all.size()
                            ? Optional.of(all.get(Integer.parseInt(name) - 1))
                            : Optional.empty();
            if (one.isEmpty()) {
                complain(CliWords.NO_WATCH.say(name));
                return Tally.USAGE;
            }
            meant.add(one.get());
        }
        for (Watched one : meant) {
            if (wanted.deed() == WatchDeed.REMOVE) {
                list.remove(one.id());
                shell.say(CliWords.WATCH_REMOVED.say(one.wish().folder().orElseThrow()));
            } else {
                list.pause(one.id(), wanted.deed() == WatchDeed.PAUSE);
            }
        }
        return wanted.deed() == WatchDeed.REMOVE ? Tally.GOOD : show(list);
    }

    /** Until somebody stops it. */
    int run(Engine engine) throws InterruptedException {
        engine.openingTroubles().forEach(trouble -> complain(trouble.toString()));
        Watcher watcher = engine.watcher().orElseThrow();
        watcher.troubles().forEach(trouble -> complain(trouble.toString()));
        show(engine.watchList());
        shell.say(CliWords.WATCH_RUNNING.say());
        Map<String, WatchState> before = new HashMap<>();
        try (Pin tasks = engine.listen(this::told); Pin folders = watcher.listen(now -> told(engine.watchList(), before, now))) {
            if (tasks != null && folders != null) {
                new CountDownLatch(1).await();
            }
        }
        return Tally.GOOD;
    }

    private void told(TaskEvent event) {
        if (event instanceof TaskEvent.Changed(Task task)) {
            if (task.state() == TaskState.DONE) {
                task.outcome().results().forEach(r -> shell.say(CliWords.WATCH_DONE.say(task.name(), shell.shown(r.file()))));
            } else if (task.state() == TaskState.FAILED) {
                task.outcome().failure().ifPresent(f -> shell.complain(CliWords.WATCH_FAILED.say(task.name(), f.headline())));
            }
        }
    }

    private void told(WatchList list, Map<String, WatchState> before, Map<String, WatchState> now) {
        list.all().forEach(one -> {
            WatchState was = before.getOrDefault(one.id(), WatchState.NEW);
            WatchState is = now.getOrDefault(one.id(), WatchState.NEW);
            if (was.offline() != is.offline()) {
                shell.complain(
                        (is.offline() ? CliWords.WATCH_OFFLINE : CliWords.WATCH_BACK).say(one.wish().folder().orElseThrow()));
            }
            is.trouble().filter(t -> !was.trouble().equals(Optional.of(t))).map(Text::toString).ifPresent(this::complain);
        });
        before.clear();
        before.putAll(now);
    }

    private void complain(String words) {
        shell.complain("reelbench watch: " + Columns.oneLine(words));
    }
}
