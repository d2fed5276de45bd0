package io.reelbench.engine.settings;

import io.reelbench.engine.schema.Ask;

/**
 * How the window looks.
 *
 * @param size in percent
 */
public record Appearance(
        @Ask(value = "Theme", help = "The picture area stays dark in both.") Theme theme,
        @Ask(value = "More contrast", help = "Edges of controls stand out.") boolean contrast,
        @Ask(value = "Reduce motion", help = "Panels appear at once.") boolean reduceMotion,
        @Ask(value = "Size", help = "Text, icons and rows together. From the next start on.", unit = "%", min = 100, max = 200, from = 100, to = 200) int size,
        @Ask(value = "Language", help = "From the next start on.") Tongue language) {

    public Appearance() {
        this(Theme.DARK, false, false, 100, Tongue.SYSTEM);
    }
}
