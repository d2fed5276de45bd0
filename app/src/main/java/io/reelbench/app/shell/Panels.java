package io.reelbench.app.shell;

import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered.Splits;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Section;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Which regions are shown and how large a person made them. Remembered, but for the drawer. */
final class Panels {

    private static final Section WHERE = Section.WINDOW;

    private final Memory memory;
    private final ReadOnlyObjectWrapper<Splits> splits;
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private final BooleanProperty drawer = new SimpleBooleanProperty(this, "drawer");
    private final BooleanProperty queueOpen = new SimpleBooleanProperty(this, "queueOpen");

    Panels(Memory memory) {
        this.memory = memory;
        this.splits = new ReadOnlyObjectWrapper<>(this, "splits", memory.now().splits());
        queueOpen.set(splits.get().queueOpen());
        queueOpen.subscribe(
                open -> change(s -> new Splits(s.clips(), s.recipe(), s.queue(), open, s.clipsAway(), s.recipeAway())));
    }

    void register(Actions actions) {
        actions.add("toggle-clips", ShellWords.TOGGLE_CLIPS.with(), WHERE, "Shortcut+1", () -> change(
                s -> new Splits(s.clips(), s.recipe(), s.queue(), s.queueOpen(), !s.clipsAway(), s.recipeAway())));
        actions.add("toggle-recipe", ShellWords.TOGGLE_RECIPE.with(), WHERE, "Shortcut+2", this::toggleRecipe);
    }

    private void toggleRecipe() {
        if (narrow.get()) {
            drawer.set(!drawer.get());
        } else {
            change(s -> new Splits(s.clips(), s.recipe(), s.queue(), s.queueOpen(), s.clipsAway(), !s.recipeAway()));
        }
    }

    ReadOnlyObjectProperty<Splits> splits() {
        return splits.getReadOnlyProperty();
    }

    /** Whether the window has no room for the recipe beside the centre. */
    BooleanProperty narrow() {
        return narrow;
    }

    /** Whether the recipe lies over the centre of a narrow window. */
    BooleanProperty drawer() {
        return drawer;
    }

    BooleanProperty queueOpen() {
        return queueOpen;
    }

    void clipsWidth(double width) {
        change(s -> new Splits(width, s.recipe(), s.queue(), s.queueOpen(), s.clipsAway(), s.recipeAway()));
    }

    void recipeWidth(double width) {
        change(s -> new Splits(s.clips(), width, s.queue(), s.queueOpen(), s.clipsAway(), s.recipeAway()));
    }

    void queueHeight(double height) {
        change(s -> new Splits(s.clips(), s.recipe(), height, s.queueOpen(), s.clipsAway(), s.recipeAway()));
    }

    private void change(UnaryOperator<Splits> change) {
        Splits now = change.apply(splits.get());
        if (!now.equals(splits.get())) {
            splits.set(now);
            // the clips themselves say how they are shown
            memory.change(remembered -> remembered.with(now.tiled(remembered.splits().tiles())));
        }
    }
}
