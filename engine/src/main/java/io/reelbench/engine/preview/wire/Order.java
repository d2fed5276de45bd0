package io.reelbench.engine.preview.wire;

/** What goes to the decoder. */
public sealed interface Order {

    /**
     * The first thing that is said.
     *
     * @param sheet   the file through which pixels and numbers go
     * @param natives folder into which the libraries are unpacked
     * @param frames  bytes of decoded frames that may be held
     */
    record Hello(String sheet, String natives, long frames) implements Order {
    }

    /** Work for a lane, which has at most one at a time. Each is answered once by something final, whatever becomes of it. */
    record Ask(long id, Lane lane, Request request) implements Order {
    }

    /** A frame that was played has been taken out of its place. */
    record Taken(long id, int slot) implements Order {
    }

    /** How loud what is played shall be, 0 to 1. */
    record Loudness(long id, double volume) implements Order {
    }

    /** Nobody wants it any more. */
    record Cancel(long id) implements Order {
    }
}
