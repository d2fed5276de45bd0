package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** A file or a folder: typed, or chosen. */
final class PathInput extends TextInput {

    /** What may be chosen, what stands for none, where choosing starts, and who wants to know. */
    record Manner(boolean folders, Supplier<String> prompt, Optional<String> start, Consumer<String> chosen) {

        static final Manner FILES = new Manner(false, FormWords.CHOOSE_FILE::say, Optional.empty(), _ -> {
        });
    }

    private final Manner manner;
    private final HBox row;

    PathInput(Sender sender, Manner manner) {
        super(sender, manner.prompt().get());
        this.manner = manner;
        Button choose = new Button();
        choose.setGraphic(Icons.FOLDER.at(16));
        choose.getStyleClass().add("rb-icon-button");
        choose.setAccessibleText(FormWords.CHOOSE.say(sender.field().label()));
        Tip.say(choose, (manner.folders() ? FormWords.CHOOSE_FOLDER : FormWords.CHOOSE_FILE).say());
        choose.setOnAction(_ -> choose());
        row = new HBox(4, field(), choose);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field(), Priority.ALWAYS);
    }

    private void choose() {
        File chosen = manner.folders() ? folder() : file();
        if (chosen != null) {
            sender().sendOnce(chosen.getPath());
            manner.chosen().accept(chosen.getPath());
        }
    }

    private File folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(FormWords.CHOOSE_FOLDER.say());
        start().ifPresent(chooser::setInitialDirectory);
        return chooser.showDialog(field().getScene().getWindow());
    }

    private File file() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(FormWords.CHOOSE_FILE.say());
        start().ifPresent(chooser::setInitialDirectory);
        return chooser.showOpenDialog(field().getScene().getWindow());
    }

    private Optional<File> start() {
        String given = shown().textOr("");
        try {
            Optional<Path> there = given.isEmpty()
                    ? manner.start().map(Path::of)
                    : Optional.ofNullable(manner.folders() ? Path.of(given) : Path.of(given).getParent());
            return there.map(Path::toFile).filter(File::isDirectory);
        } catch (InvalidPathException asTyped) {
            return Optional.empty();
        }
    }

    @Override
    public void show(Shown now) {
        super.show(now);
        if (manner != null) {
            field().setPromptText(manner.prompt().get());
        }
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public Node edge() {
        return field();
    }
}
