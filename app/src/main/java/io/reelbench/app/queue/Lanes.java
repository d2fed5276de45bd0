package io.reelbench.app.queue;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.look.Segments;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** The three lanes side by side, or one at a time under tabs where there is little room. */
final class Lanes extends BorderPane {

    private static final double NARROW = 900;
    private static final int MANY = 100;

    private final QueueModel model;
    private final Lane running;
    private final Lane waiting;
    private final Lane results;
    private final Segments<Lane> tabs;
    private final ReadOnlyObjectWrapper<List<QueueRow>> selected = new ReadOnlyObjectWrapper<>(List.of());
    private Set<QueueRow> followed = Set.of();
    private Lane active;
    private Boolean narrow;

    Lanes(QueueModel model, RowTools tools, Carrier carrier) {
        this.model = model;
        // a row that moves leaves its list for a moment, and the selection with it
        model.waiting().addListener((ListChangeListener<QueueRow>) change -> {
            boolean moved = false;
            while (change.next()) {
                moved |= change.getAddedSize() < MANY && change.getAddedSubList().stream().anyMatch(followed::contains);
            }
            if (moved) {
                carrier.onFx(() -> waiting().select(model.waiting().stream().filter(followed::contains).toList()));
            }
        });
        running = new Lane(DeedWords.RUNNING.say(), "queue-running", model.running(), () -> new RunningCell(tools),
                QueueWords.NOTHING_RUNS.say());
        waiting = new Lane(DeedWords.WAITING.say(), "queue-waiting", model.waiting(), () -> new WaitingCell(tools),
                QueueWords.NOTHING_WAITS.say());
        results = new Lane(DeedWords.NEEDS_AND_DONE.say(), "queue-results", model.results(), () -> new ResultCell(tools),
                QueueWords.NOTHING_DONE.say());
        running.list().setFixedCellSize(48);
        waiting.list().setFixedCellSize(48);
        active = running;
        running.head(heading(DeedWords.RUNNING.say(), "rb-lane-name"), count(model.running()));
        waiting.head(heading(DeedWords.WAITING.say(), "rb-lane-name"), count(model.waiting()));
        Label needs = heading(DeedWords.NEEDS_YOU.say(), "rb-lane-needs");
        Label howMany = heading("", "rb-lane-count");
        howMany.textProperty().bind(model.needsYou().asString());
        HBox needy = new HBox(needs, howMany);
        needy.getStyleClass().add("rb-lane-part");
        needy.visibleProperty().bind(model.needsYou().greaterThan(0));
        needy.managedProperty().bind(needy.visibleProperty());
        Label done = heading("", "rb-lane-count");
        done.textProperty().bind(model.done().asString());
        HBox finished = new HBox(heading(DeedWords.DONE.say(), "rb-lane-name"), done);
        finished.getStyleClass().add("rb-lane-part");
        results.head(needy, finished);
        tabs = new Segments<>(List.of(running, waiting, results), this::title);
        tabs.getStyleClass().add("rb-lane-tabs");
        tabs.value().set(running);
        tabs.value().subscribe(this::show);
        for (Lane lane : all()) {
            lane.list().focusedProperty().subscribe(now -> focused(lane, now));
            lane.list().getSelectionModel().getSelectedItems().addListener((ListChangeListener<QueueRow>) _ -> chosen(lane));
        }
        widthProperty().subscribe(width -> arrange(width.doubleValue() > 0 && width.doubleValue() < NARROW));
    }

    private List<Lane> all() {
        return List.of(running, waiting, results);
    }

    private String title(Lane lane) {
        return (lane == running ? DeedWords.RUNNING : lane == waiting ? DeedWords.WAITING : DeedWords.NEEDS_AND_DONE).say();
    }

    private static Label heading(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label count(ObservableList<QueueRow> rows) {
        Label count = heading("", "rb-lane-count");
        count.textProperty().bind(Bindings.size(rows).asString());
        return count;
    }

    private void arrange(boolean now) {
        if (narrow != null && narrow == now) {
            return;
        }
        narrow = now;
        setTop(null);
        setCenter(null);
        all().forEach(lane -> {
            lane.showHead(!now);
            lane.setVisible(true);
            lane.getStyleClass().remove("rb-lane-later");
        });
        if (now) {
            setTop(tabs);
            setMargin(tabs, new Insets(0, 12, 4, 12));
            show(tabs.value().get());
        } else {
            setCenter(sideBySide());
        }
    }

    private Node sideBySide() {
        GridPane grid = new GridPane();
        double[] shares = {33.5, 22.5, 44};
        for (int i = 0; i < shares.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(shares[i]);
            grid.getColumnConstraints().add(column);
            if (i > 0) {
                all().get(i).getStyleClass().add("rb-lane-later");
            }
            grid.add(all().get(i), i, 0);
        }
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        grid.getRowConstraints().add(row);
        return grid;
    }

    private void show(Lane lane) {
        if (Boolean.TRUE.equals(narrow) && lane != null) {
            setCenter(lane);
        }
    }

    private void focused(Lane lane, boolean now) {
        if (!now) {
            return;
        }
        active = lane;
        if (lane.selected().isEmpty() && !lane.list().getItems().isEmpty()) {
            lane.list().getSelectionModel().select(0);
        }
        all().stream().filter(l -> l != lane).forEach(l -> l.list().getSelectionModel().clearSelection());
        chosen(lane);
    }

    private void chosen(Lane lane) {
        if (lane == active) {
            selected.set(lane.selected());
        }
    }

    /** What actions apply to: the selected rows of the lane that was used last. */
    ReadOnlyObjectProperty<List<QueueRow>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** These rows are being moved: they stay selected where they go. */
    void follow(Collection<QueueRow> rows) {
        followed = Set.copyOf(rows);
    }

    private Lane waiting() {
        return waiting;
    }

    /** What shows a row, to put something beside it; the lanes themselves when it is not in sight. */
    Node beside(QueueRow row) {
        return all().stream().flatMap(lane -> lane.list().lookupAll(".rb-task").stream())
                .filter(node -> node instanceof ListCell<?> cell && cell.getItem() == row).findFirst().orElse(this);
    }

    /** Shows what needs a person. */
    void showNeeds() {
        tabs.value().set(results);
        results.list().requestFocus();
        if (!model.results().isEmpty()) {
            results.list().getSelectionModel().clearAndSelect(0);
            results.list().scrollTo(0);
        }
    }

    /** Passes keys that are pressed on a list, before the list itself takes them. */
    void onKey(Consumer<javafx.scene.input.KeyEvent> handler) {
        for (Lane lane : all()) {
            lane.list().addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
                if (getScene().getFocusOwner() == lane.list()) {
                    handler.accept(event);
                }
            });
        }
    }
}
