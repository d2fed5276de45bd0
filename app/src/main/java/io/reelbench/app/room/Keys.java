package io.reelbench.app.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys in words, the same in tool-tips and on key caps. */
public final class Keys {

    /** What is written as a sign in every language. */
    private static final Map<String, String> SIGNS = Map.of("Enter", "↵", "Left", "←", "Right", "→", "Up", "↑", "Down", "↓",
            "Back Slash", "\\", "Comma", ",", "Period", ".", "Open Bracket", "[", "Close Bracket", "]");
    private static final Map<String, KeyWords> NAMES = Map.ofEntries(Map.entry("Ctrl", KeyWords.CTRL),
            Map.entry("Shift", KeyWords.SHIFT), Map.entry("Alt", KeyWords.ALT), Map.entry("Delete", KeyWords.DELETE),
            Map.entry("Escape", KeyWords.ESCAPE), Map.entry("Esc", KeyWords.ESCAPE), Map.entry("Page Up", KeyWords.PAGE_UP),
            Map.entry("Page Down", KeyWords.PAGE_DOWN), Map.entry("Space", KeyWords.SPACE), Map.entry("Home", KeyWords.HOME),
            Map.entry("End", KeyWords.END), Map.entry("Insert", KeyWords.INSERT), Map.entry("Backspace", KeyWords.BACK_SPACE));

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
        Stream<String> held = Arrays.stream(shown.substring(0, last + 1).split("\\+")).filter(part -> !part.isEmpty());
        return Stream.concat(held, Stream.of(shown.substring(last + 1))).map(Keys::word).collect(Collectors.joining(" "));
    }

    /** The same of a key alone. */
    public static String words(KeyCode key) {
        return word(key.getName());
    }

    private static String word(String name) {
        return NAMES.containsKey(name) ? NAMES.get(name).say() : SIGNS.getOrDefault(name, name);
    }
}
