package io.reelbench.app.recipe.form;

import io.reelbench.app.look.Segments;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** One of several: segments when they fit into the width of a control, else a list to open. Showing a value tells nobody. */
final class Pick<T> {

    private static final int ROOM = 27;

    private final Region node;
    private final Consumer<T> shower;
    private boolean showing;

    private Pick(Region node, Consumer<T> shower) {
        this.node = node;
        this.shower = shower;
        node.setMaxWidth(Double.MAX_VALUE);
    }

    static <T> Pick<T> of(List<T> all, Function<T, String> words, String label, Consumer<T> taken) {
        // a segment takes about as much again as two letters
        int letters = all.stream().mapToInt(one -> words.apply(one).length() + 2).sum();
        return all.size() <= 4 && letters <= ROOM ? segments(all, words, label, taken) : list(all, words, label, taken);
    }

    private static <T> Pick<T> segments(List<T> all, Function<T, String> words, String label, Consumer<T> taken) {
        Segments<T> segments = new Segments<>(all, words);
        segments.setAccessibleText(label);
        Pick<T> pick = new Pick<>(segments, segments.value()::set);
        segments.value().addListener((_, _, now) -> pick.told(now, taken));
        return pick;
    }

    private static <T> Pick<T> list(List<T> all, Function<T, String> words, String label, Consumer<T> taken) {
        ComboBox<T> combo = new ComboBox<>();
        combo.getStyleClass().add("rb-combo");
        combo.getItems().setAll(all);
        combo.setAccessibleText(label);
        combo.setPromptText(TextInput.MIXED);
        combo.setVisibleRowCount(14);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? TextInput.MIXED : words.apply(one);
            }

            @Override
            public T fromString(String text) {
                return all.stream().filter(one -> words.apply(one).equals(text)).findFirst().orElse(null);
            }
        });
        Pick<T> pick = new Pick<>(combo, combo::setValue);
        combo.valueProperty().addListener((_, _, now) -> pick.told(now, taken));
        return pick;
    }

    private void told(T now, Consumer<T> taken) {
        if (!showing && now != null) {
            taken.accept(now);
        }
    }

    void show(T now) {
        showing = true;
        shower.accept(now);
        showing = false;
    }

    Node node() {
        return node;
    }
}
