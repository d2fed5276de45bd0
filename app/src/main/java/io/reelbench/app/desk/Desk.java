package io.reelbench.app.desk;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Probed;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * What lies on the table: clips, which of them are selected, which one is looked at, and what is to be done with them. All regions of the
 * window show it and change it; it knows none of them. FX thread only.
 */
public final class Desk {

    private final Engine engine;
    private final Carrier carrier;
    private final Judge judge;
    private final Plans plans;
    private final Elsewhere elsewhere;
    private final Expected expected;
    private final History history = new History();
    private final Editing editing = new Editing(this);
    private final Comparing comparing;
    private Consumer<List<Path>> presetTaker = _ -> {
    };
    private final ObservableList<Clip> clips = FXCollections.observableArrayList();
    private final ObservableList<Clip> selected = FXCollections.observableArrayList();
    /** Held here: such a view tells its listeners only while somebody holds it. */
    private final ObservableList<Clip> clipsSeen = FXCollections.unmodifiableObservableList(clips);
    private final ObservableList<Clip> selectedSeen = FXCollections.unmodifiableObservableList(selected);
    private final Set<Path> coming = new HashSet<>();
    private Map<String, List<String>> usualPlace = Map.of();
    private final ReadOnlyIntegerWrapper learnt = new ReadOnlyIntegerWrapper();
    private boolean receiving;
    private final ReadOnlyObjectWrapper<Clip> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<StepKey>> openStep = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Draft> newcomers = new ReadOnlyObjectWrapper<>(Draft.EMPTY);

    public Desk(Engine engine, Carrier carrier) {
        this.engine = engine;
        this.carrier = carrier;
        this.judge = new Judge(engine.catalog(), () -> UsualPlace.of(engine.settings()));
        engine.settings().listen(_ -> carrier.onFx(this::placedElsewhere));
        this.elsewhere = new Elsewhere(engine, carrier, history);
        elsewhere.all().addListener((ListChangeListener<Elsewhere.Known>) _ -> otherAccounts());
        this.plans = new Plans(engine, carrier, judge, this::together, elsewhere::doing);
        this.expected = new Expected(engine);
        this.usualPlace = UsualPlace.of(engine.settings());
        this.comparing = new Comparing(this);
    }

    public Engine engine() {
        return engine;
    }

    public Carrier carrier() {
        return carrier;
    }

    public History history() {
        return history;
    }

    /** Accounts with services that do work and keep files. */
    public Elsewhere elsewhere() {
        return elsewhere;
    }

    private void otherAccounts() {
        clips.stream().filter(clip -> clip.draft().get().on().isPresent()).forEach(plans::want);
    }

    /** Tasks of the queue that are changed here. */
    public Editing editing() {
        return editing;
    }

    /** A finished file that is looked at beside its clip. */
    public Comparing comparing() {
        return comparing;
    }

    /** Whoever keeps presets hears of files of them. */
    public void onPresets(Consumer<List<Path>> taker) {
        presetTaker = taker;
    }

    /** Files of presets came in. */
    public void bringPresets(List<Path> files) {
        presetTaker.accept(files);
    }

    /** How long tasks will take. */
    public Expected expected() {
        return expected;
    }

    public Judge judge() {
        return judge;
    }

    /** All clips in their order. Not to be changed from outside. */
    public ObservableList<Clip> clips() {
        return clipsSeen;
    }

    /** Counts up whenever something was learnt of clips, once for all that were looked into together. */
    public ReadOnlyIntegerProperty learnt() {
        return learnt.getReadOnlyProperty();
    }

    /** What recipe edits apply to, in the order of the clips. Not to be changed from outside. */
    public ObservableList<Clip> selected() {
        return selectedSeen;
    }

    /** The clip in the viewer, one of the selected ones; null when nothing is selected. */
    public ReadOnlyObjectProperty<Clip> current() {
        return current.getReadOnlyProperty();
    }

    /** The draft that clips get when they are added: the one that was last worked on. */
    public ReadOnlyObjectProperty<Draft> newcomers() {
        return newcomers.getReadOnlyProperty();
    }

    /** The step that somebody is just setting up. */
    public ReadOnlyObjectProperty<Optional<StepKey>> openStep() {
        return openStep.getReadOnlyProperty();
    }

    /** Somebody begins to set up a step, or has finished. */
    public void opened(Optional<StepKey> step) {
        openStep.set(step);
    }

    /** Sets what clips get when they are added. */
    public void welcomeWith(Draft draft) {
        newcomers.set(draft);
    }

    /** Selects clips; the last one given is looked at. */
    public void select(List<Clip> wanted) {
        select(wanted, wanted.isEmpty() ? null : wanted.getLast());
    }

