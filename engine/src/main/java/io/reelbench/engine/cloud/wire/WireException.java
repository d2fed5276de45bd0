package io.reelbench.engine.cloud.wire;

/** Why there is no answer. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is known of the request. */
    public enum Trouble {
        /** The server could not be reached, so nothing came to it; it may be back in a moment. */
        NOT_REACHED,
        /** The server is not the one that it claims to be; nothing came to it. */
        NOT_TRUSTED,
        /** It was torn off before its last byte, so that nothing can have come of it. */
        TORN_OFF,
        /** All of it was sent, and no whole answer came. */
        ANSWER_LOST,
        /** The answer is larger than it may be. */
        TOO_LARGE,
        /** An address that is not for a server to name. Nothing was sent there. */
        UNSAFE_ADDRESS,
        /** What came could not be written. */
        NOT_WRITTEN
    }

    private final Trouble trouble;

    public WireException(Trouble trouble, String what) {
        super(what);
        this.trouble = trouble;
    }

    public WireException(Trouble trouble, String what, Throwable cause) {
        super(what, cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
