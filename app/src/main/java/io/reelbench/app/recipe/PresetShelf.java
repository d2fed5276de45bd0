package io.reelbench.app.recipe;

import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.History;
import io.reelbench.engine.Presets;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The presets as the window sees them: disk work goes elsewhere, what changes can be undone, what fails is said. */
final class PresetShelf {

    /** Work on the disk. */
    private interface Disk {
        void run() throws FailedException;
    }

    private final Scope scope;
    private final Presets presets;
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Recipe> own = List.of();
    private String trouble = "";

    PresetShelf(Scope scope) {
        this.scope = scope;
        this.presets = scope.desk().engine().presets();
        look();
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    List<Recipe> builtIn() {
        return presets.builtIn();
    }

    List<Recipe> own() {
        return own;
    }

    /** What could not be read or written, in words; empty when all is well. */
    String trouble() {
        return trouble;
    }

    Optional<Recipe> named(String name) {
        return java.util.stream.Stream.concat(own.stream(), builtIn().stream()).filter(r -> r.name().equals(Optional.of(name)))
                .findFirst();
    }

    boolean isOwn(String name) {
        return own.stream().anyMatch(r -> r.name().equals(Optional.of(name)));
    }

    /** Reads the folder again. */
    void look() {
        scope.desk().carrier().fetch(presets::list, shelf -> {
            own = shelf.own();
            trouble = shelf.troubles().stream().map(Object::toString).collect(Collectors.joining("\n"));
            listeners.forEach(Runnable::run);
        }, this::failed);
    }

    private void failed(Failure failure) {
        trouble = failure.headline() + " " + failure.fix();
        listeners.forEach(Runnable::run);
    }

    /** Gives the selected clips these steps; how outputs are named stays. */
    void use(Recipe recipe) {
        List<io.reelbench.app.desk.Card> cards = scope.desk().judge().draft(recipe, java.util.Map.of()).cards();
        scope.edit("Use " + recipe.name().orElse("recipe"), null, draft -> draft.with(cards).named(recipe.name()));
    }

    /** The recipe on the screen under a name; empty when it cannot be read as it stands. */
    Optional<Recipe> here(String name) {
        return scope.desk().judge().judge(scope.draft()).recipe().map(r -> new Recipe(Optional.of(name), r.steps()));
    }

    /** Whether the draft on the screen still is the preset it is named after. */
    boolean isUntouched(Draft draft) {
        Optional<Recipe> preset = draft.name().flatMap(this::named);
        return preset.isPresent()
                && scope.desk().judge().draft(preset.get(), draft.place()).cards().equals(draft.cards());
    }

    void save(Recipe recipe) {
        String name = recipe.name().orElseThrow();
        Optional<Recipe> before = own.stream().filter(r -> r.name().equals(recipe.name())).findFirst();
        scope.edit("Name the recipe", null, draft -> draft.named(recipe.name()));
        did("Save preset " + name, () -> presets.save(recipe), () -> {
            if (before.isPresent()) {
                presets.save(before.get());
            } else {
                presets.remove(name);
            }
        });
    }

    void rename(String from, String to) {
        did("Rename preset " + from, () -> presets.rename(from, to), () -> presets.rename(to, from));
        if (scope.draft().name().equals(Optional.of(from))) {
            scope.edit("Name the recipe", null, draft -> draft.named(Optional.of(to)));
        }
    }

    void remove(Recipe recipe) {
        String name = recipe.name().orElseThrow();
        did("Delete preset " + name, () -> presets.remove(name), () -> presets.save(recipe));
    }

    void write(Recipe recipe, Path file) {
        disk(() -> presets.write(recipe, file));
    }

    /** Takes a recipe out of a file: it is kept and used. */
    void read(Path file) {
        Desk desk = scope.desk();
        desk.carrier().fetch(() -> presets.read(file), reading -> {
            if (reading.value().isPresent()) {
                use(reading.value().get());
                save(reading.value().get());
            } else {
                trouble = file.getFileName() + ": " + reading.problems().getFirst();
                listeners.forEach(Runnable::run);
            }
        }, this::failed);
    }

    private void did(String name, Disk work, Disk back) {
        disk(work);
        scope.desk().history().did(new History.Deed() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void undo() {
                disk(back);
            }

            @Override
            public void redo() {
                disk(work);
            }
        });
    }

    private void disk(Disk work) {
        scope.desk().carrier().fetch(() -> {
            work.run();
            return true;
        }, _ -> look(), this::failed);
    }

    /** A preset in two lines: its name, and what it does. */
    static Node row(Recipe recipe, Scope scope) {
        Label name = new Label(recipe.name().orElse(""));
        name.getStyleClass().addAll("rb-name", "rb-strong");
        Label steps = new Label(words(recipe, scope));
        steps.getStyleClass().add("rb-facts");
        steps.setMinWidth(0);
        VBox row = new VBox(2, name, steps);
        row.setMinWidth(0);
        return row;
    }

    private static String words(Recipe recipe, Scope scope) {
        var catalog = scope.desk().judge().catalog();
        return scope.desk().judge().draft(recipe, java.util.Map.of()).cards().stream()
                .map(card -> Summary.of(card, catalog.find(card.op()).orElseThrow())).collect(Collectors.joining(" → "));
    }
}
