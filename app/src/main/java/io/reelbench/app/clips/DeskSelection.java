package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;

/**
 * What is selected in the list is what is selected on the desk: this model keeps nothing of its own, so the two can never differ and never
 * chase each other. Clips that a search hides stay selected until another one is chosen. The row of a folder stands for all its clips.
 */
final class DeskSelection extends MultipleSelectionModel<Row> {

    private final Desk desk;
    private final ObservableList<Row> rows;
    private final ObservableList<Integer> indices = FXCollections.observableArrayList();
    private final ObservableList<Integer> indicesSeen = FXCollections.unmodifiableObservableList(indices);
    private final ObservableList<Row> items = FXCollections.observableArrayList();
    private final ObservableList<Row> itemsSeen = FXCollections.unmodifiableObservableList(items);
    private final IntConsumer focus;
    private Map<Clip, Integer> places = Map.of();
    private BitSet chosen = new BitSet();
    private boolean choosing;

    /**
     * @param focus where the keyboard goes on from; told before anything is chosen, since the list begins a range there
     */
    DeskSelection(Desk desk, ObservableList<Row> rows, IntConsumer focus) {
        this.focus = focus;
        this.desk = desk;
        this.rows = rows;
        setSelectionMode(SelectionMode.MULTIPLE);
        InvalidationListener changed = _ -> refresh();
        desk.selected().addListener(changed);
        desk.current().addListener(changed);
        rows.addListener((InvalidationListener) _ -> {
            place();
            refresh();
        });
        place();
        refresh();
    }

    /** Where each clip is: in its own row, or in that of its shut folder. */
    private void place() {
        Map<Clip, Integer> now = new IdentityHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (Clip clip : rows.get(i).clips()) {
                // the row of an open folder is overwritten by those that follow it
                now.put(clip, i);
            }
        }
        places = now;
    }

    private void refresh() {
        Set<Clip> selected = new HashSet<>(desk.selected());
        BitSet now = new BitSet();
        for (int i = 0; i < rows.size() && !selected.isEmpty(); i++) {
            now.set(i, selected.containsAll(rows.get(i).clips()));
        }
        chosen = now;
        List<Integer> numbers = now.stream().boxed().toList();
        if (!numbers.equals(indices)) {
            indices.setAll(numbers);
        }
        List<Row> there = numbers.stream().map(rows::get).toList();
        if (!there.equals(items)) {
            items.setAll(there);
        }
        int looked = rowOf(desk.current().get());
        setSelectedIndex(looked);
        setSelectedItem(looked < 0 ? null : rows.get(looked));
    }

    /** The row in which a clip is seen; -1 for none. */
    int rowOf(Clip clip) {
        return clip == null ? -1 : places.getOrDefault(clip, -1);
    }

    private boolean isThere(int index) {
        return index >= 0 && index < rows.size();
    }

    /** The selected clips that a search does not hide. */
    private List<Clip> clips() {
        return desk.selected().stream().filter(places::containsKey).toList();
    }

    private void choose(Collection<Clip> clips, Clip looked) {
        choosing = true;
        desk.select(clips, looked);
        choosing = false;
    }

    /** Whether somebody is choosing in the list just now; else the desk changes by itself. */
    boolean isChoosing() {
        return choosing;
    }

    private void also(List<Integer> more) {
        if (!more.isEmpty()) {
            List<Clip> all = new ArrayList<>(clips());
            more.forEach(index -> all.addAll(rows.get(index).clips()));
            focus.accept(more.getLast());
            choose(all, looked(more.getLast()));
        }
    }

    /** Of a folder its first clip is looked at, or the one that is looked at already. */
    private Clip looked(int index) {
        List<Clip> of = rows.get(index).clips();
        Clip current = desk.current().get();
        return of.contains(current) ? current : of.getFirst();
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indicesSeen;
    }

    @Override
    public ObservableList<Row> getSelectedItems() {
        return itemsSeen;
    }

    @Override
    public void selectIndices(int first, int... more) {
        also(IntStream.concat(IntStream.of(first), IntStream.of(more)).filter(this::isThere).boxed().toList());
    }

    @Override
    public void selectAll() {
        choose(List.copyOf(places.keySet()), desk.current().get());
    }

    @Override
    public void selectFirst() {
        clearAndSelect(0);
    }

    @Override
    public void selectLast() {
        clearAndSelect(rows.size() - 1);
    }

    @Override
    public void clearAndSelect(int index) {
        if (isThere(index)) {
            focus.accept(index);
            choose(rows.get(index).clips(), looked(index));
        }
    }

    @Override
    public void select(int index) {
        if (isThere(index)) {
            also(List.of(index));
        }
    }

    @Override
    public void select(Row row) {
        select(rows.indexOf(row));
    }

    @Override
    public void clearSelection(int index) {
        if (isSelected(index)) {
            Set<Clip> rest = new HashSet<>(clips());
            rows.get(index).clips().forEach(rest::remove);
            choose(rest, desk.current().get());
        }
    }

    @Override
    public void clearSelection() {
        choose(List.of(), null);
    }

    @Override
    public boolean isSelected(int index) {
        return index >= 0 && chosen.get(index);
    }

    @Override
    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    @Override
    public void selectPrevious() {
        clearAndSelect(getSelectedIndex() - 1);
    }

    @Override
    public void selectNext() {
        clearAndSelect(getSelectedIndex() + 1);
    }
}
