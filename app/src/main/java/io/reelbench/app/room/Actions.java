package io.reelbench.app.room;

import io.reelbench.engine.problem.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Everything that can be done in the window, with its key. Regions add theirs; the command box lists them all. */
public final class Actions {

    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    private final Map<String, Action> all = new LinkedHashMap<>();
    private Predicate<Action> heard = _ -> true;
    private Optional<Keymap> keymap = Optional.empty();

    /** Adds an action that is always possible. */
    public Action add(String id, Text title, Section where, String key, Runnable run) {
        return add(id, title, where, key, ALWAYS, run);
    }

    /**
     * Adds an action.
     *
     * @param key as {@link KeyCombination#valueOf} reads it, {@code Shortcut+Enter}; empty for none
     */
    public Action add(String id, Text title, Section where, String key, ObservableBooleanValue possible, Runnable run) {
        return add(id, title, where, key, false, possible, run);
    }

    /** The same for one whose key means it only while the keyboard is in its part of the window. */
    public Action addLocal(String id, Text title, Section where, String key, ObservableBooleanValue possible, Runnable run) {
        return add(id, title, where, key, true, possible, run);
    }

    private Action add(String id, Text title, Section where, String key, boolean local, ObservableBooleanValue possible,
            Runnable run) {
        Optional<KeyCombination> keys = key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key));
        Action action = new Action(id, title, where, keys, local, possible, run);
        if (all.putIfAbsent(id, action) != null) {
            throw new IllegalArgumentException("two actions are called " + id);
        }
        if (keymap.isPresent()) {
            use(keymap.get());
        }
        return action;
    }

    /** Gives every action the key that it has there; also those that are added later. */
    public void use(Keymap now) {
        keymap = Optional.of(now);
        now.of(all.values()).forEach(Action::key);
    }

    public Collection<Action> all() {
        return java.util.Collections.unmodifiableCollection(all.values());
    }

    public Action find(String id) {
        return known(id).orElseThrow(() -> new IllegalArgumentException("no action is called " + id));
    }

    /** An action of another region, which may not be there. */
    public Optional<Action> known(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Makes a button do an action: disabled with it, its title and key in the tool-tip, a name for screen readers. */
    public <B extends ButtonBase> B bind(B button, String id) {
        Action action = find(id);
        button.setOnAction(_ -> action.fire());
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.possible().get(), action.possible()));
        tip(button, action);
        if (button.getText() == null || button.getText().isEmpty()) {
            button.setAccessibleText(action.title());
        }
        return button;
    }

    /** Says the title and the key of an action of a node that does it. */
    public static void tip(Node node, Action action) {
        action.keyProperty().subscribe(_ -> Tip.say(node, words(action)));
    }

    /** The title of an action and its key. */
    public static String words(Action action) {
        return action.title() + action.key().map(k -> "   " + Keys.words(k)).orElse("");
    }

    /** Keys do only what this says; buttons and the command box do everything. */
    public void hear(Predicate<Action> which) {
        heard = which;
    }

    /** Listens to keys: those that a focused control uses itself never come here. */
    public void listenTo(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isConsumed()) {
                pressed(scene.getFocusOwner(), event);
            }
        });
    }

    private void pressed(Node focused, KeyEvent event) {
        boolean typing = focused instanceof TextInputControl && !event.isShortcutDown() && !event.getCode().isFunctionKey();
        if (typing) {
            return;
        }
        all.values().stream().filter(a -> a.key().filter(k -> k.match(event)).isPresent() && heard.test(a) && a.possible().get())
                .findFirst()
                .ifPresent(action -> {
                    event.consume();
                    action.run().run();
                });
    }
}
