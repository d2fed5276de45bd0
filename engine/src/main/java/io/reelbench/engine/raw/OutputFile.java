package io.reelbench.engine.raw;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An output of a written command, {@code out_1=side.mp4}, or {@code folder}, for one folder that files go to.
 *
 * @param name   as its placeholder says
 * @param stem   tells it from other outputs of the same command; empty for a folder
 * @param ending without a dot, in small letters; empty for a folder
 */
public record OutputFile(String name, String stem, String ending) {

    /** The placeholder of a folder. */
    public static final String FOLDER = "OUTPUT_FOLDER";
    private static final Pattern FORM = Pattern
            .compile("\\s*([A-Za-z][A-Za-z0-9_]{0,31})=([\\p{L}\\p{N}_][\\p{L}\\p{N} _-]{0,59})\\.([A-Za-z0-9]{1,5})\\s*");

    public static OutputFile parse(String text) throws BadValue {
        if (text.strip().equals("folder") || text.strip().equals(FOLDER)) {
            return new OutputFile(FOLDER, "", "");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BadValue(Code.BAD_SYNTAX, RawWords.BAD_OUTPUT.with(text));
        }
        return new OutputFile(form.group(1), form.group(2), form.group(3).toLowerCase(Locale.ROOT));
    }

    /** Whether files of this ending are written at all. */
    public static boolean isWritten(String ending) {
        return AllowList.LIST.muxer(ending).isPresent();
    }

    public boolean isFolder() {
        return name.equals(FOLDER);
    }

    @Override
    public String toString() {
        return isFolder() ? "folder" : name + "=" + stem + "." + ending;
    }
}
