package io.reelbench.app.recipe;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Judge;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.form.Form;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The last row: how the outputs are named and where they go, with the name that the clip in the viewer would get. */
final class NamePlace extends VBox {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    /** One file for one clip is not a wish for many. */
    private static final String ONE_FILE = "out";

    private final Scope scope;
    private final StepRow row;
    private final Form form;
    private final MiddleLabel example = new MiddleLabel();
    private final HBox exampleRow = new HBox(8);
    private final PublishTargets targets;
    private boolean open;

    NamePlace(Scope scope, Memory memory, Runnable toggle) {
        this.scope = scope;
        this.row = new StepRow(Icons.NAME, RecipeWords.NAME.say(), true, toggle);
        row.withoutGrip();
        getStyleClass().add("rb-step");
        setId("step-name");
        List<Part> parts = Judge.place().form().stream().filter(p -> p.names().noneMatch(ONE_FILE::equals)).toList();
        List<Field> fields = Judge.place().fields();
        this.form = Form.ofPlace(parts, fields, new PlaceValues(scope), () -> elsewhere(scope), memory.now().saveFolder(),
                folder -> memory.change(m -> m.withSaveFolder(folder)));
        Label becomes = new Label(RecipeWords.BECOMES.say());
        becomes.getStyleClass().add("rb-label");
        becomes.setMinWidth(72);
        becomes.setMaxWidth(72);
        example.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(example, Priority.ALWAYS);
        exampleRow.getChildren().addAll(becomes, example);
        exampleRow.setAlignment(Pos.CENTER_LEFT);
        exampleRow.getStyleClass().addAll("rb-form-row", "rb-example");
        this.targets = new PublishTargets(scope);
        getChildren().add(row);
        scope.names().listen(this::say);
    }

    /** Where outputs go that are given no folder. */
    private static String elsewhere(Scope scope) {
        return scope.desk().engine().settings().now().disk().outputs().map(Path::toString).orElse(RecipeWords.BESIDE_CLIP.say());
    }

    boolean isOpen() {
        return open;
    }

    StepRow row() {
        return row;
    }

    void open(boolean now) {
        open = now;
        row.open(now);
        pseudoClassStateChanged(OPEN, now);
        getChildren().setAll(now ? List.of(row, form, exampleRow, targets) : List.of(row));
    }

    void show(List<Problem> problems) {
        row.trouble(problems);
        say();
        if (open) {
            targets.show();
            form.show(problems);
        }
    }

    private void say() {
        List<Path> outputs = scope.clip().map(this::outputs).orElse(List.of());
        String template = new PlaceValues(scope).shown("name")
                .textOr(Judge.place().field("name").flatMap(Field::usual).orElse(""));
        String said = outputs.isEmpty() ? template : outputs.getFirst().getFileName().toString();
        row.say(new PlaceValues(scope).shown("name").mixed() ? "—" : said);
        row.setAccessibleText(RecipeWords.NAME_IS.say(said));
        exampleRow.setVisible(!outputs.isEmpty());
        exampleRow.setManaged(!outputs.isEmpty());
        example.say(outputs.isEmpty() ? "" : told(outputs));
    }

    private static String told(List<Path> outputs) {
        String first = outputs.getFirst().getFileName().toString();
        return outputs.size() == 1 ? first : RecipeWords.AND_MORE.say(first, outputs.size() - 1);
    }

    private List<Path> outputs(Clip clip) {
        return scope.outlook().ready().stream().filter(done -> done.together().contains(clip)).findFirst().map(scope.names()::of)
                .orElse(List.of());
    }
}
