package io.reelbench.engine.raw;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that a written command reads beside the clip, {@code in_2=other.mp4}; its path may be a pattern. */
public record InputFile(String name, Path file) {

    private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]{0,31})=(.+)", Pattern.DOTALL);

    public static InputFile parse(String text) throws BadValue {
        Matcher form = FORM.matcher(text);
        try {
            if (form.matches()) {
                return new InputFile(form.group(1), Path.of(form.group(2).strip()));
            }
        } catch (InvalidPathException wrong) {
            throw new BadValue(Code.BAD_SYNTAX, RawWords.BAD_INPUT.with(text));
        }
        throw new BadValue(Code.BAD_SYNTAX, RawWords.BAD_INPUT.with(text));
    }

    /** A comma parts two of them only where a name and an equals sign follow. */
    public static List<String> split(String text) {
        return List.of(text.split("\\s*,\\s*(?=[A-Za-z][A-Za-z0-9_]*=)"));
    }

    @Override
    public String toString() {
        return name + "=" + file;
    }
}
