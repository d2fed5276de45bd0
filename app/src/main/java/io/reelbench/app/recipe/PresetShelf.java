package io.reelbench.app.recipe;

import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.History;
import io.reelbench.engine.PresetNames;
import io.reelbench.engine.Presets;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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

    /** So many are told by their names. */
    private static final int FEW = 3;

    private final Scope scope;
    private final Presets presets;
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Recipe> own = List.of();
    private String trouble = "";
    private BiConsumer<String, Boolean> teller = (_, _) -> {
    };

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

    /** Those that come with the program, by intention. */
    List<Presets.Group> groups() {
        return presets.groups();
    }

    /** Whom it tells what has just happened, and whether it went wrong. */
    void tell(BiConsumer<String, Boolean> told) {
        teller = told;
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
        teller.accept(failure.headline() + ". " + failure.fix(), true);
        listeners.forEach(Runnable::run);
    }

    /** Gives the selected clips these steps; how outputs are named stays. */
    void use(Recipe recipe) {
        List<io.reelbench.app.desk.Card> cards = scope.desk().judge().draft(recipe, java.util.Map.of()).cards();
        scope.edit(RecipeWords.USE.with(recipe.name().map(PresetNames::name).orElseGet(RecipeWords.A_RECIPE::say)), null,
                draft -> draft.recipe(cards, scope.desk().judge()::writes).named(recipe.name(), recipe.tag())
                        .published(recipe.publish()));
    }

    /** The recipe on the screen under a name; empty when it cannot be read as it stands. The short name goes with the preset it came from. */
    Optional<Recipe> here(String name) {
        return scope.desk().judge().judge(scope.draft()).recipe()
                .map(r -> r.name().equals(Optional.of(name))
                        ? r
                        : new Recipe(Optional.of(name), r.steps()).published(r.publish()));
    }

    /** Whether the draft on the screen still is the preset it is named after. */
    boolean isUntouched(Draft draft) {
        Optional<Recipe> preset = draft.name().flatMap(this::named);
        return preset.isPresent() && preset.get().publish().equals(draft.publish())
                && scope.desk().judge().draft(preset.get(), draft.place()).cards().equals(draft.cards());
    }

    void save(Recipe recipe) {
        String name = recipe.name().orElseThrow();
        Optional<Recipe> before = own.stream().filter(r -> r.name().equals(recipe.name())).findFirst();
        scope.edit(RecipeWords.DID_NAME.with(), null, draft -> draft.named(recipe.name(), recipe.tag()));
        did(RecipeWords.DID_SAVE_PRESET.with(name), () -> presets.save(recipe), () -> {
            if (before.isPresent()) {
                presets.save(before.get());
            } else {
                presets.remove(name);
            }
        });
    }

    void rename(String from, String to) {
        did(RecipeWords.DID_RENAME_PRESET.with(from), () -> presets.rename(from, to), () -> presets.rename(to, from));
        if (scope.draft().name().equals(Optional.of(from))) {
            scope.edit(RecipeWords.DID_NAME.with(), null, draft -> draft.named(Optional.of(to), draft.tag()));
        }
    }

    void remove(Recipe recipe) {
        String name = recipe.name().orElseThrow();
        did(RecipeWords.DID_DELETE_PRESET.with(name), () -> presets.remove(name), () -> presets.save(recipe));
    }

    /** Writes presets to one file that can be sent. */
    void export(List<Recipe> recipes, Path file) {
        scope.desk().carrier().fetch(() -> {
            presets.export(recipes, file);
            return recipes.size();
        }, count -> teller
                .accept(RecipeWords.WRITTEN_TO.say(
                        count == 1 ? recipes.getFirst().name().orElseGet(() -> counted(1)) : counted(count),
                        file.getFileName()), false),
                this::failed);
    }

    /** Keeps the presets of files; a single one is used at once, which runs nothing. */
    void bringIn(List<Path> files) {
        for (Path file : files) {
            scope.desk().carrier().fetch(() -> presets.bringIn(file), imported -> came(file, imported), this::failed);
        }
    }

    private void came(Path file, Presets.Imported imported) {
        List<Recipe> kept = imported.kept();
        if (kept.size() + imported.there().size() == 1) {
            kept.stream().findFirst().or(() -> named(imported.there().getFirst())).ifPresent(this::use);
        }
        if (!kept.isEmpty()) {
            String what = kept.size() == 1 ? kept.getFirst().name().orElseThrow() : counted(kept.size());
            done(RecipeWords.DID_IMPORT.with(what), () -> kept.forEach(this::keep), () -> kept.forEach(this::drop));
        }
        look();
        boolean wrong = !imported.problems().isEmpty();
        trouble = imported.problems().stream().map(p -> file.getFileName() + ": " + p).collect(Collectors.joining("\n"));
        teller.accept(words(imported) + (wrong ? "; " + imported.problems().getFirst() : ""), wrong);
    }

    private static String words(Presets.Imported imported) {
        List<String> kept = imported.kept().stream().map(r -> r.name().orElseThrow()).toList();
        List<String> parts = new ArrayList<>();
        if (!kept.isEmpty()) {
            parts.add(RecipeWords.KEPT.say(listed(kept)));
        }
        if (!imported.there().isEmpty()) {
            parts.add(RecipeWords.THERE_ALREADY.say(listed(imported.there())));
        }
        return parts.isEmpty() ? RecipeWords.NONE_KEPT.say() : String.join("; ", parts);
    }

    private static String listed(List<String> names) {
        return names.size() <= FEW ? String.join(", ", names) : counted(names.size());
    }

    private static String counted(int presets) {
        return RecipeWords.PRESET_COUNT.say(presets);
    }

    private void keep(Recipe recipe) {
        disk(() -> presets.save(recipe));
    }

    private void drop(Recipe recipe) {
        disk(() -> presets.remove(recipe.name().orElseThrow()));
    }

    /** Something that was done and can be undone. */
    private void done(Text name, Runnable again, Runnable back) {
        scope.desk().history().did(new History.Deed() {
            @Override
            public Text name() {
                return name;
            }

            @Override
            public void undo() {
                back.run();
            }

            @Override
            public void redo() {
                again.run();
            }
        });
    }

    private void did(Text name, Disk work, Disk back) {
        disk(work);
        done(name, () -> disk(work), () -> disk(back));
    }

    private void disk(Disk work) {
        scope.desk().carrier().fetch(() -> {
            work.run();
            return true;
        }, _ -> look(), this::failed);
    }

    /** A preset in two lines: its name, and what it is for, else what it does. */
    static Node row(Recipe recipe, Scope scope) {
        Label name = new Label(recipe.name().map(PresetNames::name).orElse(""));
        name.getStyleClass().addAll("rb-name", "rb-strong");
        Label below = new Label(PresetNames.summary(recipe).orElseGet(() -> words(recipe, scope)));
        below.getStyleClass().add("rb-facts");
        below.setMinWidth(0);
        VBox row = new VBox(2, name, below);
        row.setMinWidth(0);
        return row;
    }

    /** All that is to be said of it: what it is for, what it does, and how outputs are called. */
    static String told(Recipe recipe, Scope scope) {
        return PresetNames.summary(recipe).map(summary -> summary + "\n").orElse("") + words(recipe, scope) + "\nclip-"
                + recipe.label();
    }

    private static String words(Recipe recipe, Scope scope) {
        var catalog = scope.desk().judge().catalog();
        return scope.desk().judge().draft(recipe, java.util.Map.of()).cards().stream()
                .map(card -> Summary.of(card, catalog.find(card.op()).orElseThrow())).collect(Collectors.joining(" → "));
    }
}
