package io.reelbench.engine.queue;

import java.security.SecureRandom;

/** Makes ids that fit into file names of every disk and are short enough to be typed. */
public final class Ids {

    /** Without the letters that look like digits. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 12;

    private final SecureRandom random = new SecureRandom();

    /** Twelve lower case letters and digits, 60 random bits. */
    public String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
