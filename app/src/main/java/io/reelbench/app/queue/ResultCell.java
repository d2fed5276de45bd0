package io.reelbench.app.queue;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Comparing;
import io.reelbench.app.look.FactsLabel;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.app.look.Thumb;
import io.reelbench.app.look.WhyNot;
import io.reelbench.app.room.PublishWords;
import io.reelbench.app.room.Publishing;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A task that is over: what was proven of its output, or why there is none and what helps. */
final class ResultCell extends QueueCell {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass OVER_PICTURE = PseudoClass.getPseudoClass("over-picture");
    private static final double HIGH = 96;
    private static final double LOW = 48;

    private final Thumb thumb = new Thumb(48, 27);
    private final MiddleLabel name = new MiddleLabel();
    private final FactsLabel proof = new FactsLabel();
    private final HBox proofLine;
    private final Node tick = Icons.VERIFIED.at(16);
    private final Button undo;
    private final Label cause = new Label();
    private final HBox causeLine;
    private final Label advice = new Label();
    private final HBox fixes = new HBox();
    private final Button log;
    private final VBox words;
    private final Button read;
    private final Button link = new Button(PublishWords.COPY_LINK.say());
    private final Button compare = RowTools.icon(Icons.COMPARE, DeedWords.COMPARE, () -> tools.deeds().compare(getItem()));
    private final Button publish = RowTools.icon(Icons.PUBLISH, PublishWords.PUBLISH, this::publish);
    private final Node arrived = Icons.CHECK.at(16);
    private final Button open = RowTools.icon(Icons.PLAY, DeedWords.OPEN, () -> tools.deeds().open(getItem()));
    private final StackPane sign = new StackPane();
    private final StackPane picture = new StackPane(thumb, sign);
    private final HBox buttons;
    private final HBox body;

