package io.reelbench.engine.caption;

import io.reelbench.engine.media.TextCharset;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** Finds out how the bytes of a text are letters: by its mark, then whether it is UTF-8, then by what is likely in some language. */
public final class TextCoding {

    /** What Western programs write where nothing else is likely. */
    private static final Charset USUAL = Charset.forName("windows-1252");
    private static final int ENOUGH = 1 << 18;

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
        Optional<Charset> marked = marked(bytes);
        if (choice.chosen().isPresent()) {
            Charset charset = marked.orElse(choice.chosen().get());
            return new Decoded(exactly(bytes, charset)
                    .orElseThrow(() -> new BadValue(Code.BAD_SYNTAX, CaptionWords.NOT_THAT_CHARSET.with(charset.name()))),
                    charset,
                    false);
        } else if (marked.isPresent()) {
            return new Decoded(new String(bytes, marked.get()), marked.get(), false);
        }
        Optional<String> utf8 = exactly(bytes, StandardCharsets.UTF_8);
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return new Decoded(new String(bytes, wide.get()), wide.get(), true);
        } else if (utf8.isPresent()) {
            return new Decoded(utf8.get(), StandardCharsets.UTF_8, false);
        }
        Charset likely = likely(bytes);
        return new Decoded(new String(bytes, likely), likely, true);
    }

    private static Optional<Charset> marked(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        if (first == 0xFEFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        } else if (first == 0xFFFE) {
            boolean four = bytes.length > 3 && bytes[2] == 0 && bytes[3] == 0;
            return Optional.of(four ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_16LE);
        }
        return first == 0xEFBB && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF
                ? Optional.of(StandardCharsets.UTF_8)
                : Optional.empty();
    }

    /** Times and line ends are plain letters in any text of captions, so that every second byte of these is nothing. */
    private static Optional<Charset> wide(byte[] bytes) {
        int[] none = new int[2];
        int looked = Math.min(bytes.length, ENOUGH);
        for (int i = 0; i < looked; i++) {
            none[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        int many = looked / 10;
        boolean big = none[0] > many && none[0] > 10 * none[1];
        boolean little = none[1] > many && none[1] > 10 * none[0];
        return big ? Optional.of(StandardCharsets.UTF_16BE) : little ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static Optional<String> exactly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static Charset likely(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, ENOUGH));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        try {
            // old Macs wrote no captions, and their Cyrillic looks much like that of Windows
            return name == null ? USUAL : Charset.forName(name.equals("MACCYRILLIC") ? "windows-1251" : name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException notInJava) {
            return USUAL;
        }
    }
}
