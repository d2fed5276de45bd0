package io.reelbench.app.making;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.form.ProblemLine;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.engine.cloud.provider.Model;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The files of one input: taken from the selected clips, or chosen. */
final class FilesRow extends VBox {

    /** As controls of settings. */
    private static final double CONTROL = 240;

    private final Model.Parameter input;
    private final Supplier<List<Clip>> selected;
    private final Runnable changed;
    private final List<Path> files = new ArrayList<>();
    private final VBox list = new VBox(2);
    private final Button use = link("", Icons.CLIP);
    private final Button choose = link(MakingWords.CHOOSE.say(), Icons.FOLDER);
    private List<Problem> problems = List.of();

    /** @param chooser asks for files */
    FilesRow(Model.Parameter input, Supplier<List<Clip>> selected, Function<Window, List<Path>> chooser, Runnable changed) {
        this.input = input;
        this.selected = selected;
        this.changed = changed;
        getStyleClass().add("rb-wide-row");
        setId("input-" + input.name());
        Label title = new Label(input.title());
        title.getStyleClass().addAll("rb-name", "rb-strong");
        Label help = new Label(input.said().help().say());
        help.getStyleClass().add("rb-wide-help");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, title, help);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        use.setOnAction(_ -> add(fitting().stream().map(Clip::file).toList()));
        choose.setAccessibleText(MakingWords.CHOOSE_FOR.say(input.title()));
        choose.setOnAction(_ -> add(chooser.apply(getScene().getWindow())));
        VBox control = new VBox(2, list, use, choose);
        control.setAlignment(Pos.CENTER_LEFT);
        control.setMinWidth(CONTROL);
        control.setPrefWidth(CONTROL);
        control.setMaxWidth(CONTROL);
        HBox line = new HBox(16, words, control);
        line.getStyleClass().add("rb-wide-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        looked();
    }

    private static Button link(String words, Icons icon) {
        Button link = new Button(words);
        link.setGraphic(icon.at(16));
        link.getStyleClass().addAll("rb-link", "rb-file-link");
        return link;
    }

    private boolean fits(Media media) {
        return switch (input.kind()) {
            case FILM -> media.video().isPresent() && !media.still();
            case SOUND -> media.audio().isPresent() && !media.still();
            case PICTURE -> media.still();
            case WORDS, WHOLE, NUMBER, CHOICE -> false;
        };
    }

    /** Selected clips that would do and are not there yet. */
    private List<Clip> fitting() {
        return selected.get().stream().filter(clip -> clip.media().filter(this::fits).isPresent())
                .filter(clip -> !files.contains(clip.file())).toList();
    }

    /** Somebody looks at it now; other clips may be selected. */
    void looked() {
        int some = fitting().size();
        use.setText(MakingWords.USE_SELECTED.say(some));
        use.setVisible(some > 0);
        use.setManaged(some > 0);
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    private void add(List<Path> more) {
        more.stream().filter(file -> !files.contains(file)).forEach(files::add);
        arranged();
    }

    private void arranged() {
        list.getChildren().setAll(files.stream().map(this::row).toList());
        looked();
        changed.run();
    }

    private HBox row(Path file) {
        MiddleLabel name = new MiddleLabel();
        name.say(file.getFileName().toString());
        name.explain(file.toString());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button out = new Button(null, Icons.CLOSE.at(12));
        out.getStyleClass().add("rb-icon-button");
        out.setAccessibleText(MakingWords.TAKE_OUT.say(file.getFileName()));
        Tip.say(out, out.getAccessibleText());
        out.setOnAction(_ -> {
            files.remove(file);
            arranged();
            choose.requestFocus();
        });
        HBox row = new HBox(4, name, out);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void show(List<Problem> all) {
        List<Problem> now = all.stream().filter(p -> p.option().equals(input.name())).toList();
        if (!now.equals(problems)) {
            problems = now;
            getChildren().remove(1, getChildren().size());
            now.forEach(p -> getChildren().add(ProblemLine.alone(p)));
        }
    }

    void focus() {
        (use.isVisible() ? use : choose).requestFocus();
    }
}
