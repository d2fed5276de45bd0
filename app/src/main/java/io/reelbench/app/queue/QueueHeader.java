package io.reelbench.app.queue;

import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Actions;
import io.reelbench.engine.queue.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line that is always there: a strip while the queue is closed, its header while it is opened. A click on it opens and closes. */
final class QueueHeader extends HBox {

    private static final double NARROW = 720;

    private final QueueModel model;
    private final BooleanProperty opened;
    private final Label title = words("rb-title");
    private final Region gap = new Region();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label count = words("rb-strong");
    private final Label counts = words("rb-quiet-words");
    private final Label left = words("rb-quiet-words");
    private final Label needs = words("rb-strong");
    private final Button pause;
    private final Button clear;
    private final Button chevron;
    private final HBox attention;
    private final QueueNotes notes;
    private final WhenDoneBar after;
    private final BooleanBinding noted;

    QueueHeader(QueueModel model, BooleanProperty opened, QueueNotes notes, WhenDone whenDone, Actions actions,
            Runnable show) {
        this.model = model;
        this.opened = opened;
        this.notes = notes;
        this.noted = notes.present();
        this.after = new WhenDoneBar(whenDone, actions);
        getStyleClass().addAll("rb-header", "rb-queue-header");
        title.setText(DeedWords.QUEUE.say());
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getStyleClass().add("rb-thick");
        bar.setAccessibleText(DeedWords.WHOLE.say());
        counts.setMinWidth(0);
        pause = actions.bind(button(DeedWords.PAUSE.say(), "rb-quiet"), "pause-queue");
        clear = actions.bind(button(DeedWords.CLEAR_DONE.say(), "rb-quiet"), "clear-done");
        chevron = actions.bind(button("", "rb-icon-button"), "toggle-queue");
        Button go = button(DeedWords.SHOW.say(), "rb-link");
        go.setOnAction(_ -> show.run());
        go.setAccessibleText(DeedWords.SHOW_NEEDY.say());
        Node mark = Icons.FAILED.at(16);
        mark.getStyleClass().add("rb-red");
        attention = new HBox(mark, needs, go);
        attention.getStyleClass().add("rb-attention");
        attention.setMinWidth(USE_PREF_SIZE);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && !onButton(event.getTarget())) {
                actions.find("toggle-queue").fire();
            }
        });
        InvalidationListener changed = _ -> refresh();
        model.overall().addListener(changed);
        model.held().addListener(changed);
        model.needsYou().addListener(changed);
        model.done().addListener(changed);
        model.running().addListener(changed);
        model.waiting().addListener(changed);
        opened.addListener(changed);
        noted.addListener(changed);
        whenDone.left().addListener((_, was, now) -> {
            if (was.intValue() == 0 || now.intValue() == 0) {
                refresh();
            }
        });
        whenDone.choice().addListener(changed);
        widthProperty().addListener(changed);
        refresh();
    }

    /** A click on a disabled button lands beside it; it must not open anything either. */
    private static boolean onButton(Object target) {
        Node node = target instanceof Node n ? n : null;
        while (node != null && !(node instanceof ButtonBase)) {
            node = node.getParent();
        }
        return node != null;
    }

    private static Label words(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Button button(String title, String style) {
        Button button = new Button(title);
        button.getStyleClass().add(style);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void refresh() {
        Overall now = model.overall().get();
        boolean working = !model.running().isEmpty() || !model.waiting().isEmpty();
        bar.setProgress(now.fraction());
        bar.getStyleClass().remove("rb-still");
        if (model.held().get()) {
            bar.getStyleClass().add("rb-still");
        }
        count.setText(QueueWords.COUNT.say(now.done(), now.total()));
        counts.setText(String.join(" · ", figures()));
        Optional<String> time = model.held().get() && working
                ? Optional.of(QueueWords.HELD.say())
                : now.left().map(RowWords::left);
        left.setText(time.orElse(""));
        int failed = model.needsYou().get();
        needs.setText(failed == 1 ? QueueWords.NEEDS_ONE.say() : QueueWords.NEEDS_MANY.say(failed));
        boolean held = model.held().get();
        pause.setText((held ? DeedWords.RESUME : DeedWords.PAUSE).say());
        pause.setGraphic((held ? Icons.PLAY : Icons.PAUSE).at(16));
        chevron.setGraphic((opened.get() ? Icons.DOWN : Icons.UP).at(16));
        arrange(working, failed > 0);
    }

    List<String> figures() {
        List<String> figures = new ArrayList<>();
        long checking = model.running().stream().filter(row -> row.state() == TaskState.VERIFYING).count();
        if (model.running().size() > checking) {
            figures.add(QueueWords.RUNNING_COUNT.say(model.running().size() - checking));
        }
        if (checking > 0) {
            figures.add(QueueWords.CHECKING_COUNT.say(checking));
        }
        if (!model.waiting().isEmpty()) {
            figures.add(QueueWords.WAITING_COUNT.say(model.waiting().size()));
        }
        if (model.done().get() > 0) {
            figures.add(QueueWords.DONE_COUNT.say(model.done().get()));
        }
        return figures.isEmpty() && model.needsYou().get() == 0 ? List.of(QueueWords.EMPTY.say()) : figures;
    }

    private void arrange(boolean working, boolean needy) {
        getStyleClass().remove("rb-strip");
        if (!opened.get()) {
            getStyleClass().add("rb-strip");
        }
        double wide = getWidth() > 1200 ? 320 : isNarrow() ? 96 : 200;
        bar.setMinWidth(wide);
        bar.setPrefWidth(wide);
        List<Node> parts = new ArrayList<>(List.of(title));
        if (opened.get()) {
            parts.addAll(noted.get() && isNarrow() ? List.of(gap, left) : List.of(counts, gap, left));
        } else if (working) {
            parts.addAll(List.of(bar, count, left, gap));
        } else {
            parts.addAll(List.of(counts, gap));
        }
        boolean calls = !opened.get() && needy;
        boolean speaks = noted.get() && !(calls && notes.isQuiet());
        if (after.counts()) {
            parts.add(parts.indexOf(gap) + 1, after.count());
        } else if (speaks) {
            parts.add(parts.indexOf(gap), notes);
        } else if (calls) {
            parts.add(attention);
        }
        if (working || model.held().get()) {
            parts.add(pause);
        }
        boolean offered = working || after.chosen();
        if (offered && !after.counts() && (after.chosen() || !isNarrow())) {
            parts.add(after.button());
        }
        if (opened.get() && model.done().get() > 0 && !isNarrow()) {
            parts.add(clear);
        }
        parts.add(chevron);
        if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
    }

    private boolean isNarrow() {
        return getWidth() > 0 && getWidth() < NARROW;
    }
}