    ResultCell(RowTools tools) {
        super(tools);
        getStyleClass().add("rb-result");
        name.getStyleClass().add("rb-name");
        tick.getStyleClass().add("rb-green");
        undo = RowTools.told(DeedWords.UNDO, DeedWords.RUN_AFTER_ALL, () -> tools.deeds().retry(List.of(getItem())));
        undo.getStyleClass().add("rb-link");
        read = RowTools.told(DeedWords.READ, DeedWords.READ_REPORT, this::read);
        read.getStyleClass().add("rb-link");
        sign.getStyleClass().add("rb-thumb-sign");
        sign.setMouseTransparent(true);
        link.getStyleClass().add("rb-link");
        RowTools.told(link, PublishWords.COPY_LINK, this::copyLink);
        proofLine = new HBox(tick, arrived, read, proof, link, undo);
        proofLine.getStyleClass().add("rb-proof");
        HBox.setHgrow(proof, Priority.ALWAYS);
        Node cross = Icons.FAILED.at(16);
        cross.getStyleClass().add("rb-red");
        cause.setMinWidth(0);
        cause.setEllipsisString("…");
        advice.setEllipsisString("…");
        causeLine = new HBox(cross, cause);
        causeLine.getStyleClass().add("rb-proof");
        advice.getStyleClass().addAll("rb-facts", "rb-advice");
        advice.setMinWidth(0);
        log = RowTools.told(DeedWords.LOG, DeedWords.WHAT_WAS_RUN, this::log);
        log.getStyleClass().add("rb-quiet");
        fixes.getStyleClass().add("rb-fixes");
        words = new VBox(name);
        words.getStyleClass().add("rb-task-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons = new HBox(open, compare, publish,
                RowTools.icon(Icons.OPEN_FOLDER, DeedWords.SHOW_IN_FOLDER, () -> tools.deeds().show(getItem())));
        buttons.getStyleClass().add("rb-task-buttons");
        body = new HBox(picture, words, buttons);
        body.getStyleClass().add("rb-task-row");
        setOnDragDetected(this::drag);
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
    List<Path> pictured(QueueRow row) {
        if (hasFile(row) && !Product.of(row.task().get()).pictured()) {
            return List.of();
        }
        return Stream.concat(row.task().get().outcome().results().stream().limit(1).map(Task.Result::file),
                row.pictured().stream()).toList();
    }

    @Override
    void touched(boolean now) {
        boolean file = now && getItem() != null && hasFile(getItem());
        boolean single = file && Product.of(getItem().task().get()) != Product.FOLDER;
        boolean compared = file && Comparing.isPossible(getItem().task().get());
        compare.setVisible(compared);
        compare.setManaged(compared);
        publish.setVisible(single);
        publish.setManaged(single);
        buttons.setVisible(file);
        buttons.setManaged(file);
    }

    private void publish() {
        tools.deeds().publish(List.of(getItem()), publish);
    }

    private void copyLink() {
        Cloud.address(getItem().task().get()).ifPresent(Publishing::copy);
        link.setText(PublishWords.COPIED.say());
    }

    private void read() {
        tools.fixes().report(getItem(), this);
    }

    private static boolean hasFile(QueueRow row) {
        return (row.state() == TaskState.DONE || row.state() == TaskState.SKIPPED)
                && !row.task().get().outcome().results().isEmpty();
    }

    @Override
    void show(QueueRow row) {
        boolean failed = row.state() == TaskState.FAILED;
        pseudoClassStateChanged(FAILED, failed);
        setPrefHeight(failed ? HIGH : LOW);
        if (failed) {
            failed(row);
        } else {
            over(row);
        }
        sign(hasFile(row) ? Product.of(row.task().get()) : Product.MEDIA);
        touched(isHover());
    }

    private void sign(Product product) {
        open.setGraphic(product.opens().at(16));
        sign.setVisible(product.sign().isPresent());
        sign.getChildren().setAll(product.sign().map(icon -> icon.at(16)).stream().toList());
        sign.pseudoClassStateChanged(OVER_PICTURE, product.pictured());
    }

    private void over(QueueRow row) {
        Task task = row.task().get();
        name.say(hasFile(row) ? task.outcome().results().getFirst().file().getFileName().toString() : row.name());
        boolean done = row.state() == TaskState.DONE;
        boolean report = hasFile(row) && ReportText.of(task).isPresent();
        read.setVisible(report);
        read.setManaged(report);
        boolean proven = done && hasFile(row);
        tick.setVisible(proven);
        tick.setManaged(proven);
        arrived.setVisible(done && !proven);
        arrived.setManaged(done && !proven);
        boolean linked = Cloud.address(task).isPresent();
        link.setText(PublishWords.COPY_LINK.say());
        link.setVisible(linked);
        link.setManaged(linked);
        boolean cancelled = row.state() == TaskState.CANCELLED;
        undo.setVisible(cancelled);
        undo.setManaged(cancelled);
        proof.say(RowWords.proof(task));
        words.getChildren().setAll(name, proofLine);
    }

    private void log() {
        tools.fixes().log(getItem(), log);
    }

    private void failed(QueueRow row) {
        name.say(row.name());
        row.task().get().outcome().failure().ifPresent(failure -> {
            // behind a colon it begins as its language wants it within a sentence
            cause.setText(failure instanceof Failure.Damaged(String _, String reason)
                    ? DeedWords.DAMAGED.say(reason.split(":", 2)[0].strip())
                    : WhyNot.of(failure));
            advice.setText(failure.fix().toString());
            Tip.say(cause, failure.headline() + "\n" + failure.fix());
            fixes.getChildren().setAll(tools.fixes().buttons(row, failure));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            fixes.getChildren().addAll(gap, log);
        });
        words.getChildren().setAll(name, causeLine, advice, fixes);
    }

    private void drag(MouseEvent event) {
        List<File> files = getListView().getSelectionModel().getSelectedItems().stream().filter(ResultCell::hasFile)
                .flatMap(r -> r.task().get().outcome().results().stream()).map(r -> r.file().toFile()).toList();
        if (!files.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files);
            startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        }
    }
}
