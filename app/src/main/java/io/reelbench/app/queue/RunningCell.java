package io.reelbench.app.queue;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.FactsLabel;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.app.look.Thumb;
import io.reelbench.app.look.Times;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A task under way: its picture fills with colour as it gets on. */
final class RunningCell extends QueueCell {

    private static final String STILL = "rb-still";

    private final Thumb thumb = new Thumb(64, 36);
    private final MiddleLabel name = new MiddleLabel();
    private final Label time = new Label();
    private final FactsLabel facts = new FactsLabel();
    private final Sparkline sparkline = new Sparkline();
    private final Label percent = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button pause = RowTools.icon(Icons.PAUSE, DeedWords.PAUSE, this::pauseOrResume);
    private final Button cancel = RowTools.icon(Icons.CANCEL, DeedWords.CANCEL, () -> tools.deeds().cancel(List.of(getItem())));
    private final HBox buttons = new HBox(pause, cancel);
    private final HBox body;
    /** Whether it has a speed: what is done elsewhere has none. */
    private boolean draws;

    RunningCell(RowTools tools) {
        super(tools);
        name.getStyleClass().add("rb-name");
        time.getStyleClass().add("rb-facts");
        time.setMinWidth(Region.USE_PREF_SIZE);
        percent.getStyleClass().add("rb-percent");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox first = line("rb-task-line", name, time);
        HBox second = line("rb-task-line", facts, sparkline, percent);
        VBox words = new VBox(first, second, bar);
        words.getStyleClass().add("rb-task-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        buttons.getStyleClass().add("rb-task-buttons");
        body = new HBox(thumb, words, buttons);
        body.getStyleClass().add("rb-task-row");
    }

    private static HBox line(String style, Region growing, Node... others) {
        HBox line = new HBox(growing);
        line.getChildren().addAll(others);
        line.getStyleClass().add(style);
        growing.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(growing, Priority.ALWAYS);
        return line;
    }

    @Override
    Node body() {
        return body;
    }

    @Override
    Thumb thumb() {
        return thumb;
    }

    @Override
    void touched(boolean now) {
        buttons.setVisible(now);
        buttons.setManaged(now);
        time.setVisible(!now); // the name keeps its room
        time.setManaged(!now);
        sparkline.setVisible(!now && draws);
        sparkline.setManaged(!now && draws);
    }

    @Override
    void show(QueueRow row) {
        boolean paused = row.state() == TaskState.PAUSED;
        OptionalDouble fraction = row.state() == TaskState.VERIFYING ? OptionalDouble.of(1) : row.fraction();
        name.say(row.name());
        facts.say(RowWords.running(row));
        boolean known = fraction.isPresent() && row.state() != TaskState.VERIFYING;
        percent.setText(known ? QueueWords.PERCENT.say(RowWords.percent(fraction.getAsDouble())) : "");
        boolean begun = row.live().get().isPresent() || row.state() == TaskState.VERIFYING;
        bar.setProgress(
                fraction.isPresent() ? fraction.getAsDouble() : paused || !begun ? 0 : ProgressBar.INDETERMINATE_PROGRESS);
        bar.getStyleClass().remove(STILL);
        if (paused) {
            bar.getStyleClass().add(STILL);
        }
        thumb.done().set(paused ? 0 : fraction.orElse(0));
        time.setText(paused ? "" : time(row));
        sparkline.show(row.speeds().values());
        sparkline.setOpacity(paused ? 0 : 1);
        draws = row.speeds().values().length > 0;
        sparkline.setManaged(draws && !isHover());
        sparkline.setVisible(draws && !isHover());
        pause.setGraphic((paused ? Icons.PLAY : Icons.PAUSE).at(16));
        String title = (paused ? DeedWords.RESUME : DeedWords.PAUSE).say();
        pause.setAccessibleText(title);
        Tip.say(pause, title);
        pause.setDisable(row.state() == TaskState.VERIFYING);
    }

    /** What is left; of unknown length, how long it has been running. */
    private static String time(QueueRow row) {
        Optional<QueueRow.Live> live = row.live().get();
        OptionalLong eta = live.map(QueueRow.Live::etaUs).orElse(OptionalLong.empty());
        Task.Times times = row.task().get().times();
        if (row.state() == TaskState.VERIFYING) {
            return "";
        } else if (eta.isPresent()) {
            long us = eta.getAsLong();
            return us < 60_000_000 ? Times.span(us) : Times.span(Math.round(us * 0.85), Math.round(us * 1.15));
        }
        boolean unknown = live.isPresent() && row.fraction().isEmpty() && times.started().isPresent();
        return unknown ? Times.length(Duration.between(times.started().get(), Instant.now()).toNanos() / 1000) : "";
    }

    private void pauseOrResume() {
        List<QueueRow> row = List.of(getItem());
        if (getItem().state() == TaskState.PAUSED) {
            tools.deeds().resume(row);
        } else {
            tools.deeds().pause(row);
        }
    }
}
