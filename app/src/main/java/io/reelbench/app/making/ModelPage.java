package io.reelbench.app.making;

import io.reelbench.app.desk.Desk;
import io.reelbench.app.form.Shown;
import io.reelbench.app.form.Values;
import io.reelbench.app.form.WideRow;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.cloud.provider.Model;
import io.reelbench.engine.cloud.provider.ModelOptions;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Everything that one model asks, with what is wrong under each. Rare things are folded away. */
final class ModelPage extends VBox implements Values {

    private static final Set<Code> MISSING = Set.of(Code.REQUIRED, Code.CHOOSE_ONE);

    private final Model model;
    private final Runnable changed;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final Optional<PromptRow> prompt;
    private final Map<String, FilesRow> inputs = new LinkedHashMap<>();
    private final List<WideRow> rows = new ArrayList<>();
    private final List<WideRow> rare = new ArrayList<>();
    private final Button fold = new Button();
    private final VBox folded = new VBox();
    private List<Problem> last = List.of();
    private boolean tried;

    /** @param changed is told when something else is asked */
    ModelPage(Model model, Desk desk, Function<Window, List<Path>> chooser, Runnable changed) {
        this.model = model;
        this.changed = changed;
        getStyleClass().add("rb-settings-page");
        setId("model-" + model.id());
        Label title = new Label(model.title());
        title.getStyleClass().add("rb-settings-head");
        Label makes = new Label(model.makes().say());
        makes.getStyleClass().addAll("rb-wide-help", "rb-accounts-why");
        getChildren().addAll(title, makes);
        prompt = model.prompt().map(p -> new PromptRow(p, changed));
        prompt.ifPresent(getChildren()::add);
        for (Model.Parameter input : model.inputs()) {
            FilesRow row = new FilesRow(input, () -> List.copyOf(desk.selected()), chooser, changed);
            inputs.put(input.name(), row);
            getChildren().add(row);
        }
        for (Model.Parameter setting : model.settings()) {
            if (model.prompt().filter(setting::equals).isEmpty()) {
                WideRow row = WideRow.of(ModelOptions.field(setting), this);
                (setting.said().rare() ? rare : rows).add(row);
            }
        }
        getChildren().addAll(rows);
        if (!rare.isEmpty()) {
            fold.getStyleClass().add("rb-fold");
            fold.setMaxWidth(Double.MAX_VALUE);
            fold.setOnAction(_ -> unfold(!folded.isVisible()));
            folded.getChildren().addAll(rare);
            VBox more = new VBox(fold, folded);
            more.getStyleClass().addAll("rb-wide-row", "rb-making-more");
            rare.getLast().getStyleClass().add("rb-last");
            getChildren().add(more);
        }
        unfold(false);
        show(List.of());
    }

    Model model() {
        return model;
    }

    private void unfold(boolean now) {
        folded.setVisible(now);
        folded.setManaged(now);
        sayFold();
    }

    private void sayFold() {
        long set = rare.stream().filter(row -> given.containsKey(row.field().name())).count();
        fold.setText(set == 0 ? MakingWords.ADVANCED.say() : MakingWords.ADVANCED_SET.say(set));
        fold.setGraphic((folded.isVisible() ? Icons.DOWN : Icons.FORWARD).at(12));
    }

    /** What is asked, as it stands now. */
    Wanted wanted() {
        Map<String, String> settings = new HashMap<>();
        given.forEach((name, values) -> settings.put(name, String.join(",", values)));
        Map<String, List<Path>> files = new LinkedHashMap<>();
        inputs.forEach((name, row) -> files.put(name, row.files()));
        return new Wanted(model, settings, prompt.map(PromptRow::prompts).orElse(List.of()), files);
    }

    /** From now on it is said what is still missing. */
    void tried() {
        tried = true;
    }

    void fresh() {
        tried = false;
    }

    /** Shows what is given and what is wrong with it; what nobody has got to yet is no mistake. */
    void show(List<Problem> all) {
        last = all;
        List<Problem> problems = all.stream().filter(p -> tried || !MISSING.contains(p.code())).toList();
        prompt.ifPresent(row -> row.show(problems));
        inputs.values().forEach(row -> row.show(problems));
        rows.forEach(row -> row.show(problems));
        rare.forEach(row -> row.show(problems));
        Set<String> wrong = problems.stream().map(Problem::option).collect(Collectors.toSet());
        if (!folded.isVisible() && rare.stream().anyMatch(row -> wrong.contains(row.field().name()))) {
            unfold(true);
        }
        sayFold();
    }

    /** Goes to the first thing that is wrong. */
    void focus(List<Problem> problems) {
        Set<String> wrong = problems.stream().map(Problem::option).collect(Collectors.toSet());
        if (prompt.isPresent() && model.prompt().filter(p -> wrong.contains(p.name())).isPresent()) {
            prompt.get().focus();
            return;
        }
        inputs.entrySet().stream().filter(e -> wrong.contains(e.getKey())).findFirst()
                .ifPresentOrElse(e -> e.getValue().focus(), () -> Stream.concat(rows.stream(), rare.stream())
                        .filter(row -> wrong.contains(row.field().name())).findFirst().ifPresent(WideRow::focus));
    }

    /** Goes to where one begins. */
    void focus() {
        prompt.ifPresentOrElse(PromptRow::focus, () -> inputs.values().stream().findFirst().ifPresent(FilesRow::focus));
    }

    /** Somebody looks at it now. */
    void looked() {
        inputs.values().forEach(FilesRow::looked);
    }

    @Override
    public Shown shown(String option) {
        return new Shown(given.getOrDefault(option, List.of()), false);
    }

    @Override
    public void change(String what, Object gesture, Map<String, List<String>> options) {
        options.forEach((name, values) -> {
            if (values.isEmpty()) {
                given.remove(name);
            } else {
                given.put(name, values);
            }
        });
        show(last);
        changed.run();
    }

    @Override
    public OptionalLong playhead() {
        return OptionalLong.empty();
    }
}
