package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.schema.Titles;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;

/** A text for which there are usual words, offered in a menu; it may also be a file. */
final class SuggestInput extends TextInput {

    /** The kind of value that names a language. */
    static final String TONGUE = "tongue";
    /** The system's, and those that the window is translated into. */
    static final List<String> TONGUES = List.of("system", "en", "de", "es", "ja", "zh-CN");

    private final HBox row = new HBox(field());

    SuggestInput(Sender sender, String prompt, List<String> words, boolean orFile) {
        super(sender, prompt);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("rb-suggest");
        HBox.setHgrow(field(), Priority.ALWAYS);
        ContextMenu menu = menu(words, this::visible,
                word -> sender.sendOnce(sender.field().usual().filter(word::equals).isPresent() ? "" : word));
        if (orFile) {
            MenuItem file = new MenuItem(FormWords.FROM_FILE.say());
            file.setOnAction(_ -> choose());
            menu.getItems().addAll(new SeparatorMenuItem(), file);
        }
        field().setRight(button(menu, sender.field().label()));
        field().getStyleClass().add("rb-with-button");
    }

    static ContextMenu menu(List<String> words, UnaryOperator<String> visible, Consumer<String> taken) {
        ContextMenu menu = new ContextMenu();
        for (String word : words) {
            MenuItem item = new MenuItem(visible.apply(word));
            item.setOnAction(_ -> taken.accept(word));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** What opens such a menu, at the end of a field. */
    static Button button(ContextMenu menu, String of) {
        Button open = new Button();
        open.setGraphic(Icons.DOWN.at(12));
        open.getStyleClass().add("rb-icon-button");
        open.setAccessibleText(FormWords.USUAL_OF.say(of));
        Tip.say(open, FormWords.USUAL.say());
        open.setOnAction(_ -> menu.show(open, Side.BOTTOM, 0, 2));
        return open;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(FormWords.CHOOSE_FILE.say());
        File chosen = chooser.showOpenDialog(field().getScene().getWindow());
        if (chosen != null) {
            sender().sendOnce(chosen.getPath());
        }
    }

    /** A number with its unit, a word as a word; what is typed meanwhile stays as it is. */
    @Override
    String visible(String written) {
        if (isTongue()) {
            return TONGUES.contains(written) ? spoken(written) : written;
        }
        String unit = sender().field().unit();
        return !unit.isEmpty() && written.strip().matches("[\\d.]+") ? written.strip() + " " + unit : Titles.of(written);
    }

    private boolean isTongue() {
        return sender().field().kind().name().equals(TONGUE);
    }

    /** A language by its own name. */
    private static String spoken(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.length() > 5 ? Titles.of(tag) : Words.capital(locale.getDisplayName(locale));
    }

    @Override
    String written(String typed) {
        String unit = sender().field().unit();
        String bare = typed.strip();
        if (isTongue()) {
            return TONGUES.stream().filter(tag -> spoken(tag).equals(bare)).findFirst().orElse(bare);
        }
        return !unit.isEmpty() && bare.endsWith(" " + unit) ? bare.substring(0, bare.length() - unit.length()).strip() : bare;
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
