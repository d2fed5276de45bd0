package io.reelbench.engine.raw;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one word of a command is, by its looks alone. */
sealed interface Token {

    Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*}}(?:/(.+))?", Pattern.DOTALL);
    Pattern OPTION = Pattern.compile("-([A-Za-z0-9_][A-Za-z0-9_-]*)(:[A-Za-z0-9_:#-]{1,60})?");
    Pattern FROM_FILE = Pattern.compile("-/.*", Pattern.DOTALL);

    /**
     * {@code {{in_1}}}.
     *
     * @param inside what stands behind a slash
     */
    record Placeholder(String name, Optional<String> inside) implements Token {
    }

    /**
     * {@code -c:v}.
     *
     * @param stream with its colon; empty without one
     */
    record Option(String name, String stream) implements Token {
    }

    /** An option that would be read out of a file. */
    record FromFile(String word) implements Token {
    }

    /** Anything else: a value, or a path. */
    record Plain(String word) implements Token {
    }

    static Token of(String word) {
        Matcher placeholder = PLACEHOLDER.matcher(word);
        Matcher option = OPTION.matcher(word);
        if (placeholder.matches()) {
            return new Placeholder(placeholder.group(1), Optional.ofNullable(placeholder.group(2)));
        } else if (FROM_FILE.matcher(word).matches()) {
            return new FromFile(word);
        } else if (option.matches()) {
            return new Option(option.group(1), Optional.ofNullable(option.group(2)).orElse(""));
        }
        return new Plain(word);
    }
}
