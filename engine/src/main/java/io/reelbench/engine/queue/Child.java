package io.reelbench.engine.queue;

import java.time.Instant;

/**
 * A process that a task started. Process ids are given again, so only all four together tell that a process is still this one.
 *
 * @param pid     of the system
 * @param started as the system says it
 * @param command path of the program
 * @param nonce   a word that stands in its arguments and in no other process's
 */
public record Child(long pid, Instant started, String command, String nonce) {
}
