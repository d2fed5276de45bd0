package io.reelbench.app.past;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.collections.ObservableListBase;

/**
 * A list as long as what was found, of which only the pages are read that somebody looks at. A line that is not read yet is empty. FX
 * thread only.
 */
final class PastPages extends ObservableListBase<Optional<PastRow>> {

    static final int PAGE = 100;
    /** So many are kept at most; those that were read first go first. */
    private static final int KEPT = 40;

    private final IntConsumer wanted;
    private final Map<Integer, List<PastRow>> pages = new HashMap<>();
    private final java.util.ArrayDeque<Integer> order = new java.util.ArrayDeque<>();
    private final Set<Integer> asked = new HashSet<>();
    private int size;

    /** @param wanted is told the number of a page that is looked at and not there */
    PastPages(IntConsumer wanted) {
        this.wanted = wanted;
    }

    /** Something else was found: so many, none of them read. */
    void reset(int count) {
        beginChange();
        int before = size;
        size = count;
        pages.clear();
        order.clear();
        asked.clear();
        nextRemove(0, java.util.Collections.nCopies(before, Optional.empty()));
        nextAdd(0, count);
        endChange();
    }

    /** A page has been read. */
    void put(int page, List<PastRow> rows) {
        int from = page * PAGE;
        int to = Math.min(from + rows.size(), size);
        if (from >= size) {
            return;
        }
        pages.put(page, List.copyOf(rows));
        order.add(page);
        while (order.size() > KEPT) {
            int old = order.poll();
            pages.remove(old);
            asked.remove(old);
        }
        beginChange();
        for (int i = from; i < to; i++) {
            nextSet(i, Optional.empty());
        }
        endChange();
    }

    /** A page could not be read; it may be asked for again. */
    void failed(int page) {
        asked.remove(page);
    }

    @Override
    public Optional<PastRow> get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int page = index / PAGE;
        List<PastRow> rows = pages.get(page);
        if (rows == null && asked.add(page)) {
            wanted.accept(page);
        }
        int in = index % PAGE;
        return rows == null || in >= rows.size() ? Optional.empty() : Optional.of(rows.get(in));
    }

    @Override
    public int size() {
        return size;
    }
}
