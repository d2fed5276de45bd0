package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rows of the list: clips that came in a folder and lie one after the other stand under a row of their own, which opens and shuts. A
 * folder with many clips comes shut. FX thread only.
 */
final class Rows {

    /** A folder with no more clips than this comes open. */
    static final int FEW = 12;

    private final ObservableList<Clip> shown;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> seen = FXCollections.unmodifiableObservableList(rows);
    private final Set<Path> known = new HashSet<>();
    private final Set<Path> shut = new HashSet<>();
    private final InvalidationListener changed = _ -> refresh();
    private boolean allOpen;

    /** @param shown the clips that are shown, in their order */
    Rows(ObservableList<Clip> shown) {
        this.shown = shown;
        shown.addListener(changed);
        refresh();
    }

    ObservableList<Row> list() {
        return seen;
    }

    /** While something is looked for nothing is hidden in a folder. */
    void openAll(boolean now) {
        if (allOpen != now) {
            allOpen = now;
            refresh();
        }
    }

    /** Opens or shuts folders. */
    void open(Set<Path> folders, boolean open) {
        boolean changes = open ? shut.removeAll(folders) : shut.addAll(folders);
        if (changes) {
            refresh();
        }
    }

    /** All folders that have a row. */
    List<Row.Group> groups() {
        return rows.stream().filter(Row.Group.class::isInstance).map(Row.Group.class::cast).toList();
    }

    /** The row that a clip stands under. */
    Optional<Row.Group> groupOf(Clip clip) {
        return clip == null || clip.folder().isEmpty()
                ? Optional.empty()
                : groups().stream().filter(g -> g.folder().equals(clip.folder().get()) && g.clips().contains(clip)).findFirst();
    }

    private void refresh() {
        List<Row> now = rows();
        if (!now.equals(rows)) {
            int same = same(now);
            if (same == rows.size()) {
                rows.addAll(now.subList(same, now.size()));
            } else {
                rows.setAll(now);
            }
        }
    }

    /** How many rows at the beginning are as they were. */
    private int same(List<Row> now) {
        int same = 0;
        while (same < now.size() && same < rows.size() && now.get(same).equals(rows.get(same))) {
            same++;
        }
        return same;
    }

    private List<Row> rows() {
        List<Row> now = new ArrayList<>();
        Set<Path> there = new HashSet<>();
        int from = 0;
        while (from < shown.size()) {
            Optional<Path> folder = shown.get(from).folder();
            int to = from + 1;
            while (folder.isPresent() && to < shown.size() && shown.get(to).folder().equals(folder)) {
                to++;
            }
            List<Clip> run = List.copyOf(shown.subList(from, to));
            if (run.size() > 1) {
                there.add(folder.get());
                group(folder.get(), run, now);
            } else {
                now.add(new Row.One(run.getFirst(), false));
            }
            from = to;
        }
        if (!allOpen) {
            // a folder that comes back comes as a new one
            known.retainAll(there);
            shut.retainAll(there);
        }
        return now;
    }

    private void group(Path folder, List<Clip> run, List<Row> now) {
        if (known.add(folder) && run.size() > FEW) {
            shut.add(folder);
        }
        boolean open = allOpen || !shut.contains(folder);
        now.add(new Row.Group(folder, run, open));
        if (open) {
            run.forEach(clip -> now.add(new Row.One(clip, true)));
        }
    }
}
