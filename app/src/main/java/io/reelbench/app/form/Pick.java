package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.Segments;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/**
 * One of several: segments when they fit into the width of a control, with the rare ones in a menu beside them; else a list to open.
 * Showing a value tells nobody.
 */
final class Pick<T> {

    private static final double ROOM = 200;
    private static final double MENU = 32;
    private static final double LETTER = 6.4;
    /** From here on there are the letters of China and Japan, each as wide as it is high. */
    private static final int WIDE_LETTERS = 0x2E80;
    private static final double WIDE_LETTER = 12.5;

    private final Region node;
    private final Consumer<T> shower;
    private boolean showing;

    private Pick(Region node, Consumer<T> shower) {
        this.node = node;
        this.shower = shower;
        node.setMaxWidth(Double.MAX_VALUE);
    }

    static <T> Pick<T> of(List<T> all, Predicate<T> rare, Function<T, String> words, String label, Consumer<T> taken) {
        List<T> main = all.stream().filter(rare.negate()).toList();
        if (fits(all, words, ROOM)) {
            return segments(all, words, label, taken);
        } else if (main.size() > 1 && main.size() < all.size() && fits(main, words, ROOM - MENU)) {
            return withMenu(main, all.stream().filter(rare).toList(), words, label, taken);
        }
        return list(all, words, label, taken);
    }

    /** Judged by letters: fonts are not known before a scene is. */
    private static <T> boolean fits(List<T> all, Function<T, String> words, double room) {
        double width = all.stream().mapToDouble(one -> width(words.apply(one)) + 12).sum() + 6;
        return all.size() <= 4 && width <= room;
    }

    private static double width(String words) {
        return words.chars().mapToDouble(c -> c < WIDE_LETTERS ? LETTER : WIDE_LETTER).sum();
    }

    private static <T> Pick<T> segments(List<T> all, Function<T, String> words, String label, Consumer<T> taken) {
        Segments<T> segments = new Segments<>(all, words);
        segments.setAccessibleText(label);
        Pick<T> pick = new Pick<>(segments, segments.value()::set);
        segments.value().addListener((_, _, now) -> pick.told(now, taken));
        return pick;
    }

    private static <T> Pick<T> withMenu(List<T> main, List<T> rare, Function<T, String> words, String label, Consumer<T> taken) {
        Segments<T> segments = new Segments<>(main, words);
        segments.setAccessibleText(label);
        segments.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(segments, Priority.ALWAYS);
        MenuButton more = new MenuButton();
        more.getStyleClass().add("rb-quiet");
        more.setAccessibleText(FormWords.MORE_FOR.say(label));
        Tip.say(more, FormWords.MORE_WAYS.say());
        for (T one : rare) {
            MenuItem item = new MenuItem(words.apply(one));
            item.setOnAction(_ -> taken.accept(one));
            more.getItems().add(item);
        }
        HBox row = new HBox(4, segments, more);
        row.setAlignment(Pos.CENTER_LEFT);
        Pick<T> pick = new Pick<>(row, now -> {
            boolean isRare = now != null && rare.contains(now);
            segments.value().set(isRare ? null : now);
            more.setText(isRare ? words.apply(now) : "");
            more.setGraphic(isRare ? null : Icons.MORE.at(16));
            more.getStyleClass().remove("rb-icon-button");
            if (!isRare) {
                more.getStyleClass().add("rb-icon-button");
            }
        });
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
