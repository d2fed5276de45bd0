package io.reelbench.app.clips;

import io.reelbench.app.room.Action;
import io.reelbench.app.room.Room;
import io.reelbench.engine.PresetNames;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Lies over the whole window and takes files that are dragged in from other programs. Put it last into a stack over everything: it finds
 * its scene itself, and is not seen until something is dragged.
 * <p>
 * The narrow target appears when there is a recipe to run and some region has an action called {@value #QUEUE_THESE}, which queues the
 * selected clips as soon as they are planned.
 */
public final class DropArea extends HBox {

    static final String QUEUE_THESE = "queue-these";
    private static final PseudoClass POINTED_AT = PseudoClass.getPseudoClass("pointed-at");

    private final Room room;
    private final Intake intake;
    private final Label addAndRun = new Label();
    private final Label addTitle = new Label();
    private final Label addHint = new Label();
    private final VBox add = target("rb-drop-add", addTitle, addHint);
    private final VBox run = target("rb-drop-run", addAndRun, new Label(ClipWords.RECIPE_STARTS.say()));
    private final EventHandler<DragEvent> over = this::over;
    private final EventHandler<DragEvent> left = this::left;
    private final EventHandler<DragEvent> dropped = this::dropped;

    public DropArea(Room room, Intake intake) {
        this.room = room;
        this.intake = intake;
        getStyleClass().add("rb-drop-area");
        setVisible(false);
        setMouseTransparent(true);
        HBox.setHgrow(add, Priority.ALWAYS);
        getChildren().addAll(add, run);
        sceneProperty().subscribe(this::moved);
    }

    private static VBox target(String style, Label title, Label below) {
        title.getStyleClass().add("rb-drop-title");
        title.setWrapText(true);
        below.getStyleClass().add("rb-drop-hint");
        VBox target = new VBox(title, below);
        target.getStyleClass().addAll("rb-drop-target", style);
        target.setMaxWidth(Double.MAX_VALUE);
        return target;
    }

    private void moved(Scene before, Scene now) {
        if (before != null) {
            before.removeEventFilter(DragEvent.DRAG_OVER, over);
            before.removeEventFilter(DragEvent.DRAG_EXITED_TARGET, left);
            before.removeEventFilter(DragEvent.DRAG_DROPPED, dropped);
        }
        if (now != null) {
            now.addEventFilter(DragEvent.DRAG_OVER, over);
            now.addEventFilter(DragEvent.DRAG_EXITED_TARGET, left);
            now.addEventFilter(DragEvent.DRAG_DROPPED, dropped);
        }
    }

    /** Rows that are dragged inside the window are no files that come in. */
    private static boolean comesIn(DragEvent event) {
        return event.getGestureSource() == null && event.getDragboard().hasFiles();
    }

    private void over(DragEvent event) {
        if (comesIn(event)) {
            if (!isVisible()) {
                open(event.getDragboard().getFiles().stream().map(File::toPath).allMatch(Intake::isPresets));
            }
            boolean runs = isOver(run, event);
            add.pseudoClassStateChanged(POINTED_AT, !runs);
            run.pseudoClassStateChanged(POINTED_AT, runs);
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void open(boolean presets) {
        addTitle.setText((presets ? ClipWords.KEEP_PRESETS : ClipWords.ADD).say());
        addHint.setText((presets ? ClipWords.BESIDE_YOURS : ClipWords.TO_CLIPS).say());
        Optional<String> recipe = presets ? Optional.empty() : recipe();
        run.setVisible(recipe.isPresent());
        run.setManaged(recipe.isPresent());
        recipe.ifPresent(name -> addAndRun.setText(ClipWords.ADD_AND_RUN.say(name)));
        setVisible(true);
    }

    /** What would run: the name of the recipe that newcomers get. */
    private Optional<String> recipe() {
        return room.actions().known(QUEUE_THESE).map(_ -> room.desk().newcomers().get()).filter(d -> !d.cards().isEmpty())
                .map(draft -> draft.name().map(PresetNames::name)
                        .orElseGet(() -> room.desk().engine().catalog().find(draft.ops().getFirst())
                                .map(entry -> entry.about().called()).orElse(ClipWords.THIS_RECIPE.say())));
    }

    private static boolean isOver(Node target, DragEvent event) {
        return target.isVisible()
                && target.localToScene(target.getBoundsInLocal()).contains(event.getSceneX(), event.getSceneY());
    }

    /** The last target that is left is the scene's own root: the mouse is outside the window. */
    private void left(DragEvent event) {
        if (isVisible() && event.getTarget() == getScene().getRoot()) {
            setVisible(false);
        }
    }

    private void dropped(DragEvent event) {
        if (comesIn(event)) {
            boolean runs = isOver(run, event);
            setVisible(false);
            take(event.getDragboard().getFiles().stream().map(File::toPath).toList(), runs);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** What a drop does. */
    void take(List<Path> files, boolean run) {
        intake.bring(files, () -> {
            if (run) {
                room.actions().known(QUEUE_THESE).ifPresent(Action::fire);
            }
        });
    }
}
