package io.reelbench.engine.raw;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.List;

/**
 * An ffmpeg command as a person writes it. It is only text that was taken apart here; what it may do is decided by {@link CommandReader}.
 *
 * @param text  as it was written
 * @param words the arguments it consists of, without the program's own name
 */
public record CommandText(String text, List<String> words) {

    private static final int LONGEST = 64 << 10;

    public static CommandText parse(String text) throws BadValue {
        if (text.length() > LONGEST) {
            throw new BadValue(Code.OUT_OF_RANGE, RawWords.TOO_LONG.with(LONGEST));
        }
        List<String> words = Tokens.of(text);
        boolean named = !words.isEmpty() && words.getFirst().equals("ffmpeg");
        List<String> arguments = named ? words.subList(1, words.size()) : words;
        if (arguments.isEmpty()) {
            throw new BadValue(Code.REQUIRED, RawWords.NO_COMMAND.with());
        }
        return new CommandText(text.strip(), List.copyOf(arguments));
    }

    @Override
    public String toString() {
        return text;
    }
}
