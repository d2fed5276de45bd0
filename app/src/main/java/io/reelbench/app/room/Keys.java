package io.reelbench.app.room;

import java.util.Map;
import javafx.scene.input.KeyCombination;

/** Keys in words, the same in tool-tips and on key caps. */
public final class Keys {

    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("Enter", "↵"), Map.entry("Left", "←"),
            Map.entry("Right", "→"),
            Map.entry("Up", "↑"), Map.entry("Down", "↓"), Map.entry("Delete", "Del"), Map.entry("Escape", "Esc"),
            Map.entry("Page Up", "PgUp"), Map.entry("Page Down", "PgDn"), Map.entry("Back Slash", "\\"), Map.entry("Comma", ","),
            Map.entry("Period", "."), Map.entry("Open Bracket", "["), Map.entry("Close Bracket", "]"));

    private Keys() {}

    /** {@code Ctrl Shift E}, {@code Ctrl ↵}, {@code C}. */
    public static String words(KeyCombination key) {
        String shown = key.getDisplayText();
        int last = shown.lastIndexOf('+', shown.length() - 2);
        String name = shown.substring(last + 1);
        return shown.substring(0, last + 1).replace('+', ' ') + SIGNS.getOrDefault(name, name);
    }
}
