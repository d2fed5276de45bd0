package io.reelbench.engine.caption;

import io.reelbench.engine.media.Letters;
import io.reelbench.engine.media.TextCharset;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes letters of the bytes of a text: by its mark, then as it was asked for, else as is likely. */
public final class TextCoding {

    /**
     * A text.
     *
     * @param charset in which it was written
     * @param guessed whether that is only likely
     */
    public record Decoded(String text, Charset charset, boolean guessed) {
    }

    private TextCoding() {}

    /** @param raw its bytes, each as one character */
    public static Decoded decoded(String raw, TextCharset choice) throws BadValue {
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        Optional<Charset> marked = Letters.marked(bytes);
        if (choice.chosen().isPresent()) {
            Charset charset = marked.orElse(choice.chosen().get());
            return new Decoded(exactly(bytes, charset), charset, false);
        }
        Charset found = Letters.of(bytes);
        return new Decoded(Letters.read(bytes, found), found, marked.isEmpty() && !found.equals(StandardCharsets.UTF_8));
    }

    private static String exactly(byte[] bytes, Charset charset) throws BadValue {
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            throw new BadValue(Code.BAD_SYNTAX, CaptionWords.NOT_THAT_CHARSET.with(charset.name()));
        }
    }
}
