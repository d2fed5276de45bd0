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

    private static final int ENOUGH = 1 << 18;

    private Letters() {}

    /** The character set that a text seems to be in. */
    public static Charset of(byte[] text) {
        Optional<Charset> marked = marked(text);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> wide = wide(text);
        if (wide.isPresent()) {
            return wide.get();
        } else if (isUtf8(text)) {
            return StandardCharsets.UTF_8;
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(text, 0, Math.min(text.length, ENOUGH));
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset()).flatMap(Letters::known).orElse(USUAL);
    }

    /** The text without its mark; what is not of the character set becomes a question mark in a square. */
    public static String read(byte[] text, Charset charset) {
        String all = new String(text, charset);
        return all.startsWith("\uFEFF") ? all.substring(1) : all;
    }

    /** The character set that the mark at a text's beginning names; empty without one. */
    public static Optional<Charset> marked(byte[] text) {
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

    /** Numbers and line ends are plain letters in any text of captions, so that every second byte of these is nothing. */
    private static Optional<Charset> wide(byte[] text) {
        int[] none = new int[2];
        int looked = Math.min(text.length, ENOUGH);
        for (int i = 0; i < looked; i++) {
            none[i & 1] += text[i] == 0 ? 1 : 0;
        }
        int many = looked / 10;
        boolean big = none[0] > many && none[0] > 10 * none[1];
        boolean little = none[1] > many && none[1] > 10 * none[0];
        return big ? Optional.of(StandardCharsets.UTF_16BE) : little ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static Optional<Charset> known(String name) {
        try {
            // old Macs wrote no captions, and their Cyrillic looks much like that of Windows
            return Optional.of(Charset.forName(name.equals("MACCYRILLIC") ? "windows-1251" : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknownHere) {
            return Optional.empty();
        }
    }
}
