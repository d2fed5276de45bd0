package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * How the bytes of a text are letters, as a person asks for it: {@code auto}, or a name such as {@code windows-1251} or {@code gbk}.
 *
 * @param chosen empty where it is found out
 */
public record TextCharset(Optional<Charset> chosen) {

    public static final TextCharset AUTO = new TextCharset(Optional.empty());

    public static TextCharset parse(String text) throws BadValue {
        String plain = text.strip();
        try {
            return plain.equalsIgnoreCase(AUTO.toString()) ? AUTO : new TextCharset(Optional.of(Charset.forName(plain)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new BadValue(Code.UNKNOWN_VALUE, MediaWords.NOT_A_CHARSET.with(text));
        }
    }

    @Override
    public String toString() {
        return chosen.map(charset -> charset.name().toLowerCase(Locale.ROOT)).orElse("auto");
    }
}
