package io.reelbench.app.past;

import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.PublishWords;
import io.reelbench.app.room.Publishing;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.queue.ArchiveQuery;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** All tasks ever: looked for at the top, listed at the left, told at the right. */
public final class PastRoom extends HBox implements AutoCloseable {

    private static final javafx.util.Duration CALM = javafx.util.Duration.millis(200);
    private static final List<TaskState> ENDS = List.of(TaskState.DONE, TaskState.FAILED, TaskState.CANCELLED, TaskState.SKIPPED);

    /** How long ago at most, from now. */
    private enum Span {
        EVER(PastWords.ANY_TIME, 0), TODAY(PastWords.TODAY, 1), WEEK(PastWords.WEEK, 7), MONTH(PastWords.MONTH, 30), YEAR(
                PastWords.YEAR, 365);

        private final PastWords words;
        private final int days;

        Span(PastWords words, int days) {
            this.words = words;
            this.days = days;
        }

        private Optional<Instant> since() {
            return days == 0
                    ? Optional.empty()
                    : Optional.of(days == 1
                            ? LocalDate.now().atStartOfDay(ZoneId.systemDefault()).toInstant()
                            : Instant.now().minus(Duration.ofDays(days)));
        }
    }

    private final Room room;
    private final PastFinder finder;
    private final PastDeeds deeds;
    private final TextField search = new TextField();
    private final ComboBox<Optional<String>> operation = new ComboBox<>();
    private final ComboBox<Optional<TaskState>> state = new ComboBox<>();
    private final ComboBox<Span> span = new ComboBox<>();
    private final ListView<Optional<PastRow>> list = new ListView<>();
    private final Label count = new Label();
    private final Label nothing = new Label();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final PauseTransition soon = new PauseTransition(CALM);
    private final AtomicBoolean stale = new AtomicBoolean();
    private final Pin pin;
    private boolean filling;

