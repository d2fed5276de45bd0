package io.reelbench.app.viewer;

import io.reelbench.app.desk.Comparing;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.app.room.Room;
import io.reelbench.engine.Comparison;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says in the header which finished file is looked at, with the way back. */
final class FinishedTag extends HBox {

    private final MiddleLabel name = new MiddleLabel();

    FinishedTag(Room room) {
        Comparing comparing = room.desk().comparing();
        getStyleClass().add("rb-finished-tag");
        name.getStyleClass().add("rb-finished-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button back = new Button(null, Icons.CLOSE.at(16));
        back.getStyleClass().add("rb-icon-button");
        room.actions().bind(back, "leave-compare");
        getChildren().addAll(name, back);
        visibleProperty().bind(Bindings.createBooleanBinding(() -> comparing.now().get().isPresent(), comparing.now()));
        managedProperty().bind(visibleProperty());
        comparing.now().subscribe(now -> now.ifPresent(compared -> say(compared.name(), compared.files())));
    }

    private void say(String file, Comparison files) {
        name.say((files.inStep() ? ViewerWords.FINISHED_FILE : ViewerWords.FINISHED_APART).say(file));
        name.explain(files.inStep()
                ? files.made().path().toString()
                : files.made().path() + "\n" + ViewerWords.NOT_IN_STEP.say());
    }
}
