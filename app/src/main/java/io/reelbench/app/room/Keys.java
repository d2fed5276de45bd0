package io.reelbench.app.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys in words, the same in tool-tips and on key caps. */
public final class Keys {

    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("Enter", "↵"), Map.entry("Left", "←"),
            Map.entry("Right", "→"),
            Map.entry("Up", "↑"), Map.entry("Down", "↓"), Map.entry("Delete", "Del"), Map.entry("Escape", "Esc"),
            Map.entry("Page Up", "PgUp"), Map.entry("Page Down", "PgDn"), Map.entry("Back Slash", "\\"), Map.entry("Comma", ","),
            Map.entry("Period", "."), Map.entry("Open Bracket", "["), Map.entry("Close Bracket", "]"));

    private static final List<KeyCode> ALONE = List.of(KeyCode.SHIFT, KeyCode.CONTROL, KeyCode.ALT, KeyCode.META, KeyCode.COMMAND,
            KeyCode.WINDOWS, KeyCode.ALT_GRAPH, KeyCode.CAPS, KeyCode.NUM_LOCK, KeyCode.UNDEFINED, KeyCode.TAB);

    private Keys() {}

    /** The combination that was pressed; empty while only a modifier is held, and for keys that belong to the keyboard itself. */
    public static Optional<KeyCombination> of(KeyEvent event) {
        if (ALONE.contains(event.getCode())) {
            return Optional.empty();
        }
        List<KeyCombination.Modifier> with = new ArrayList<>();
        if (event.isShortcutDown()) {
            with.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isShiftDown()) {
            with.add(KeyCombination.SHIFT_DOWN);
        }
        if (event.isAltDown()) {
            with.add(KeyCombination.ALT_DOWN);
        }
        return Optional.of(new KeyCodeCombination(event.getCode(), with.toArray(KeyCombination.Modifier[]::new)));
    }

    /** As it is kept in settings; {@link KeyCombination#valueOf} reads it. */
    public static String stored(KeyCombination key) {
        return key.getName();
    }

    /** {@code Ctrl Shift E}, {@code Ctrl ↵}, {@code C}. */
    public static String words(KeyCombination key) {
        String shown = key.getDisplayText();
        int last = shown.lastIndexOf('+', shown.length() - 2);
        String name = shown.substring(last + 1);
        return shown.substring(0, last + 1).replace('+', ' ') + SIGNS.getOrDefault(name, name);
    }
}
