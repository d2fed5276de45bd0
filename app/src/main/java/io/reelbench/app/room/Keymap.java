package io.reelbench.app.room;

import io.reelbench.engine.settings.KeyChange;
import io.reelbench.engine.settings.KeySet;
import io.reelbench.engine.settings.Keyboard;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which key does what: that of the set, else the usual one where the set has not given it to another action, and before both what a person
 * has changed. Pure.
 */
public final class Keymap {

    private static final Logger LOG = LoggerFactory.getLogger(Keymap.class);
    private static final String FOLDER = "/io/reelbench/ui/keys/";

    private final Map<String, String> set;
    private final Map<String, String> changes = new HashMap<>();

    public Keymap(Keyboard chosen) {
        this(set(chosen.keys()), chosen.keyChanges());
    }

    Keymap(Map<String, String> set, List<KeyChange> changed) {
        this.set = Map.copyOf(set);
        changed.forEach(change -> changes.put(change.action(), change.key()));
    }

    /** The keys of a set by action; those that it leaves as they usually are do not stand in it. */
    static Map<String, String> set(KeySet which) {
        if (which == KeySet.REELBENCH) {
            return Map.of();
        }
        String name = which.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".properties";
        Properties read = new Properties();
        try (InputStream in = Keymap.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the keys " + name + " are missing");
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<String, String> keys = new HashMap<>();
        read.forEach((action, key) -> keys.put((String) action, (String) key));
        return keys;
    }

    /** The key of each action. */
    public Map<Action, Optional<KeyCombination>> of(Collection<Action> actions) {
        Map<Action, Optional<KeyCombination>> keys = new LinkedHashMap<>();
        // what a person chose comes first, then what the set says, then what is usual
        actions.stream().filter(a -> changes.containsKey(a.id())).forEach(a -> keys.put(a, read(changes.get(a.id()))));
        actions.stream().filter(a -> !keys.containsKey(a) && set.containsKey(a.id()))
                .forEach(a -> keys.put(a, free(a, read(set.get(a.id())), keys)));
        actions.stream().filter(a -> !keys.containsKey(a)).forEach(a -> keys.put(a, free(a, a.usual(), keys)));
        return keys;
    }

    private static Optional<KeyCombination> free(Action action, Optional<KeyCombination> key,
            Map<Action, Optional<KeyCombination>> taken) {
        return key.filter(_ -> taken.entrySet().stream()
                .noneMatch(t -> t.getValue().equals(key) && t.getKey().excludes(action)));
    }

    /** Empty for none, and for what no keyboard has. */
    public static Optional<KeyCombination> read(String key) {
        try {
            return key.isBlank()
                    ? Optional.empty()
                    : Optional.of(KeyCombination.valueOf(key)).filter(KeyCodeCombination.class::isInstance);
        } catch (IllegalArgumentException unknown) {
            LOG.warn("There is no key {}", key);
            return Optional.empty();
        }
    }
}
