package io.reelbench.app.recipe;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.PresetNames;
import io.reelbench.engine.Presets;
import io.reelbench.engine.operation.PresetFile;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.Text;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.controlsfx.control.PopOver;

/** The presets: search and use, save, rename, delete, bring in and give away. */
final class PresetMenu {

    private static final double WIDTH = 360;

    private final Scope scope;
    private final PresetShelf shelf;
    private final TextField search = new TextField();
    private final VBox rows = new VBox();
    private final VBox foot = new VBox(6);
    private final Label trouble = new Label();
    private PopOver card;
    private Node owner;

    PresetMenu(Scope scope, PresetShelf shelf) {
        this.scope = scope;
        this.shelf = shelf;
        shelf.listen(this::fill);
        search.setPromptText(RecipeWords.SEARCH_PRESETS.say());
        search.setAccessibleText(RecipeWords.SEARCH_PRESETS.say());
        search.textProperty().addListener((_, _, _) -> fill());
        search.setOnAction(_ -> first().ifPresent(this::use));
        trouble.getStyleClass().add("rb-red");
        trouble.setWrapText(true);
        rows.setId("presets");
    }

    void show(Node from) {
        owner = from;
        search.clear();
        fill();
        ScrollPane list = new ScrollPane(rows);
        list.setFitToWidth(true);
        list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        list.setMaxHeight(Math.max(360, from.getScene().getHeight() / 2));
        VBox content = new VBox(6, search, list, trouble, foot);
        content.getStyleClass().add("rb-picker");
        content.setPrefWidth(WIDTH);
        card = Flyout.show(from, content, PopOver.ArrowLocation.TOP_RIGHT);
        search.requestFocus();
    }

