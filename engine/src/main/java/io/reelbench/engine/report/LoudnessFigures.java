package io.reelbench.engine.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How loud one track is. What was never heard is empty: the loudness of silence, the range of less than three seconds.
 *
 * @param integrated LUFS
 * @param range      LU
 * @param low        lower end of the range, LUFS
 * @param high       upper end of the range, LUFS
 * @param samplePeak dBFS
 * @param truePeak   dBTP
 * @param series     every tenth of a second; empty unless asked for
 */
record LoudnessFigures(OptionalDouble integrated, OptionalDouble range, OptionalDouble low, OptionalDouble high,
        OptionalDouble samplePeak, OptionalDouble truePeak, List<Instant> series) {

    /**
     * One reading of the meters.
     *
     * @param us        in microseconds from the first moment
     * @param momentary over the last 0.4 s, LUFS; empty in silence
     * @param shortTerm over the last 3 s, LUFS; empty before
     */
    record Instant(long us, OptionalDouble momentary, OptionalDouble shortTerm) {
    }
}
