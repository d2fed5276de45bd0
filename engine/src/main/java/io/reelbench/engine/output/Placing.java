package io.reelbench.engine.output;

import io.reelbench.engine.problem.FailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The intent to give one finished part file its name, written down before it is done: after a crash the names that exist tell how far
 * it came.
 *
 * @param part   the checked part file
 * @param wish   the name that was asked for
 * @param target its final name
 * @param old    the file that it replaces; empty when there is none
 * @param stamp  of the part file
 */
public record Placing(Path part, Path wish, Path target, Optional<Old> old, Stamp stamp) {

    /**
     * A file to be replaced, and no other one that may get its name meanwhile.
     *
     * @param aside where it waits until the new one stands
     * @param stamp how it was when that was decided
     */
    public record Old(Path aside, Stamp stamp) {
    }

    /** Writes intents down so that they survive a power cut. */
    @FunctionalInterface
    public interface Ledger {
        void placing(List<Placing> intents) throws FailedException;
    }
}