    /** Selects clips and looks at one of them. */
    public void select(Collection<Clip> wanted, Clip looked) {
        Set<Clip> chosen = new HashSet<>(wanted);
        List<Clip> now = clips.stream().filter(chosen::contains).toList();
        if (!now.equals(selected)) {
            List<Clip> before = List.copyOf(selected);
            selected.setAll(now);
            joined(before);
        }
        current.set(now.contains(looked) ? looked : now.isEmpty() ? null : now.getLast());
        if (current.get() != null) {
            newcomers.set(current.get().draft().get().uncut());
        }
    }

    /**
     * The clips that are done together with one: where a step of its draft joins, the selected clips with the same draft, in their order,
     * and else the clip alone. What cannot be read is not among them.
     */
    public List<Clip> together(Clip clip) {
        Draft draft = clip.draft().get();
        // thousands are asked one by one, and most recipes join nothing
        return judge.joins(draft) && selected.contains(clip)
                ? selected.stream().filter(c -> c.draft().get().equals(draft) && !(c.facts().get() instanceof Facts.Unreadable))
                        .toList()
                : List.of(clip);
    }

    /** Other clips are selected: those that are joined make another film. */
    private void joined(List<Clip> before) {
        Stream.concat(before.stream(), selected.stream()).distinct().filter(c -> judge.joins(c.draft().get()))
                .filter(c -> !(c.facts().get() instanceof Facts.Unreadable) && together(c).getFirst() == c).forEach(plans::want);
    }

    /**
     * Puts files on the desk at once, selects them, and looks into them meanwhile. Files that lie there already are only selected.
     *
     * @return all clips of these files
     */
    public List<Clip> add(List<Path> files) {
        return add(files, Map.of());
    }

    /**
     * The same with files out of folders.
     *
     * @param origins of files that came in folders; those without are brought themselves
     */
    public List<Clip> add(List<Path> files, Map<Path, Origin> origins) {
        Map<Path, Clip> there = clips.stream().collect(Collectors.toMap(Clip::file, c -> c, (a, _) -> a));
        List<Clip> fresh = new ArrayList<>();
        List<Clip> all = new ArrayList<>();
        for (Path given : files) {
            Path file = given.toAbsolutePath().normalize();
            Clip known = there.get(file);
            if (known == null) {
                known = new Clip(file, origins.getOrDefault(given, Origin.ITSELF), newcomers.get());
                there.put(file, known);
                fresh.add(known);
            }
            all.add(known);
        }
        if (!fresh.isEmpty()) {
            List<Clip> before = List.copyOf(selected);
            Clip looked = current.get();
            int at = behindTheirs(fresh);
            insert(fresh, at);
            history.did(deed(DeskWords.ADD.with(fresh.size()), () -> {
                take(fresh);
                select(before, looked);
            }, () -> {
                insert(fresh, at);
                select(fresh, fresh.getFirst());
            }));
        }
        select(all, all.isEmpty() ? current.get() : all.getFirst());
        return all;
    }

    /** More of a folder come behind those that lie there; all others come last. */
    private int behindTheirs(List<Clip> fresh) {
        Optional<Path> folder = fresh.getFirst().folder();
        boolean one = folder.isPresent() && fresh.stream().allMatch(c -> c.folder().equals(folder));
        for (int i = clips.size() - 1; one && i >= 0; i--) {
            if (clips.get(i).folder().equals(folder)) {
                return i + 1;
            }
        }
        return clips.size();
    }

    /**
     * Puts files behind the others that came by themselves, as results do: what is selected stays so, unless nothing is.
     *
     * @return those that were not there yet
     */
    public List<Clip> receive(List<Path> files) {
        Set<Path> there = clips.stream().map(Clip::file).collect(Collectors.toSet());
        List<Clip> fresh = files.stream().map(f -> f.toAbsolutePath().normalize()).distinct().filter(f -> !there.contains(f))
                .map(f -> new Clip(f, Origin.ITSELF, newcomers.get())).toList();
        if (!fresh.isEmpty()) {
            Runnable come = () -> {
                receiving = true;
                insert(fresh, clips.size());
                receiving = false;
            };
            come.run();
            history.did(deed(DeskWords.ADD.with(fresh.size()), () -> take(fresh), come));
            if (current.get() == null) {
                select(fresh, fresh.getFirst());
            }
        }
        return fresh;
    }

    /** Whether clips that are just added came by themselves. */
    public boolean isReceiving() {
        return receiving;
    }

