package io.reelbench.app.recipe;

import io.reelbench.app.desk.EditWords;
import io.reelbench.app.desk.Editing;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.PublishGoals;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.problem.Text;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/**
 * The recipe region of the window: what is to be done with the selected clips, what will come of it, and starting it. It offers an action
 * for each operation; the one that lists them, {@code add-step}, is the window's.
 */
public final class RecipePane extends BorderPane {

    private static final Section WHERE = Section.RECIPE;

    private final Scope scope;
    private final Header header;
    private final ScopeLine line;
    private final StepList steps;
    private final Foot foot;

    public RecipePane(Room room) {
        this(room, new PublishGoals(room.desk()));
    }

    /** @param goals asks where outputs shall go */
    RecipePane(Room room, PublishGoals goals) {
        getStyleClass().addAll("rb-panel", "rb-recipe");
        this.scope = new Scope(room.desk(), goals);
        PresetShelf shelf = new PresetShelf(scope);
        this.header = new Header(scope, shelf);
        this.line = new ScopeLine(scope);
        this.foot = new Foot(scope);
        PresetMenu presets = new PresetMenu(scope, shelf);
        shelf.tell(foot::say);
        room.desk().onPresets(shelf::bringIn);
        register(room.actions(), presets);
        this.steps = new StepList(scope, room.actions(), room.memory(), shelf);
        header.bind(room.actions());
        foot.bind(room.actions());
        setTop(new VBox(header, line));
        setCenter(steps);
        setBottom(foot);
        scope.listen(this::show);
        shelf.listen(this::show);
        show();
    }

    private void register(Actions actions, PresetMenu presets) {
        for (Catalog.Entry entry : scope.desk().judge().catalog().entries()) {
            String id = entry.about().id();
            actions.add("add-step:" + id, Text.verbatim(entry.about().called()), Section.STEPS, "", () -> add(id));
        }
        actions.add("close-steps", RecipeWords.CLOSE_STEPS.with(), WHERE, "", () -> steps().open(null));
        actions.add("presets", RecipeWords.PRESETS.with(), WHERE, "Shortcut+P", () -> presets.show(header.preset()));
        actions.add("explain-plan", RecipeWords.EXPLAIN_PLAN.with(), WHERE, "Shortcut+Shift+E", foot.explicable(), foot::explain);
        Editing editing = scope.desk().editing();
        actions.add("stop-editing", EditWords.STOP_ACTION.with(), WHERE, "",
                Bindings.createBooleanBinding(() -> editing.held().get().isPresent(), editing.held()), editing::stop);
        scope.accounts(() -> actions.known("go-accounts").ifPresent(Action::fire));
        actions.add("publish-outputs", RunOnWords.PUBLISH_OUTPUTS.with(), WHERE, "", () -> scope.publishAlso(foot));
        actions.add("run-now", RecipeWords.RUN_NOW.with(), WHERE, "Shortcut+Shift+Enter", foot.possible(),
                () -> foot.submit(true));
        actions.add("add-to-queue", RecipeWords.ADD_TO_QUEUE.with(), WHERE, "Shortcut+Enter", foot.possible(),
                () -> foot.submit(false));
    }

    private StepList steps() {
        return steps;
    }

    private void add(String op) {
        steps.openNew(scope.add(op));
    }

    private void show() {
        header.show();
        line.show();
        steps.show();
        foot.show();
    }
}
