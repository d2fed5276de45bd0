package io.reelbench.app.watching;

import io.reelbench.app.form.Shown;
import io.reelbench.app.form.Values;
import io.reelbench.app.form.WideRow;
import io.reelbench.engine.PresetNames;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.watch.WatchList;
import io.reelbench.engine.watch.Watched;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What is asked of one watched folder: the options of its schema, with what is wrong under each. */
final class WatchEditor extends VBox implements Values {

    private static final String PRESET = "preset";

    private final WatchingModel model;
    private final Optional<Watched> old;
    private final Runnable close;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final List<WideRow> rows = new ArrayList<>();
    private final ComboBox<String> preset = new ComboBox<>();
    private final Label wrongPreset = new Label();
    private final Button save = new Button(WatchingWords.SAVE.say());
    private List<Problem> problems = List.of();

    /** @param old the one that is changed; empty for a new one */
    WatchEditor(WatchingModel model, Optional<Watched> old, Runnable close) {
        this.model = model;
        this.old = old;
        this.close = close;
        getStyleClass().add("rb-watch-editor");
        old.ifPresent(one -> given.putAll(WatchList.given(one)));
        Label title = new Label((old.isPresent() ? WatchingWords.CHANGE : WatchingWords.NEW).say());
        title.getStyleClass().add("rb-settings-head");
        getChildren().add(title);
        add(WideRow.ofFolder(field("folder"), this, () -> ""));
        getChildren().addAll(presets(), wrongPreset);
        add(WideRow.ofFolder(field("to"), this, WatchingWords.BESIDE::say));
        List.of("subfolders", "existing", "settle").forEach(name -> add(WideRow.of(field(name), this)));
        save.getStyleClass().add("rb-primary");
        save.setOnAction(_ -> save());
        Button cancel = new Button(WatchingWords.CANCEL.say());
        cancel.getStyleClass().add("rb-big");
        cancel.setOnAction(_ -> close.run());
        HBox buttons = new HBox(8, cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("rb-watch-buttons");
        getChildren().add(buttons);
        show();
    }

    private static Field field(String name) {
        return WatchList.schema().field(name).orElseThrow();
    }

    private void add(WideRow row) {
        rows.add(row);
        getChildren().add(row);
    }

    private HBox presets() {
        preset.getStyleClass().add("rb-combo");
        preset.setId("watch-preset");
        preset.setAccessibleText(WatchingWords.PRESET.say());
        preset.setPromptText(WatchingWords.CHOOSE_PRESET.say());
        preset.setPrefWidth(240);
        preset.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : PresetNames.name(name);
            }

            @Override
            public String fromString(String shown) {
                return preset.getItems().stream().filter(name -> PresetNames.name(name).equals(shown)).findFirst().orElse(shown);
            }
        });
        model.presets(names -> {
            preset.getItems().setAll(names);
            preset.setValue(given.getOrDefault(PRESET, List.of("")).getFirst().isEmpty() ? null : given.get(PRESET).getFirst());
        });
        preset.valueProperty().subscribe(now -> {
            if (now != null) {
                given.put(PRESET, List.of(now));
            }
        });
        Label name = new Label(field(PRESET).label());
        name.getStyleClass().addAll("rb-name", "rb-strong");
        Label help = new Label(field(PRESET).help());
        help.getStyleClass().add("rb-wide-help");
        VBox words = new VBox(2, name, help);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        HBox line = new HBox(16, words, preset);
        line.getStyleClass().addAll("rb-wide-line", "rb-wide-row");
        line.setAlignment(Pos.CENTER_LEFT);
        wrongPreset.getStyleClass().addAll("rb-red", "rb-watch-wrong");
        return line;
    }

    void focus() {
        rows.getFirst().focus();
    }

    private void save() {
        if (old.isPresent()) {
            model.change(old.get(), Map.copyOf(given), this::said);
        } else {
            model.add(Map.copyOf(given), this::said);
        }
    }

    private void said(List<Problem> now) {
        problems = now;
        if (now.stream().allMatch(Problem::isWarning)) {
            close.run();
        } else {
            show();
        }
    }

    private void show() {
        rows.forEach(row -> row.show(problems));
        Optional<Problem> wrong = problems.stream().filter(p -> p.option().equals(PRESET)).findFirst();
        wrongPreset.setText(wrong.map(p -> p.text().toString()).orElse(""));
        wrongPreset.setVisible(wrong.isPresent());
        wrongPreset.setManaged(wrong.isPresent());
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
        problems = problems.stream().filter(p -> !options.containsKey(p.option())).toList();
        show();
    }

    @Override
    public OptionalLong playhead() {
        return OptionalLong.empty();
    }
}
