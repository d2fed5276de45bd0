package io.reelbench.app.clips;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** How many clips there are and how many are selected; search, order, and the way to more of them. */
final class ClipsHeader extends HBox {

    private static final PseudoClass NARROWED = PseudoClass.getPseudoClass("narrowed");

    private final Actions actions;
    private final HBox words;
    private final TextField search = new TextField();
    private final ClipList list;

    ClipsHeader(Room room, ClipList list, Supplier<List<MenuItem>> recent) {
        this.actions = room.actions();
        this.list = list;
        getStyleClass().add("rb-header");
        words = words(room.desk());
        HBox.setHgrow(words, Priority.ALWAYS);
        search.getStyleClass().add("rb-search");
        search.setPromptText(ClipWords.FIND_CLIPS.say());
        search.setAccessibleText(ClipWords.FIND_BY_NAME.say());
        search.textProperty().subscribe(words -> list.filter(list.filter().get().called(words)));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                closeSearch();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                event.consume();
            }
        });
        search.focusedProperty().subscribe(focused -> {
            if (!focused && search.getText().isBlank()) {
                showSearch(false);
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        Button find = icon(Icons.SEARCH);
        actions.bind(find, "find-clips");
        Button sort = icon(Icons.SORT);
        sort.setAccessibleText(ClipWords.ORDER.say());
        Tip.say(sort, ClipWords.ORDER.say());
        sort.disableProperty().bind(Bindings.isEmpty(room.desk().clips()));
        sort.setOnAction(_ -> open(sort, sorts()));
        Button add = icon(Icons.ADD);
        add.getStyleClass().add("rb-strong");
        add.setAccessibleText(ClipWords.ADD_CLIPS.say());
        Tip.say(add, ClipWords.ADD_CLIPS.say());
        add.setOnAction(_ -> open(add, adds(recent.get())));
        Button filter = icon(Icons.FILTER);
        filter.setId("filter-clips");
        filter.setAccessibleText(ClipWords.FILTER.say());
        Tip.say(filter, ClipWords.FILTER.say());
        filter.disableProperty().bind(Bindings.isEmpty(room.desk().clips()));
        filter.setOnAction(_ -> open(filter, FilterMenu.items(room.desk().clips(), list.filter().get(), list::filter)));
        list.filter().subscribe(now -> filter.pseudoClassStateChanged(NARROWED, now.narrows()));
        HBox buttons = new HBox(find, filter, sort, add);
        buttons.getStyleClass().add("rb-clips-buttons");
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(words, search, buttons);
        showSearch(false);
    }

    private static HBox words(Desk desk) {
        Label title = new Label(ClipWords.CLIPS.say());
        title.getStyleClass().add("rb-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label count = new Label();
        count.getStyleClass().add("rb-hint");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> desk.clips().isEmpty() ? "" : String.valueOf(desk.clips().size()),
                        desk.clips()));
        Label selected = new Label();
        selected.getStyleClass().add("rb-quiet-words");
        selected.setMaxWidth(Double.MAX_VALUE);
        selected.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(selected, Priority.ALWAYS);
        selected.textProperty().bind(Bindings.createStringBinding(
                () -> desk.selected().size() < 2 ? "" : ClipWords.SELECTED.say(desk.selected().size()), desk.selected()));
        HBox words = new HBox(title, count, selected);
        InvalidationListener fit = _ -> {
            double wanted = title.prefWidth(-1) + count.prefWidth(-1) + selected.prefWidth(-1) + 2 * words.getSpacing();
            boolean room = selected.getText().isEmpty() || wanted <= words.getWidth();
            count.setVisible(room);
            count.setManaged(room);
        };
        words.widthProperty().addListener(fit);
        selected.textProperty().addListener(fit);
        words.getStyleClass().add("rb-clips-words");
        words.setMinWidth(0);
        return words;
    }

    private static Button icon(Icons icon) {
        Button button = new Button();
        button.setGraphic(icon.at(16));
        button.getStyleClass().add("rb-icon-button");
        return button;
    }

    private static void open(Button under, List<MenuItem> items) {
        ContextMenu menu = new ContextMenu(items.toArray(MenuItem[]::new));
        menu.show(under, Side.BOTTOM, 0, 4);
    }

    private List<MenuItem> sorts() {
        List<MenuItem> items = new ArrayList<>(Arrays.stream(SortOrder.values()).map(order -> {
            MenuItem item = Menus.item(actions, "sort-by-" + order.word());
            item.setText(order.title());
            return item;
        }).toList());
        items.add(new SeparatorMenuItem());
        items.add(Menus.item(actions, "clips-as-tiles"));
        return items;
    }

    private List<MenuItem> adds(List<MenuItem> recent) {
        Menu lately = new Menu(ClipWords.RECENT.say());
        lately.getItems().setAll(recent);
        List<MenuItem> items = new ArrayList<>(List.of(Menus.item(actions, "open-files"), Menus.item(actions, "open-folder"),
                lately, Menus.item(actions, "paste-files"), new SeparatorMenuItem()));
        actions.known("generate").ifPresent(_ -> items.add(Menus.item(actions, "generate")));
        items.add(Menus.item(actions, "try-sample"));
        return items;
    }

    void openSearch() {
        showSearch(true);
        search.requestFocus();
        search.selectAll();
    }

    private void closeSearch() {
        search.clear();
        showSearch(false);
        list.requestFocus();
    }

    private void showSearch(boolean now) {
        search.setVisible(now);
        search.setManaged(now);
        words.setVisible(!now);
        words.setManaged(!now);
    }
}