    /** Every word that is typed stands in its name, its sentence or its group. */
    private boolean fits(String group, Recipe recipe) {
        String all = (group + " " + recipe.name().orElse("") + " " + shown(recipe) + " "
                + PresetNames.summary(recipe).orElse("")).toLowerCase(Locale.ROOT);
        return Stream.of(search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    private List<Presets.Group> groups() {
        return Stream.concat(Stream.of(new Presets.Group(RecipeWords.YOURS.say(), shelf.own())), shelf.groups().stream())
                .map(g -> new Presets.Group(PresetNames.group(g.title()),
                        g.presets().stream().filter(r -> fits(PresetNames.group(g.title()), r)).toList()))
                .toList();
    }

    /** One whose name begins so comes before one that only mentions it. */
    private Optional<Recipe> first() {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Recipe> all = groups().stream().flatMap(g -> g.presets().stream()).toList();
        return all.stream().filter(r -> shown(r).toLowerCase(Locale.ROOT).startsWith(typed)).findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static String shown(Recipe recipe) {
        return recipe.name().map(PresetNames::name).orElse("");
    }

    private void fill() {
        rows.getChildren().clear();
        groups().forEach(g -> group(g.title(), g.presets(), g.title().equals(RecipeWords.YOURS.say())));
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(heading(RecipeWords.NO_PRESET_FITS.say()));
        }
        trouble.setText(shelf.trouble());
        trouble.setManaged(!shelf.trouble().isEmpty());
        trouble.setVisible(!shelf.trouble().isEmpty());
        actions();
    }

    private void group(String title, List<Recipe> recipes, boolean own) {
        if (!recipes.isEmpty()) {
            rows.getChildren().add(heading(title));
            recipes.forEach(r -> rows.getChildren().add(row(r, own)));
        }
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("rb-facts", "rb-group-title");
        return label;
    }

    private Node row(Recipe recipe, boolean own) {
        Button use = new Button();
        use.setGraphic(PresetShelf.row(recipe, scope));
        use.getStyleClass().add("rb-preset-row");
        use.setMaxWidth(Double.MAX_VALUE);
        use.setMinWidth(0);
        use.setAccessibleText(RecipeWords.USE.say(shown(recipe)));
        Tip.say(use, PresetShelf.told(recipe, scope));
        use.setOnAction(_ -> use(recipe));
        HBox.setHgrow(use, Priority.ALWAYS);
        HBox row = new HBox(use);
        row.setAlignment(Pos.CENTER_LEFT);
        if (own) {
            row.getChildren().addAll(
                    small(Icons.SAVE, RecipeWords.EXPORT_THAT.say(recipe.name().orElse("")), () -> export(List.of(recipe))),
                    small(Icons.NAME, RecipeWords.RENAME_THAT.say(recipe.name().orElse("")), () -> rename(recipe)),
                    small(Icons.DELETE, RecipeWords.DELETE_THAT.say(recipe.name().orElse("")), () -> shelf.remove(recipe)));
        }
        return row;
    }

    private static Button small(Icons icon, String words, Runnable run) {
        Button button = new Button();
        button.setGraphic(icon.at(16));
        button.getStyleClass().add("rb-icon-button");
        button.setAccessibleText(words);
        Tip.say(button, words);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void use(Recipe recipe) {
        card.hide();
        shelf.use(recipe);
    }

    private void actions() {
        FlowPane links = new FlowPane(12, 4);
        boolean can = shelf.here("x").isPresent();
        String name = scope.draft().name().orElse("");
        if (can && shelf.isOwn(name) && !shelf.isUntouched(scope.draft())) {
            links.getChildren().add(link(RecipeWords.SAVE_OVER.with(name), RecipeWords.SAVE_OVER_TIP,
                    () -> shelf.here(name).ifPresent(shelf::save)));
        }
        if (can) {
            links.getChildren().add(link(RecipeWords.SAVE_AS.with(), RecipeWords.SAVE_AS_TIP, this::saveAs));
            links.getChildren().add(link(RecipeWords.EXPORT.with(), RecipeWords.EXPORT_TIP, this::exportHere));
        }
        if (shelf.own().size() > 1) {
            links.getChildren()
                    .add(link(RecipeWords.EXPORT_ALL.with(), RecipeWords.EXPORT_ALL_TIP, () -> export(shelf.own())));
        }
        links.getChildren().add(link(RecipeWords.IMPORT.with(), RecipeWords.IMPORT_TIP, this::bringIn));
        foot.getChildren().setAll(links);
    }

    private static Button link(Text words, RecipeWords tip, Runnable run) {
        Button link = new Button(words.toString());
        link.getStyleClass().add("rb-link");
        Tip.say(link, tip.say());
        link.setOnAction(_ -> run.run());
        return link;
    }

    private void saveAs() {
        ask(RecipeWords.PRESET_NAME.say(), scope.draft().name().orElse(""), name -> shelf.here(name).ifPresent(shelf::save));
    }

    private void rename(Recipe recipe) {
        ask(RecipeWords.NEW_NAME.say(), recipe.name().orElse(""), name -> shelf.rename(recipe.name().orElse(""), name));
    }

    private void ask(String prompt, String start, java.util.function.Consumer<String> then) {
        TextField field = new TextField(start);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setId("preset-name");
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable done = () -> {
            String name = field.getText().strip();
            if (!name.isEmpty()) {
                then.accept(name);
                actions();
            }
        };
        field.setOnAction(_ -> done.run());
        Button save = new Button(RecipeWords.SAVE.say());
        save.setMinWidth(Button.USE_PREF_SIZE);
        save.setOnAction(_ -> done.run());
        foot.getChildren().setAll(new HBox(8, field, save));
        field.requestFocus();
        field.selectAll();
    }

    private void exportHere() {
        shelf.here(scope.draft().name().orElse(RecipeWords.RECIPE.say())).ifPresent(recipe -> export(List.of(recipe)));
    }

    private void export(List<Recipe> presets) {
        FileChooser chooser = chooser(RecipeWords.EXPORT_TITLE);
        chooser.setInitialFileName((presets.size() == 1 ? presets.getFirst().label() : "presets") + PresetFile.ENDING);
        card.hide();
        File file = chooser.showSaveDialog(owner.getScene().getWindow());
        if (file != null) {
            shelf.export(presets, file.toPath());
        }
    }

    private void bringIn() {
        card.hide();
        List<File> files = chooser(RecipeWords.IMPORT_TITLE).showOpenMultipleDialog(owner.getScene().getWindow());
        if (files != null) {
            shelf.bringIn(files.stream().map(File::toPath).toList());
        }
    }

    private static FileChooser chooser(RecipeWords title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title.say());
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(RecipeWords.PRESETS.say(), "*" + PresetFile.ENDING, "*.json"));
        return chooser;
    }
}
