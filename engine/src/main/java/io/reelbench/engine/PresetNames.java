package io.reelbench.engine;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.Translations;
import java.util.Locale;
import java.util.Optional;

/**
 * What the presets that come along are called in the language of this program. In recipes, files and the terminal a preset keeps its own
 * name; one that somebody made is called as they wrote it.
 */
public final class PresetNames {

    private PresetNames() {}

    /** A preset's name for people. */
    public static String name(String name) {
        return Translations.of(key(name) + ".name", name);
    }

    /** What it is for. */
    public static Optional<String> summary(Recipe recipe) {
        return recipe.summary().map(s -> recipe.name().map(n -> Translations.of(key(n) + ".summary", s)).orElse(s));
    }

    /** What a group of them is for. */
    public static String group(String title) {
        return Translations.of("preset.group." + title.toLowerCase(Locale.ROOT), title);
    }

    /** How the keys of one begin: {@code preset.web-1080p}. */
    public static String key(String name) {
        return "preset." + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
