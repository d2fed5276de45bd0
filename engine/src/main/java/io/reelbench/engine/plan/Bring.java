package io.reelbench.engine.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the user's that a filter reads. A graph never holds its path: it is brought into a folder of ours under a name of ours, which
 * tells its content from others, so that the same name serves runs and previews.
 *
 * @param name ours: letters, digits and one dot
 * @param file the user's
 */
public record Bring(String name, Path file) {

    private static final int LONG_ENOUGH = 16;

    /**
     * @param kind   what it is, a word of ours
     * @param ending a word of ours too, by which ffmpeg tells its format
     */
    public static Bring of(String kind, Path file, long bytes, long modifiedMs, String ending) {
        String identity = file + "\n" + bytes + "\n" + modifiedMs;
        byte[] hash = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return new Bring(kind + HexFormat.of().formatHex(hash).substring(0, LONG_ENOUGH) + "." + ending, file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
