package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** A font, as a person asks for it: {@code DejaVu Serif}, or a file such as {@code fonts/title.ttf}. */
public sealed interface FontChoice {

    int LONGEST = 100;

    /** A family that is installed. */
    record Family(String name) implements FontChoice {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A file. */
    record InFile(Path file) implements FontChoice {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    static FontChoice parse(String text) throws BadValue {
        String plain = text.strip();
        try {
            String small = plain.toLowerCase(Locale.ROOT);
            if (small.endsWith(".ttf") || small.endsWith(".otf") || small.endsWith(".ttc")) {
                return new InFile(Path.of(plain));
            } else if (!plain.isEmpty() && plain.length() <= LONGEST && plain.chars().noneMatch(Character::isISOControl)) {
                return new Family(plain);
            }
        } catch (InvalidPathException wrong) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_FONT.with(text));
        }
        throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_FONT.with(text));
    }
}
