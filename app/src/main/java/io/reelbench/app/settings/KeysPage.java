package io.reelbench.app.settings;

import io.reelbench.app.form.WideRow;
import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Keymap;
import io.reelbench.app.room.Keys;
import io.reelbench.app.room.Section;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.settings.KeyChange;
import io.reelbench.engine.settings.SettingsFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whose keys the window has, and for every action which one; found by its name, its place or its key. */
final class KeysPage extends Page {

    private static final String SET = "keys";
    private static final String STEP = "add-step:";
    private static final String CHANGES = "key-changes";

    private final Chosen chosen;
    private final Actions actions;
    private final TextField search = new TextField();
    private final Button resetAll = new Button(SettingsWords.RESET_ALL.say());
    private final VBox list = new VBox();
    private final Label nothing = new Label(SettingsWords.NO_ACTION.say());
    private final Map<Action, KeyRow> lines = new LinkedHashMap<>();

    KeysPage(Chosen chosen, Actions actions) {
        super(SettingsWords.KEYBOARD);
        this.chosen = chosen;
        this.actions = actions;
        head(SettingsWords.KEYBOARD);
        add(WideRow.of(SettingsFile.schema().field(SET).orElseThrow(), chosen));
        search.setPromptText(SettingsWords.FIND_KEY.say());
        search.setAccessibleText(SettingsWords.FIND_KEY.say());
        search.setId("find-key");
        HBox.setHgrow(search, Priority.ALWAYS);
        resetAll.setMinWidth(USE_PREF_SIZE);
        resetAll.setOnAction(_ -> store(List.of()));
        HBox tools = new HBox(8, Icons.SEARCH.at(16), search, resetAll);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("rb-key-tools");
        nothing.getStyleClass().add("rb-hint");
        add(tools);
        add(list);
        add(nothing);
        search.textProperty().subscribe(this::filter);
        chosen.onChange(this::show);
    }

    @Override
    void shown() {
        actions.all().stream().filter(a -> !lines.containsKey(a)).forEach(a -> lines.put(a, new KeyRow(a, this)));
        filter();
        show();
    }

    private void filter() {
        String query = search.getText().strip().toLowerCase(Locale.ROOT);
        List<KeyRow> found = lines.values().stream().filter(row -> row.words().contains(query)).toList();
        List<javafx.scene.Node> nodes = new ArrayList<>();
        Section where = null;
        List<Section> places = places();
        for (KeyRow row : found.stream().sorted(Comparator.comparingInt(row -> places.indexOf(row.where()))).toList()) {
            if (row.where() != where) {
                where = row.where();
                Label head = new Label(where.say());
                head.getStyleClass().add("rb-key-head");
                nodes.add(head);
            }
            nodes.add(row);
        }
        list.getChildren().setAll(nodes);
        nothing.setVisible(found.isEmpty());
        nothing.setManaged(found.isEmpty());
    }

    /** Parts of the window in the order in which they came; that in which each step has an action of its own last. */
    private List<Section> places() {
        List<Section> all = new ArrayList<>(lines.keySet().stream().map(Action::where).distinct().toList());
        lines.keySet().stream().filter(a -> a.id().startsWith(STEP)).map(Action::where).findFirst().ifPresent(steps -> {
            all.remove(steps);
            all.add(steps);
        });
        return all;
    }

    private void show() {
        resetAll.setDisable(changes().isEmpty());
        lines.values().forEach(KeyRow::show);
    }

    /** What differs from the set now. */
    private Map<String, KeyChange> changes() {
        Map<String, KeyChange> all = new LinkedHashMap<>();
        for (String written : chosen.shown(CHANGES).given()) {
            try {
                KeyChange change = KeyChange.parse(written);
                all.put(change.action(), change);
            } catch (BadValue unreadable) {
                // the file's own check has said so
                all.remove(written);
            }
        }
        return all;
    }

    boolean isChanged(Action action) {
        return changes().containsKey(action.id());
    }

    /** The action that has a key which this one would not get beside it. */
    Optional<Action> inTheWay(Action action, KeyCombination key) {
        return actions.all().stream().filter(a -> a.excludes(action) && a.key().equals(Optional.of(key))).findFirst();
    }

    /** Gives an action a key, or none, and takes it from the one in the way. */
    void give(Action action, Optional<KeyCombination> key) {
        Map<String, KeyChange> next = changes();
        key.flatMap(k -> inTheWay(action, k)).ifPresent(other -> next.put(other.id(), new KeyChange(other.id(), "")));
        next.put(action.id(), new KeyChange(action.id(), key.map(Keys::stored).orElse("")));
        store(List.copyOf(next.values()));
    }

    /** What the set says. */
    void reset(Action action) {
        Map<String, KeyChange> next = changes();
        next.remove(action.id());
        store(List.copyOf(next.values()));
    }

    private void store(List<KeyChange> changes) {
        chosen.change(SettingsWords.KEYS.say(), null, Map.of(CHANGES, changes.stream().map(KeyChange::toString).toList()));
    }
}
