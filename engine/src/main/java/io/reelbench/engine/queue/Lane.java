package io.reelbench.engine.queue;

import java.util.OptionalInt;

/**
 * Tasks that share slots, so that those of one lane never wait for those of another.
 *
 * @param name  what tells it from others
 * @param slots runs at once; empty for those of this machine, which {@link Settings} count
 */
public record Lane(String name, OptionalInt slots) {

    /** The work of this machine. */
    public static final Lane HERE = new Lane("", OptionalInt.empty());

    public static Lane of(String name, int slots) {
        return new Lane(name, OptionalInt.of(slots));
    }
}
