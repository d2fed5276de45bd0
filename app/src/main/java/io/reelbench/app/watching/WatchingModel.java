package io.reelbench.app.watching;

import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.History;
import io.reelbench.engine.Presets;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.watch.WatchList;
import io.reelbench.engine.watch.WatchState;
import io.reelbench.engine.watch.Watched;
import io.reelbench.engine.watch.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The watched folders as the room shows them, and what a person does to them. Everything returns at once and can be undone. FX thread only. */
final class WatchingModel implements AutoCloseable {

    /** A watched folder and how it goes with it. */
    record Row(Watched watched, WatchState state) {

        String name() {
            return watched.wish().folder().orElseThrow().getFileName().toString();
        }
    }

    private final Desk desk;
    private final WatchList list;
    private final Consumer<Failure> wrong;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Pin pin;

    WatchingModel(Desk desk, Consumer<Failure> wrong) {
        this.desk = desk;
        this.list = desk.engine().watchList();
        this.wrong = wrong;
        this.pin = desk.engine().watcher().map(watcher -> watcher.listen(_ -> desk.carrier().onFx(this::again))).orElse(() -> {
        });
    }

    ObservableList<Row> rows() {
        return rows;
    }

    /** Reads the list anew; a terminal may have changed it. */
    void again() {
        desk.carrier().fetch(list::all, this::show, wrong);
    }

    private void show(List<Watched> all) {
        Map<String, WatchState> states = desk.engine().watcher().map(Watcher::states).orElse(Map.of());
        List<Row> now = all.stream().map(w -> new Row(w, states.getOrDefault(w.id(), WatchState.NEW))).toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    /** All presets by name, the person's own first. */
    void presets(Consumer<List<String>> then) {
        Presets presets = desk.engine().presets();
        desk.carrier().fetch(() -> {
            List<String> names = new ArrayList<>();
            presets.list().own().forEach(r -> r.name().ifPresent(names::add));
            presets.builtIn().forEach(r -> r.name().ifPresent(names::add));
            return names.stream().distinct().toList();
        }, then, wrong);
    }

    /** Watches another folder; says what is wrong with what was asked. */
    void add(Map<String, List<String>> given, Consumer<List<Problem>> said) {
        desk.carrier().fetch(() -> list.add(given), reading -> added(reading, said), wrong);
    }

    private void added(Reading<Watched> reading, Consumer<List<Problem>> said) {
        reading.value().ifPresent(fresh -> did(WatchingWords.DID_ADD.with(fresh.wish().folder().orElseThrow().getFileName()),
                () -> list.putBack(fresh), () -> list.remove(fresh.id())));
        told();
        said.accept(reading.problems());
    }

    void change(Watched old, Map<String, List<String>> given, Consumer<List<Problem>> said) {
        desk.carrier().fetch(() -> list.put(old.id(), given), reading -> {
            reading.value().ifPresent(fresh -> did(WatchingWords.DID_EDIT.with(new Row(fresh, WatchState.NEW).name()),
                    () -> list.putBack(fresh), () -> list.putBack(old)));
            told();
            said.accept(reading.problems());
        }, wrong);
    }

    void pause(Row row) {
        boolean now = !row.watched().paused();
        String id = row.watched().id();
        doing((now ? WatchingWords.DID_PAUSE : WatchingWords.DID_GO_ON).with(row.name()), () -> list.pause(id, now),
                () -> list.pause(id, !now));
    }

    void remove(Row row) {
        doing(WatchingWords.DID_REMOVE.with(row.name()), () -> list.remove(row.watched().id()),
                () -> list.putBack(row.watched()));
    }

    /** Something that blocks for the disk. */
    private interface Work {
        void run() throws FailedException;
    }

    private void doing(Text name, Work redo, Work undo) {
        ask(redo);
        did(name, redo, undo);
    }

    private void did(Text name, Work redo, Work undo) {
        desk.history().did(new History.Deed() {
            @Override
            public Text name() {
                return name;
            }

            @Override
            public void undo() {
                ask(undo);
            }

            @Override
            public void redo() {
                ask(redo);
            }
        });
    }

    private void ask(Work work) {
        Callable<Boolean> asked = () -> {
            work.run();
            return true;
        };
        desk.carrier().fetch(asked, _ -> told(), wrong);
    }

    private void told() {
        desk.engine().watcher().ifPresent(Watcher::changed);
        again();
    }

    @Override
    public void close() {
        pin.close();
    }
}
