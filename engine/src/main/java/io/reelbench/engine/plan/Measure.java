package io.reelbench.engine.plan;

/** Something that is measured of a whole sound before it is changed. What was found decides the text of the filter that asked for it. */
public sealed interface Measure {

    /**
     * Loudness by EBU R 128.
     *
     * @param integrated LUFS that it shall have, -70 to -5
     * @param truePeak   dBTP that it must not pass, -9 to 0
     * @param range      LU, 1 to 50
     * @param narrows    whether a wider range is made narrower, for which one gain is not enough; else it stays
     * @param sampleRate Hz that it shall keep; loudnorm by itself writes 192 kHz
     */
    record Loudness(double integrated, double truePeak, double range, boolean narrows, int sampleRate) implements Measure {

        private static final String LIVE = "loudnorm=";

        public Loudness(double integrated, double truePeak, double range, int sampleRate) {
            this(integrated, truePeak, range, false, sampleRate);
        }

        /** What loudnorm is asked for. */
        String aims() {
            return "I=%s:TP=%s:LRA=%s".formatted(Encoders.decimal(integrated), Encoders.decimal(truePeak),
                    Encoders.decimal(range));
        }

        /** The filter that levels without having measured. */
        public Filter live() {
            return Filter.of(LIVE + aims() + ",aresample=" + sampleRate);
        }

        static boolean isLive(Filter filter) {
            return filter.text().startsWith(LIVE);
        }
    }

    /**
     * How loud a product came out. Told where it was levelled over time; what one gain does is known.
     *
     * @param levelled the placeholder of what levelled it; empty where nothing was measured before
     * @param track    number of the sound track in the product, from 1
     */
    record Outcome(String levelled, int track) implements Measure {
    }

    /**
     * The highest sample.
     *
     * @param level dBFS that it shall have, -30 to 0
     */
    record Peak(double level) implements Measure {
    }
}