    /** Puts a file on the desk that is still being made; {@link #arrived} says when it is whole. */
    public Clip expect(Path file) {
        coming.add(file.toAbsolutePath().normalize());
        return add(List.of(file)).getFirst();
    }

    /** A file that was expected is whole now, or will never come: it is looked into. */
    public void arrived(Clip clip) {
        coming.remove(clip.file());
        look(List.of(clip));
    }

    /** Puts clips with their drafts back, as they were when the window closed. Cannot be undone. */
    public void restore(Map<Path, Draft> drafts, Map<Path, Origin> origins, Map<Path, List<Long>> markers) {
        List<Clip> old = drafts.entrySet().stream()
                .map(e -> new Clip(e.getKey(), origins.getOrDefault(e.getKey(), Origin.ITSELF), e.getValue())).toList();
        old.forEach(clip -> clip.mark(markers.getOrDefault(clip.file(), List.of())));
        insert(old, clips.size());
        if (!old.isEmpty()) {
            select(List.of(old.getFirst()));
        }
    }

    /** Clips whose files are elsewhere now: others with the same draft take their places. */
    public void relink(Text name, Map<Clip, Path> there) {
        Map<Clip, Clip> fresh = new LinkedHashMap<>();
        there.forEach((clip, file) -> fresh.put(clip,
                new Clip(file.toAbsolutePath().normalize(), clip.origin(), clip.draft().get())));
        Map<Clip, Clip> back = new LinkedHashMap<>();
        fresh.forEach((old, now) -> back.put(now, old));
        exchange(fresh);
        history.did(deed(name, () -> exchange(back), () -> exchange(fresh)));
    }

    private void exchange(Map<Clip, Clip> others) {
        List<Clip> chosen = selected.stream().map(c -> others.getOrDefault(c, c)).toList();
        Clip looked = current.get() == null ? null : others.getOrDefault(current.get(), current.get());
        clips.setAll(clips.stream().map(c -> others.getOrDefault(c, c)).toList());
        select(chosen, looked);
        look(List.copyOf(others.values()));
    }

    /** Takes clips off the desk; the files stay where they are. */
    public void remove(Collection<Clip> those) {
        Set<Clip> gone = new HashSet<>(those);
        Map<Integer, Clip> places = new LinkedHashMap<>();
        for (int i = 0; i < clips.size(); i++) {
            if (gone.contains(clips.get(i))) {
                places.put(i, clips.get(i));
            }
        }
        if (places.isEmpty()) {
            return;
        }
        List<Clip> before = List.copyOf(selected);
        Clip looked = current.get();
        Runnable redo = () -> {
            int next = places.keySet().iterator().next();
            take(places.values());
            if (selected.isEmpty() && !clips.isEmpty()) {
                select(List.of(clips.get(Math.min(next, clips.size() - 1))));
            }
        };
        redo.run();
        history.did(deed(DeskWords.REMOVE.with(places.size()), () -> {
            putBack(places);
            select(before, looked);
        }, redo));
    }

    /** All at once: the places were told in ascending order. */
    private void putBack(Map<Integer, Clip> places) {
        if (places.size() == 1) {
            places.forEach((at, clip) -> insert(List.of(clip), at));
            return;
        }
        List<Clip> all = new ArrayList<>(clips.size() + places.size());
        int next = 0;
        for (int i = 0; i < clips.size() + places.size(); i++) {
            Clip back = places.get(i);
            if (back != null) {
                all.add(back);
            } else if (next < clips.size()) {
                all.add(clips.get(next++));
            }
        }
        clips.setAll(all);
        welcome(places.values());
    }

    /** Puts clips in front of another one, or at the end when that is null. */
    public void move(Collection<Clip> those, Clip before) {
        Set<Clip> moved = new HashSet<>(those);
        List<Clip> was = List.copyOf(clips);
        List<Clip> block = was.stream().filter(moved::contains).toList();
        List<Clip> rest = was.stream().filter(clip -> !moved.contains(clip)).collect(Collectors.toCollection(ArrayList::new));
        int at = before == null || moved.contains(before) ? rest.size() : rest.indexOf(before);
        rest.addAll(at, block);
        if (!rest.equals(was)) {
            order(rest);
            history.did(deed(DeskWords.MOVE.with(block.size()), () -> order(was), () -> order(rest)));
        }
    }

    /** Puts all clips in an order; those of a folder stay together. */
    public void sort(Text name, Comparator<Clip> by) {
        List<Clip> was = List.copyOf(clips);
        List<Clip> now = Folders.together(was.stream().sorted(by).toList());
        if (!now.equals(was)) {
            order(now);
            history.did(deed(name, () -> order(was), () -> order(now)));
        }
    }

