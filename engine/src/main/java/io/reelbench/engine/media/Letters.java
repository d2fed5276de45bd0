package io.reelbench.engine.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** Finds out in which character set a text is: by its mark, then as UTF-8, which is seldom something else, then by how often letters come. */
public final class Letters {

    /** What texts without any clue are in: that of western Windows. */
    private static final Charset USUAL = Charset.forName("windows-1252");

    private Letters() {}

    /** The character set that a text seems to be in. */
    public static Charset of(byte[] text) {
        Optional<Charset> marked = marked(text);
        if (marked.isPresent()) {
            return marked.get();
        } else if (isUtf8(text)) {
            return StandardCharsets.UTF_8;
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(text, 0, text.length);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset()).flatMap(Letters::known).orElse(USUAL);
    }

    /** The text without its mark; what is not of the character set becomes a question mark in a square. */
    public static String read(byte[] text, Charset charset) {
        String all = new String(text, charset);
        return all.startsWith("\uFEFF") ? all.substring(1) : all;
    }

    private static Optional<Charset> marked(byte[] text) {
        if (begins(text, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        } else if (begins(text, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(StandardCharsets.UTF_32LE);
        } else if (begins(text, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return begins(text, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean begins(byte[] text, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= text.length || (text[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] text) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).hasArray();
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknownHere) {
            return Optional.empty();
        }
    }
}
