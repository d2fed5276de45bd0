package io.reelbench.engine.plan;

/** Something that is measured of a whole sound before it is changed. What was found decides the text of the filter that asked for it. */
public sealed interface Measure {

    /**
     * Loudness by EBU R 128.
     *
     * @param integrated LUFS that it shall have, -70 to -5
     * @param truePeak   dBTP that it must not pass, -9 to 0
     * @param range      LU that it may have, 1 to 50
     * @param sampleRate Hz that it shall keep; loudnorm by itself writes 192 kHz
     */
    record Loudness(double integrated, double truePeak, double range, int sampleRate) implements Measure {
    }

    /**
     * The highest sample.
     *
     * @param level dBFS that it shall have, -30 to 0
     */
    record Peak(double level) implements Measure {
    }
}
