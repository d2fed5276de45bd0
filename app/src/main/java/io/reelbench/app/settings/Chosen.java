package io.reelbench.app.settings;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.History;
import io.reelbench.app.form.Shown;
import io.reelbench.app.form.Values;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.settings.SettingsFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The settings as they stand in the room: what is typed is kept as it is, right or wrong; what is right is written elsewhere, in order, and
 * can be undone. FX thread only.
 */
final class Chosen implements Values, AutoCloseable {

    /** What must be looked into elsewhere before an option is kept. */
    interface Look {
        /** Says what is wrong with a value; may block. */
        Optional<Problem> at(String value) throws InterruptedException;
    }

    private final SettingsFile file;
    private final Carrier carrier;
    private final History history;
    private final Consumer<Failure> wrong;
    private final Map<String, Look> looks = new HashMap<>();
    private final Map<String, List<String>> wished = new LinkedHashMap<>();
    private final Map<String, List<String>> unwritten = new LinkedHashMap<>();
    private final Map<String, Problem> seen = new HashMap<>();
    private final List<Runnable> rows = new ArrayList<>();
    private final Pin pin;
    private List<Problem> problems = List.of();
    private boolean writing;

    Chosen(SettingsFile file, Carrier carrier, History history, Consumer<Failure> wrong) {
        this.file = file;
        this.carrier = carrier;
        this.history = history;
        this.wrong = wrong;
        wished.putAll(file.given());
        pin = file.listen(_ -> carrier.onFx(this::learn));
    }

    /** Values of an option are looked into before they are kept. */
    void look(String option, Look look) {
        looks.put(option, look);
    }

    /** Told after each change. */
    void onChange(Runnable told) {
        rows.add(told);
    }

    List<Problem> problems() {
        return problems;
    }

    SettingsFile file() {
        return file;
    }

    @Override
    public Shown shown(String option) {
        return new Shown(wished.getOrDefault(option, List.of()), false);
    }

    @Override
    public OptionalLong playhead() {
        return OptionalLong.empty();
    }

    @Override
    public void change(String what, Object gesture, Map<String, List<String>> options) {
        Map<String, List<String>> before = new HashMap<>();
        options.keySet().forEach(name -> before.put(name, wished.getOrDefault(name, List.of())));
        if (!before.equals(options)) {
            take(options);
            history.did(new Change(SettingsWords.CHANGE.with(what), gesture, before, options));
        }
    }

    private void take(Map<String, List<String>> options) {
        options.forEach((name, values) -> {
            seen.remove(name);
            if (values.isEmpty()) {
                wished.remove(name);
            } else {
                wished.put(name, values);
            }
        });
        judge();
        options.forEach((name, values) -> {
            if (problems.stream().noneMatch(p -> p.option().equals(name))) {
                if (looks.containsKey(name) && !values.isEmpty()) {
                    look(name, values);
                } else {
                    unwritten.put(name, values);
                }
            }
        });
        write();
        rows.forEach(Runnable::run);
    }

    private void judge() {
        List<Problem> all = new ArrayList<>(SettingsFile.schema().read(wished).problems());
        all.addAll(seen.values());
        problems = List.copyOf(all);
    }

    private void look(String name, List<String> values) {
        carrier.fetch(() -> looks.get(name).at(values.getFirst()), found -> {
            if (!values.equals(wished.get(name))) {
                return;
            }
            if (found.isPresent()) {
                seen.put(name, found.get());
            } else {
                unwritten.put(name, values);
            }
            judge();
            write();
            rows.forEach(Runnable::run);
        }, wrong);
    }

    /** One change after the other; what comes in meanwhile goes together. */
    private void write() {
        if (writing || unwritten.isEmpty()) {
            return;
        }
        writing = true;
        Map<String, List<String>> now = Map.copyOf(unwritten);
        unwritten.clear();
        carrier.fetch(() -> file.change(now), _ -> written(), failure -> {
            wrong.accept(failure);
            written();
        });
    }

    private void written() {
        writing = false;
        write();
    }

    /** Something else changed settings: what is wrong or on its way stays. */
    private void learn() {
        Map<String, List<String>> next = new LinkedHashMap<>(file.given());
        problems.forEach(p -> Optional.ofNullable(wished.get(p.option())).ifPresent(typed -> next.put(p.option(), typed)));
        if (!writing && unwritten.isEmpty() && !next.equals(wished)) {
            wished.clear();
            wished.putAll(next);
            judge();
        }
        rows.forEach(Runnable::run);
    }

    @Override
    public void close() {
        pin.close();
    }

    private final class Change implements History.Deed {

        private final Text name;
        private final Object gesture;
        private final Map<String, List<String>> before;
        private final Map<String, List<String>> after;

        Change(Text name, Object gesture, Map<String, List<String>> before, Map<String, List<String>> after) {
            this.name = name;
            this.gesture = gesture;
            this.before = before;
            this.after = after;
        }

        @Override
        public Text name() {
            return name;
        }

        @Override
        public void undo() {
            take(before);
        }

        @Override
        public void redo() {
            take(after);
        }

        @Override
        public History.Deed merged(History.Deed next) {
            return next instanceof Change other && gesture != null && gesture.equals(other.gesture)
                    && before.keySet().equals(other.before.keySet()) ? new Change(name, gesture, before, other.after) : null;
        }
    }
}