    /**
     * @param bench brings the bench to sight
     * @param wrong is told what could not be done, in a sentence
     */
    public PastRoom(Room room, Runnable bench, Consumer<String> wrong) {
        this.room = room;
        this.finder = new PastFinder(room.desk().engine(), room.desk().carrier(),
                room.desk().elsewhere()::nameOf, failure -> wrong.accept(failure.headline().toString()));
        this.deeds = new PastDeeds(room.desk(), bench, wrong);
        getStyleClass().add("rb-past");
        setVisible(false);
        setSpacing(1);
        soon.setOnFinished(_ -> find());
        register(room.actions());
        PastDetails details = new PastDetails(room.actions());
        getChildren().addAll(left(), details);
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> details.show(chosen()));
        finder.found().subscribe(found -> told(found.intValue()));
        pin = room.desk().engine().listen(this::happened);
        visibleProperty().subscribe(seen -> {
            if (seen) {
                enter();
            }
        });
        focusedProperty().subscribe(now -> {
            if (now) {
                search.requestFocus();
            }
        });
    }

    private void register(Actions actions) {
        Section where = Section.HISTORY;
        BooleanBinding any = Bindings.createBooleanBinding(() -> isVisible() && chosen().isPresent(), visibleProperty(),
                list.getSelectionModel().selectedItemProperty());
        actions.addLocal("find-past", PastWords.FIND_PAST.with(), where, "Shortcut+F", visibleProperty(), search::requestFocus);
        actions.addLocal("past-open", PastWords.OPEN.with(), where, "Enter", any, () -> chosen().ifPresent(deeds::open));
        actions.addLocal("past-show", PastWords.SHOW.with(), where, "Shift+Enter", any, () -> chosen().ifPresent(deeds::show));
        actions.addLocal("past-again", PastWords.RUN_AGAIN.with(), where, "Shortcut+R", any,
                () -> chosen().ifPresent(deeds::runAgain));
        actions.addLocal("past-bench", PastWords.TO_BENCH.with(), where, "Shortcut+Enter",
                chosenThat(row -> Cloud.recipeOf(row.task()).isPresent()),
                () -> chosen().ifPresent(deeds::bringBack));
        actions.addLocal("past-compare", PastWords.COMPARE.with(), where, "Shortcut+D",
                chosenThat(PastDeeds::isCompared), () -> chosen().ifPresent(deeds::compare));
        actions.addLocal("past-publish", PublishWords.PUBLISH.with(), where, "Shortcut+U",
                chosenThat(row -> !PastDeeds.published(row).isEmpty()),
                () -> chosen().ifPresent(row -> deeds.publish(row, list)));
        actions.addLocal("past-link", PublishWords.COPY_LINK.with(), where, "", chosenThat(row -> row.address().isPresent()),
                () -> chosen().flatMap(PastRow::address).ifPresent(Publishing::copy));
        actions.addLocal("past-report", PastWords.COPY_REPORT.with(), where, "Shortcut+C", any,
                () -> chosen().ifPresent(deeds::copyReport));
    }

    private BooleanBinding chosenThat(Predicate<PastRow> fits) {
        return Bindings.createBooleanBinding(() -> isVisible() && chosen().filter(fits).isPresent(), visibleProperty(),
                list.getSelectionModel().selectedItemProperty());
    }

    private VBox left() {
        Label title = new Label(PastWords.HISTORY.say());
        title.getStyleClass().add("rb-title");
        count.getStyleClass().add("rb-hint");
        HBox header = new HBox(8, title, count);
        header.getStyleClass().add("rb-header");
        search.setPromptText(PastWords.FIND.say());
        search.setAccessibleText(PastWords.FIND.say());
        search.setId("find-past");
        search.textProperty().subscribe(_ -> later());
        HBox.setHgrow(search, Priority.ALWAYS);
        fill(operation, PastWords.ANY_OPERATION, op -> op.map(titles::get).orElseGet(PastWords.ANY_OPERATION::say));
        operation.getItems().setAll(List.of(Optional.<String>empty()));
        operation.setValue(Optional.empty());
        fill(state, PastWords.ANY_STATE, s -> s.map(one -> PastWords.of(one).say()).orElseGet(PastWords.ANY_STATE::say));
        state.getItems().add(Optional.empty());
        ENDS.forEach(one -> state.getItems().add(Optional.of(one)));
        state.setValue(Optional.empty());
        fill(span, PastWords.ANY_TIME, s -> s.words.say());
        span.getItems().setAll(Span.values());
        span.setValue(Span.EVER);
        HBox tools = new HBox(8, Icons.SEARCH.at(16), search, operation, state, span);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("rb-past-tools");
        nothing.getStyleClass().add("rb-hint");
        list.setPlaceholder(nothing);
        list.setAccessibleText(PastWords.HISTORY.say());
        list.setId("past-list");
        list.setItems(finder.pages());
        list.setCellFactory(_ -> new PastCell());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                chosen().ifPresent(deeds::open);
            }
        });
        list.setContextMenu(menu());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(header, tools, list);
        left.getStyleClass().add("rb-panel");
        HBox.setHgrow(left, Priority.ALWAYS);
        return left;
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (String id : List.of("past-open", "past-show", "past-again", "past-bench", "past-compare", "past-publish",
                "past-link",
                "past-report")) {
            var action = room.actions().find(id);
            MenuItem item = new MenuItem(action.title());
            action.keyProperty().subscribe(key -> item.setAccelerator(key.orElse(null)));
            item.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.possible().get(), action.possible()));
            item.setOnAction(_ -> action.fire());
            menu.getItems().add(item);
        }
        return menu;
    }

    private <T> void fill(ComboBox<T> combo, PastWords label, java.util.function.Function<T, String> words) {
        combo.getStyleClass().add("rb-combo");
        combo.setAccessibleText(label.say());
        combo.setMinWidth(USE_PREF_SIZE);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : words.apply(one);
            }

            @Override
            public T fromString(String text) {
                return null;
            }
        });
        combo.valueProperty().addListener((_, _, _) -> later());
    }

    private Optional<PastRow> chosen() {
        Optional<PastRow> row = list.getSelectionModel().getSelectedItem();
        return row == null ? Optional.empty() : row;
    }

    private void later() {
        if (!filling) {
            soon.playFromStart();
        }
    }

    private void find() {
        stale.set(false);
        List<String> words = Arrays.stream(search.getText().strip().split("\\s+")).filter(w -> !w.isEmpty()).toList();
        finder.find(new ArchiveQuery(looksLikeAPath(search.getText()) ? List.of(search.getText().strip()) : words,
                operation.getValue() == null ? Optional.empty() : operation.getValue(),
                state.getValue() == null ? Set.of() : state.getValue().map(Set::of).orElse(Set.of()), span.getValue().since()));
    }

    /** A path may have spaces in it. */
    private static boolean looksLikeAPath(String text) {
        return text.contains("/") || text.contains("\\");
    }

    private void told(int found) {
        count.setText(found < 0 ? "" : PastWords.COUNT.say(found));
        boolean all = search.getText().isBlank() && state.getValue().isEmpty() && operation.getValue().isEmpty()
                && span.getValue() == Span.EVER;
        nothing.setText(found < 0 ? "" : all ? PastWords.NOTHING_YET.say() : PastWords.NOTHING_FOUND.say());
    }

    /** Somebody comes in: what has happened meanwhile is there. */
    private void enter() {
        finder.operations(this::offer);
        find();
    }

    private void offer(List<Catalog.Entry> entries) {
        filling = true;
        Optional<String> kept = operation.getValue();
        titles.clear();
        entries.forEach(e -> titles.put(e.about().id(), e.about().called()));
        operation.getItems().setAll(List.of(Optional.<String>empty()));
        titles.keySet().forEach(id -> operation.getItems().add(Optional.of(id)));
        operation.setValue(kept);
        filling = false;
    }

    /** The list is looked through again a moment after something ended, while it is seen. */
    private void happened(TaskEvent event) {
        boolean tells = switch (event) {
            case TaskEvent.Added _ -> true;
            case TaskEvent.Changed(var task) -> task.state().isOver();
            default -> false;
        };
        if (tells && stale.compareAndSet(false, true)) {
            room.desk().carrier().onFx(() -> {
                if (isVisible()) {
                    soon.playFromStart();
                }
            });
        }
    }

    /** Looks for everything that was done to a file. */
    public void find(Path file) {
        filling = true;
        operation.setValue(Optional.empty());
        state.setValue(Optional.empty());
        span.setValue(Span.EVER);
        search.setText(file.toAbsolutePath().normalize().toString());
        filling = false;
        find();
    }

    @Override
    public void close() {
        pin.close();
    }
}
