package io.reelbench.app.recipe;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.StepKey;
import atlantafx.base.controls.ToggleSwitch;
import io.reelbench.app.desk.Card;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.StepIcons;
import io.reelbench.app.form.Form;
import io.reelbench.app.room.Keys;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One step: a row, and under it when open the form. */
final class StepCard extends VBox {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final KeyCombination UP = new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
    private static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);
    private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);

    private final Scope scope;
    private final StepKey key;
    private final Catalog.Entry entry;
    private final StepRow row;
    private final ToggleSwitch on = new ToggleSwitch();
    private Form form;
    private boolean open;
    private boolean showing;

    StepCard(Scope scope, StepKey key, Runnable toggle) {
        this.scope = scope;
        this.key = key;
        this.entry = scope.desk().judge().catalog().find(key.op()).orElseThrow();
        getStyleClass().add("rb-step");
        setId("step-" + key.op() + (key.nth() == 0 ? "" : "-" + (key.nth() + 1)));
        this.row = new StepRow(StepIcons.of(entry.about()), entry.about().called(), false, toggle);
        prepareSwitch();
        row.before(on);
        Tip.say(row.grip(), RecipeWords.DRAG.say() + key(UP) + key(DOWN));
        row.setOnContextMenuRequested(event -> menu().show(row, event.getScreenX(), event.getScreenY()));
        row.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().add(row);
    }

    private void prepareSwitch() {
        on.getStyleClass().add("rb-step-switch");
        on.setFocusTraversable(false);
        on.managedProperty().bind(on.visibleProperty()); // hidden, it leaves its room to the summary
        Tip.say(on, RecipeWords.SWITCH_TIP.say());
        on.setAccessibleText(RecipeWords.TAKES_PART.say(entry.about().called()));
        on.selectedProperty().addListener((_, _, now) -> {
            if (!showing) {
                scope.turn(key, now);
            }
        });
    }

    private ContextMenu menu() {
        boolean isOn = key.card(scope.draft()).filter(Card::on).isPresent();
        MenuItem turn = item((isOn ? RecipeWords.SWITCH_OFF : RecipeWords.SWITCH_ON).say(), () -> scope.turn(key, !isOn));
        MenuItem up = item(RecipeWords.MOVE_UP.say() + key(UP), () -> moveBy(-1));
        MenuItem down = item(RecipeWords.MOVE_DOWN.say() + key(DOWN), () -> moveBy(1));
        MenuItem defaults = item(RecipeWords.DEFAULTS.say(),
                () -> scope.edit(RecipeWords.DEFAULTS.with(), null, key, card -> card.with(java.util.Map.of())));
        MenuItem remove = item(RecipeWords.REMOVE.say() + key(DELETE), () -> scope.remove(key));
        return new ContextMenu(turn, up, down, defaults, remove);
    }

    /** A key behind what it does. */
    private static String key(KeyCombination key) {
        return "   " + Keys.words(key);
    }

    private static MenuItem item(String words, Runnable run) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> run.run());
        return item;
    }

    private void moveBy(int places) {
        key.index(scope.draft()).ifPresent(at -> scope.move(key, at + places));
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isAltDown() && (code == KeyCode.UP || code == KeyCode.DOWN)) {
            event.consume();
            moveBy(code == KeyCode.UP ? -1 : 1);
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            event.consume();
            scope.remove(key);
        }
    }

    StepKey key() {
        return key;
    }

    StepRow row() {
        return row;
    }

    boolean isOpen() {
        return open;
    }

    void open(boolean now) {
        open = now;
        row.open(now);
        pseudoClassStateChanged(OPEN, now);
        if (now && form == null) {
            form = new Form(entry.schema().form(), entry.schema().fields(), new StepValues(scope, key));
        }
        getChildren().setAll(now ? List.of(row, form) : List.of(row));
    }

    void show(List<Problem> problems, int number, int count) {
        Card card = key.card(scope.draft()).orElseThrow();
        boolean mixed = !scope.differing(key).isEmpty();
        showing = true;
        on.setSelected(card.on());
        showing = false;
        row.dim(!card.on());
        row.say(mixed ? "—" : Summary.of(card, entry));
        boolean untouched = card.given().isEmpty();
        row.trouble(card.on() ? problems.stream().filter(p -> !untouched || p.code() != Code.NOTHING_TO_DO).toList() : List.of());
        row.setAccessibleText(RecipeWords.STEP_OF.say(number, count, entry.about().called(), Summary.of(card, entry)));
        if (open) {
            form.show(problems);
        }
    }

    static FontIcon mark(List<Problem> problems) {
        boolean red = problems.stream().anyMatch(p -> !p.isWarning());
        FontIcon icon = (red ? Icons.FAILED : Icons.WARNING).at(16);
        icon.getStyleClass().add(red ? "rb-red" : "rb-amber");
        return icon;
    }

    /** Keeps a place of fixed width. */
    static StackPane cell(double width) {
        StackPane cell = new StackPane();
        cell.setMinWidth(width);
        cell.setMaxWidth(width);
        return cell;
    }
}