    /** Changes the drafts of all selected clips. */
    public void edit(Text name, UnaryOperator<Draft> change) {
        edit(name, null, change);
    }

    /**
     * Changes the drafts of all selected clips.
     *
     * @param name    what is done, as it stands after "Undo"
     * @param gesture edits with the same one that follow each other are undone together, such as the steps of a drag; null for none
     */
    public void edit(Text name, Object gesture, UnaryOperator<Draft> change) {
        edit(List.copyOf(selected), name, gesture, change);
    }

    /** Changes the drafts of these clips; with none at all it changes what newcomers get. */
    public void edit(List<Clip> those, Text name, Object gesture, UnaryOperator<Draft> change) {
        did(new DraftDeed(this, name, gesture, those, change, change));
    }

    /**
     * Changes the ranges of one clip; other clips, and those that come, keep theirs.
     *
     * @param name    what is done, as it stands after "Undo"
     * @param gesture as of {@link #edit}
     */
    public void cut(Clip clip, Text name, Object gesture, UnaryOperator<Cuts> change) {
        did(new DraftDeed(this, name, gesture, List.of(clip), draft -> draft.cut(change.apply(draft.cuts()), judge::writes),
                UnaryOperator.identity()));
    }

    private void did(DraftDeed deed) {
        if (deed.changesSomething()) {
            deed.redo();
            history.did(deed);
        }
    }

    /** Marks moments of a clip, in microseconds from its first frame; all that shall be marked from now on. */
    public void mark(Clip clip, Text name, List<Long> markers) {
        List<Long> before = clip.markers().get();
        clip.mark(markers);
        List<Long> after = clip.markers().get();
        if (!after.equals(before)) {
            history.did(deed(name, () -> clip.mark(before), () -> clip.mark(after)));
        }
    }

    /** Clips have been asked for as they stand: what was allowed for one run is allowed no more. */
    public void asked(List<Clip> those) {
        Map<Clip, Draft> spent = new LinkedHashMap<>();
        those.stream().filter(clip -> !clip.draft().get().allowed().isEmpty())
                .forEach(clip -> spent.put(clip, clip.draft().get().allowingNothing()));
        put(spent, newcomers.get());
    }

    void put(Map<Clip, Draft> drafts, Draft forNewcomers) {
        drafts.forEach((clip, draft) -> {
            clip.redraft(draft);
            plans.want(clip);
        });
        newcomers.set(forNewcomers);
    }

    private void insert(List<Clip> fresh, int at) {
        clips.addAll(Math.min(at, clips.size()), fresh);
        welcome(fresh);
    }

    private void welcome(Collection<Clip> fresh) {
        look(fresh.stream().filter(c -> c.media().isEmpty() && !coming.contains(c.file())).toList());
        fresh.forEach(plans::want);
    }

    /** Looks into files again: they were offline, or changed. */
    public void look(List<Clip> those) {
        if (those.isEmpty()) {
            return;
        }
        Map<Path, Clip> byFile = those.stream().collect(Collectors.toMap(Clip::file, c -> c, (a, _) -> a));
        Gathered<Probed> told = new Gathered<>(carrier, all -> {
            all.forEach(p -> learn(byFile.get(p.file()), p));
            learnt.set(learnt.get() + 1);
        });
        carrier.aside(() -> {
            engine.probe(List.copyOf(byFile.keySet()), told::add);
            return null;
        });
    }

    private void learn(Clip clip, Probed probed) {
        clip.learn(
                probed.media().<Facts>map(Facts.Known::new).or(() -> probed.failure().map(Facts.Unreadable::new)).orElseThrow());
        plans.want(clip);
    }

    private void take(Collection<Clip> gone) {
        Set<Clip> set = new HashSet<>(gone);
        clips.removeAll(set);
        List<Clip> left = selected.stream().filter(c -> !set.contains(c)).toList();
        select(left, current.get());
    }

    private void order(List<Clip> now) {
        List<Clip> kept = List.copyOf(selected);
        Clip looked = current.get();
        clips.setAll(now);
        select(kept, looked);
    }

    /** Settings changed: where outputs go may be another place now. */
    private void placedElsewhere() {
        Map<String, List<String>> now = UsualPlace.of(engine.settings());
        if (!now.equals(usualPlace)) {
            usualPlace = now;
            plans.forgetJudged();
            clips.forEach(plans::want);
        }
    }

    private static History.Deed deed(Text name, Runnable undo, Runnable redo) {
        return new History.Deed() {
            @Override
            public Text name() {
                return name;
            }

            @Override
            public void undo() {
                undo.run();
            }

            @Override
            public void redo() {
                redo.run();
            }
        };
    }
}
