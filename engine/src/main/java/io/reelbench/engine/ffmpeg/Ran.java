package io.reelbench.engine.ffmpeg;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run. It never says "done": a cancelled run and one whose input was cut short both exit with 0, so only a look at the
 * output can tell.
 *
 * @param exitCode    ffmpeg's; 128 + n when signal n ended it
 * @param last        the last progress
 * @param warnings    how many lines of warning
 * @param errors      how many lines of error
 * @param firstErrors the first of them, without ffmpeg's addresses
 * @param complaints  the last 32 kB of standard error
 * @param cancelled   whether we asked it to end
 * @param stalled     whether it was ended because it did not get on
 * @param times       when it ran
 */
public record Ran(int exitCode, Progress last, int warnings, int errors, List<String> firstErrors, String complaints,
        boolean cancelled, boolean stalled, Times times) {

    /**
     * When it started and was seen to exit: by the wall clock for the log, and in {@link System#nanoTime} for measuring.
     *
     * @param cpu processor time that it used; empty where the system does not say
     */
    public record Times(Instant started, Instant exited, long startedNanos, long exitedNanos, Optional<Duration> cpu) {

        public Times(Instant started, Instant exited, long startedNanos, long exitedNanos) {
            this(started, exited, startedNanos, exitedNanos, Optional.empty());
        }

        Times using(Optional<Duration> time) {
            return new Times(started, exited, startedNanos, exitedNanos, time);
        }
    }

    /** Whether ffmpeg came to its own end: exit code 0 and a last progress report. */
    public boolean ended() {
        return exitCode == 0 && last.ended();
    }
}
