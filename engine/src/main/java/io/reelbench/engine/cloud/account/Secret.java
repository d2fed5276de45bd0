package io.reelbench.engine.cloud.account;

import java.util.Arrays;

/** A key. It never prints itself, so that it gets into no log and no report by accident. */
public final class Secret {

    private final char[] letters;

    public Secret(char[] letters) {
        this.letters = letters.clone();
    }

    public static Secret of(String letters) {
        return new Secret(letters.toCharArray());
    }

    public boolean isEmpty() {
        return letters.length == 0;
    }

    /** In the clear: for the one who sends or keeps it. */
    public String reveal() {
        return new String(letters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(letters, secret.letters);
    }

    @Override
    public int hashCode() {
        return 0; // nothing of it shows
    }

    @Override
    public String toString() {
        return "•••";
    }
}
