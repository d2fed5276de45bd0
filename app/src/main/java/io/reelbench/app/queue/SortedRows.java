package io.reelbench.app.queue;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Rows in an order of their own, changed only where something changes, so that lists of thousands stay quick. */
final class SortedRows {

    /** From so many on, one change for all is quicker than one for each. */
    private static final int MANY = 32;

    private final ObservableList<QueueRow> rows = FXCollections.observableArrayList();
    private final ObservableList<QueueRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final Comparator<QueueRow> order = Comparator.comparing(QueueRow::place);

    /** Not to be changed from outside. */
    ObservableList<QueueRow> shown() {
        return shown;
    }

    void add(QueueRow row) {
        int at = Collections.binarySearch(rows, row, order);
        rows.add(at < 0 ? -at - 1 : at, row);
    }

    void addAll(Collection<QueueRow> fresh) {
        List<QueueRow> sorted = fresh.stream().sorted(order).toList();
        boolean behind = !sorted.isEmpty() && (rows.isEmpty() || order.compare(rows.getLast(), sorted.getFirst()) < 0);
        if (behind) {
            rows.addAll(sorted);
        } else {
            sorted.forEach(this::add);
        }
    }

    /** While the row still has the place it stands at. */
    void remove(QueueRow row) {
        int at = Collections.binarySearch(rows, row, order);
        if (at >= 0) {
            rows.remove(at);
        }
    }

    void removeAll(Collection<QueueRow> gone) {
        if (gone.size() < MANY) {
            gone.forEach(this::remove);
        } else {
            rows.removeAll(new HashSet<>(gone));
        }
    }
}
