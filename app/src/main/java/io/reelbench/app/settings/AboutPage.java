package io.reelbench.app.settings;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.room.Outside;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Version;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What runs here, and where it keeps what is its own. */
final class AboutPage extends Page {

    private final Carrier carrier;
    private final Consumer<String> wrong;

    AboutPage(Engine engine, Carrier carrier, Consumer<String> wrong) {
        super(SettingsWords.ABOUT);
        this.carrier = carrier;
        this.wrong = wrong;
        head(SettingsWords.THIS_PROGRAM);
        add(line("Reelbench", SettingsWords.LICENCE.say(), said(Version.text())));
        head(SettingsWords.FOLDERS);
        folder(SettingsWords.DATA_FOLDER, engine.places().data());
        folder(SettingsWords.CONFIG_FOLDER, engine.places().config());
        folder(SettingsWords.CACHE_FOLDER, engine.places().cache());
        folder(SettingsWords.LOG_FOLDER, engine.places().logs());
    }

    private static Label said(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("rb-quiet-words");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void folder(SettingsWords what, Path place) {
        Button show = new Button(SettingsWords.SHOW.say());
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setAccessibleText(SettingsWords.SHOW_FOLDER.say(what.say()));
        show.setOnAction(_ -> carrier.fetch(() -> Outside.open(place), why -> why.ifPresent(w -> wrong.accept(w.toString())),
                failure -> wrong.accept(failure.headline().toString())));
        add(line(what.say(), place.toString(), show));
    }

    private static VBox line(String title, String words, Region right) {
        Label name = new Label(title);
        name.getStyleClass().addAll("rb-name", "rb-strong");
        Label below = new Label(words);
        below.getStyleClass().add("rb-wide-help");
        below.setWrapText(true);
        VBox left = new VBox(2, name, below);
        left.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox line = new HBox(16, left, right);
        line.getStyleClass().add("rb-wide-line");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(line);
        row.getStyleClass().add("rb-wide-row");
        return row;
    }
}
