package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file beside the clip, or a pattern such as {@code {dir}/{name}.wav} by which each clip of a batch finds its own.
 *
 * @param path as it was given
 */
public record FilePattern(Path path) {

    /** A comma parts files only behind an ending: folders may have commas in their names. */
    private static final Pattern NEXT = Pattern.compile("(?<=\\.[A-Za-z0-9]{1,5}\\s{0,4}),\\s*");

    public static FilePattern parse(String text) throws BadValue {
        if (text.isBlank()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NO_FILE_NAME.with());
        }
        try {
            return new FilePattern(Path.of(text));
        } catch (InvalidPathException wrong) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_FILE_NAME.with(text));
        }
    }

    /** Where a list written as one text is parted. */
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : NEXT.split(text)) {
            parts.add(part.strip());
        }
        return List.copyOf(parts);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
