package io.reelbench.app.watching;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Outside;
import io.reelbench.app.room.Room;
import io.reelbench.app.watching.WatchingModel.Row;
import io.reelbench.engine.watch.Watched;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The watched folders: what is done in each and how it goes; one is added or changed beside the list. */
public final class WatchingRoom extends HBox implements AutoCloseable {

    private static final double EDITOR = 560;

    private final WatchingModel model;
    private final Carrier carrier;
    private final Consumer<String> wrong;
    private final ListView<Row> list = new ListView<>();
    private final ScrollPane editor = new ScrollPane();

    /** @param wrong is told what could not be done, in a sentence */
    public WatchingRoom(Room room, Consumer<String> wrong) {
        this.carrier = room.desk().carrier();
        this.wrong = wrong;
        this.model = new WatchingModel(room.desk(), failure -> wrong.accept(failure.headline().toString()));
        getStyleClass().add("rb-watching");
        setVisible(false);
        setSpacing(1);
        register(room.actions());
        getChildren().addAll(left(room.actions()), editor);
        editor.getStyleClass().add("rb-settings-scroll");
        editor.setFitToWidth(true);
        editor.setMinWidth(EDITOR);
        editor.setPrefWidth(EDITOR);
        editor.setVisible(false);
        editor.setManaged(false);
        visibleProperty().subscribe(seen -> {
            if (seen) {
                model.again();
            }
        });
        focusedProperty().subscribe(now -> {
            if (now) {
                list.requestFocus();
            }
        });
    }

    private void register(Actions actions) {
        String where = WatchingWords.WATCH_FOLDERS.say();
        BooleanBinding any = Bindings.createBooleanBinding(() -> isVisible() && chosen().isPresent(), visibleProperty(),
                list.getSelectionModel().selectedItemProperty());
        actions.addLocal("watch-add", WatchingWords.ADD.say(), where, "Shortcut+N", visibleProperty(),
                () -> edit(Optional.empty()));
        actions.addLocal("watch-edit", WatchingWords.EDIT.say(), where, "Enter", any,
                () -> chosen().ifPresent(row -> edit(Optional.of(row.watched()))));
        actions.addLocal("watch-pause", WatchingWords.PAUSE.say(), where, "Shortcut+Shift+P", any,
                () -> chosen().ifPresent(model::pause));
        actions.addLocal("watch-remove", WatchingWords.REMOVE.say(), where, "Delete", any,
                () -> chosen().ifPresent(model::remove));
        actions.addLocal("watch-show", WatchingWords.SHOW.say(), where, "Shift+Enter", any, () -> chosen().ifPresent(this::show));
    }

    private void show(Row row) {
        Path folder = row.watched().wish().folder().orElseThrow();
        carrier.fetch(() -> Outside.open(folder), why -> why.ifPresent(w -> wrong.accept(w.toString())),
                failure -> wrong.accept(failure.headline().toString()));
    }

    private VBox left(Actions actions) {
        Label title = new Label(WatchingWords.WATCH_FOLDERS.say());
        title.getStyleClass().add("rb-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox header = new HBox(8, title, between);
        for (String id : List.of("watch-edit", "watch-pause", "watch-remove", "watch-add")) {
            Button button = new Button(actions.find(id).title());
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add("rb-quiet");
            button.visibleProperty().bind(actions.find(id).possible());
            header.getChildren().add(actions.bind(button, id));
        }
        header.getStyleClass().add("rb-header");
        list.setId("watch-list");
        list.setItems(model.rows());
        list.setCellFactory(_ -> new WatchCell());
        list.setAccessibleText(WatchingWords.WATCH_FOLDERS.say());
        list.setPlaceholder(invitation(actions));
        list.setContextMenu(menu(actions));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(header, list);
        left.getStyleClass().add("rb-panel");
        HBox.setHgrow(left, Priority.ALWAYS);
        return left;
    }

    private static StackPane invitation(Actions actions) {
        Label none = new Label(WatchingWords.NONE.say());
        none.getStyleClass().add("rb-title");
        Label what = new Label(WatchingWords.WHAT.say());
        what.getStyleClass().add("rb-hint");
        what.setWrapText(true);
        what.setMaxWidth(420);
        what.setTextAlignment(TextAlignment.CENTER);
        Button add = new Button(WatchingWords.ADD.say());
        add.getStyleClass().add("rb-big");
        VBox all = new VBox(10, none, what, actions.bind(add, "watch-add"));
        all.setAlignment(Pos.CENTER);
        return new StackPane(all);
    }

    private static ContextMenu menu(Actions actions) {
        ContextMenu menu = new ContextMenu();
        for (String id : List.of("watch-edit", "watch-pause", "watch-show", "watch-remove")) {
            Action action = actions.find(id);
            MenuItem item = new MenuItem(action.title());
            action.keyProperty().subscribe(key -> item.setAccelerator(key.orElse(null)));
            item.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.possible().get(), action.possible()));
            item.setOnAction(_ -> action.fire());
            menu.getItems().add(item);
        }
        return menu;
    }

    private Optional<Row> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void edit(Optional<Watched> which) {
        WatchEditor form = new WatchEditor(model, which, this::closeEditor);
        editor.setContent(form);
        editor.setVisible(true);
        editor.setManaged(true);
        form.focus();
    }

    private void closeEditor() {
        editor.setContent(null);
        editor.setVisible(false);
        editor.setManaged(false);
        list.requestFocus();
    }

    @Override
    public void close() {
        model.close();
    }
}
