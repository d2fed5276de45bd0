package io.reelbench.engine.output;

import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks whether a file of subtitles says anything. */
final class CuesCheck {

    /** Before each packet of pictures stands {@code PG}. */
    private static final byte[] PICTURES = {'P', 'G'};
    private static final int UTF_16_MARK = 0xFF;

    private CuesCheck() {}

    /** What is wrong with it; empty when all is well. */
    static Optional<Text> wrong(Path file, boolean text) {
        try {
            return text ? words(file) : pictures(file);
        } catch (IOException e) {
            return Optional.of(OutputWords.NOT_OPENED.with(e.getMessage()));
        }
    }

    private static Optional<Text> words(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) == UTF_16_MARK;
        Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        String all = charset.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
        boolean shown = all.contains("-->") || all.contains("\nDialogue:");
        return shown ? Optional.empty() : Optional.of(OutputWords.NO_CUES.with());
    }

    private static Optional<Text> pictures(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(PICTURES.length);
            return head.length == 0
                    ? Optional.of(OutputWords.NO_CUES.with())
                    : java.util.Arrays.equals(head, PICTURES)
                            ? Optional.empty()
                            : Optional.of(OutputWords.NOT_OPENED.with(file.getFileName()));
        }
    }
}
