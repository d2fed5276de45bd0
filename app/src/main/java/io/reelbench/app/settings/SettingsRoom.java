package io.reelbench.app.settings;

import io.reelbench.app.desk.Desk;
import io.reelbench.app.form.WideRow;
import io.reelbench.app.room.Room;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything that is chosen once: pages at the left, one column of settings at the right. */
public final class SettingsRoom extends HBox implements AutoCloseable {

    /** A setting that can be looked for, and how to get to it. */
    public record Findable(String title, Runnable go) {
    }

    private static final double NAV = 208;
    private static final double COLUMN = 640;
    /** In a narrower place the column stands at the left. */
    private static final double WIDE = 1100;

    private final Runnable enter;
    private final Chosen chosen;
    private final List<Page> pages;
    private final AccountsPage accounts;
    private final ListView<Page> nav = new ListView<>();
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane column = new StackPane();

    /**
     * @param enter brings this room to sight
     * @param wrong is told what went wrong, in a sentence
     */
    public SettingsRoom(Room room, Runnable enter, Consumer<String> wrong) {
        this.enter = enter;
        Desk desk = room.desk();
        this.chosen = new Chosen(desk.engine().settings(), desk.carrier(), desk.history(),
                failure -> wrong.accept(SettingsWords.NOT_KEPT.say(failure.headline())));
        this.accounts = new AccountsPage(desk.elsewhere(), desk.engine().cloud(), desk.carrier(),
                failure -> wrong.accept(failure.headline().toString()));
        this.pages = List.of(new GeneralPage(chosen), new KeysPage(chosen, room.actions()),
                new FilesPage(chosen, desk.engine(), desk.carrier()), accounts,
                new ToolsPage(chosen, desk.engine(), desk.carrier()), new AboutPage(desk.engine(), desk.carrier(), wrong));
        pages.forEach(Page::end);
        getStyleClass().add("rb-settings");
        setSpacing(1);
        getChildren().addAll(left(), scroll);
        scroll.getStyleClass().add("rb-settings-scroll");
        scroll.setFitToWidth(true);
        scroll.setContent(column);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        column.getStyleClass().add("rb-settings-column");
        scroll.widthProperty().subscribe(width -> column
                .setAlignment(width.doubleValue() < WIDE ? javafx.geometry.Pos.TOP_LEFT : javafx.geometry.Pos.TOP_CENTER));
        nav.getSelectionModel().selectedItemProperty().subscribe(this::open);
        nav.getSelectionModel().selectFirst();
        chosen.onChange(this::show);
        show();
        focusedProperty().subscribe(now -> {
            if (now) {
                nav.requestFocus();
            }
        });
    }

    private VBox left() {
        Label title = new Label(SettingsWords.SETTINGS.say());
        title.getStyleClass().add("rb-settings-title");
        nav.getStyleClass().add("rb-settings-nav");
        nav.setAccessibleText(SettingsWords.SETTINGS.say());
        nav.getItems().setAll(pages);
        nav.setCellFactory(_ -> new PageCell());
        VBox.setVgrow(nav, Priority.ALWAYS);
        VBox left = new VBox(title, nav);
        left.getStyleClass().addAll("rb-panel", "rb-settings-left");
        left.setMinWidth(NAV);
        left.setPrefWidth(NAV);
        left.setMaxWidth(NAV);
        return left;
    }

    private void open(Page page) {
        if (page != null) {
            page.setMaxWidth(COLUMN);
            column.getChildren().setAll(page);
            scroll.setVvalue(0);
            page.shown();
        }
    }

    private void show() {
        pages.forEach(page -> page.rows().forEach(row -> row.show(chosen.problems())));
    }

    /** Everything that can be looked for by its title. */
    public List<Findable> findable() {
        return pages.stream().flatMap(page -> page.rows().stream()
                .map(row -> new Findable(row.field().label(), () -> go(page, row)))).toList();
    }

    /** Shows the accounts. */
    public void showAccounts() {
        enter.run();
        nav.getSelectionModel().select(accounts);
        accounts.requestFocus();
    }

    private void go(Page page, WideRow row) {
        enter.run();
        nav.getSelectionModel().select(page);
        scroll.layout();
        row.focus();
    }

    @Override
    public void close() {
        chosen.close();
    }

    private static final class PageCell extends ListCell<Page> {

        PageCell() {
            getStyleClass().add("rb-settings-page-cell");
        }

        @Override
        protected void updateItem(Page page, boolean empty) {
            super.updateItem(page, empty);
            setText(empty ? null : page.title());
        }
    }
}
