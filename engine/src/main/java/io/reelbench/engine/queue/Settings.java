package io.reelbench.engine.queue;

import java.time.Duration;

/**
 * How many at once.
 *
 * @param slots     runs, 1 to 3
 * @param ahead     tasks prepared beyond those that run
 * @param finishing tasks checked and placed beside them; when so many are, a run that ends keeps its slot
 * @param patience  how long the next task may take to prepare before one behind it goes first
 * @param retries   which failures are tried again
 */
public record Settings(int slots, int ahead, int finishing, Duration patience, RetryPolicy retries) {

    public static final Settings USUAL = new Settings(3, 2, 4, Duration.ofSeconds(2), RetryPolicy.ONCE);

    public Settings {
        if (slots < 1 || slots > 3 || ahead < 0 || finishing < 1) {
            throw new IllegalArgumentException("slots 1 to 3, ahead 0 or more, finishing 1 or more");
        }
    }

    public Settings withSlots(int count) {
        return new Settings(count, ahead, finishing, patience, retries);
    }
}
