package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;

/**
 * What is selected in the list is what is selected on the desk: this model keeps nothing of its own, so the two can never differ and never
 * chase each other. Clips that a search hides stay selected until another one is chosen.
 */
final class DeskSelection extends MultipleSelectionModel<Clip> {

    private final Desk desk;
    private final ObservableList<Clip> shown;
    private final ObservableList<Integer> indices = FXCollections.observableArrayList();
    private final ObservableList<Integer> indicesSeen = FXCollections.unmodifiableObservableList(indices);
    private final ObservableList<Clip> items = FXCollections.observableArrayList();
    private final ObservableList<Clip> itemsSeen = FXCollections.unmodifiableObservableList(items);
    private final IntConsumer focus;
    private BitSet chosen = new BitSet();
    private boolean choosing;

    /**
     * @param focus where the keyboard goes on from; told before anything is chosen, since the list begins a range there
     */
    DeskSelection(Desk desk, ObservableList<Clip> shown, IntConsumer focus) {
        this.focus = focus;
        this.desk = desk;
        this.shown = shown;
        setSelectionMode(SelectionMode.MULTIPLE);
        InvalidationListener changed = _ -> refresh();
        desk.selected().addListener(changed);
        desk.current().addListener(changed);
        shown.addListener(changed);
        refresh();
    }

    private void refresh() {
        Map<Clip, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            places.put(shown.get(i), i);
        }
        BitSet now = new BitSet();
        desk.selected().stream().map(places::get).filter(i -> i != null).forEach(now::set);
        chosen = now;
        List<Integer> numbers = now.stream().boxed().toList();
        if (!numbers.equals(indices)) {
            indices.setAll(numbers);
        }
        List<Clip> clips = numbers.stream().map(shown::get).toList();
        if (!clips.equals(items)) {
            items.setAll(clips);
        }
        Clip looked = desk.current().get();
        setSelectedIndex(places.getOrDefault(looked, -1));
        setSelectedItem(places.containsKey(looked) ? looked : null);
    }

    private boolean isThere(int index) {
        return index >= 0 && index < shown.size();
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

    private void also(List<Clip> more) {
        if (!more.isEmpty()) {
            List<Clip> all = new ArrayList<>(items);
            all.addAll(more);
            focus.accept(shown.indexOf(more.getLast()));
            choose(all, more.getLast());
        }
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indicesSeen;
    }

    @Override
    public ObservableList<Clip> getSelectedItems() {
        return itemsSeen;
    }

    @Override
    public void selectIndices(int first, int... more) {
        also(IntStream.concat(IntStream.of(first), IntStream.of(more)).filter(this::isThere).mapToObj(shown::get).toList());
    }

    @Override
    public void selectAll() {
        choose(List.copyOf(shown), desk.current().get());
    }

    @Override
    public void selectFirst() {
        clearAndSelect(0);
    }

    @Override
    public void selectLast() {
        clearAndSelect(shown.size() - 1);
    }

    @Override
    public void clearAndSelect(int index) {
        if (isThere(index)) {
            focus.accept(index);
            choose(List.of(shown.get(index)), shown.get(index));
        }
    }

    @Override
    public void select(int index) {
        if (isThere(index)) {
            also(List.of(shown.get(index)));
        }
    }

    @Override
    public void select(Clip clip) {
        select(shown.indexOf(clip));
    }

    @Override
    public void clearSelection(int index) {
        if (isSelected(index)) {
            List<Clip> rest = new ArrayList<>(items);
            rest.remove(shown.get(index));
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
