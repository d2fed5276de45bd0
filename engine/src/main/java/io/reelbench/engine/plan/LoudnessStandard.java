package io.reelbench.engine.plan;

import io.reelbench.engine.schema.Word;

/**
 * What broadcasters and platforms ask of loudness. The tolerances are those of the documents: EBU R 128 allows 0.5 LU, ATSC A/85 2 dB, the
 * recommendations for podcasts and streaming (AES TD1008) 1 LU.
 */
public enum LoudnessStandard implements Word {
    PODCAST("Podcast", -16, -1.5, 11, 1), STREAMING("Streaming", -14, -1, 11, 1), EBU_R128("EBU R 128", -23, -1, 15, 0.5),
    ATSC_A85(
            "ATSC A/85", -24, -2, 15, 2);

    private final String title;
    private final double integrated;
    private final double truePeak;
    private final double range;
    private final double tolerance;

    LoudnessStandard(String title, double integrated, double truePeak, double range, double tolerance) {
        this.title = title;
        this.integrated = integrated;
        this.truePeak = truePeak;
        this.range = range;
        this.tolerance = tolerance;
    }

    @Override
    public String title() {
        return title;
    }

    /** LUFS. */
    public double integrated() {
        return integrated;
    }

    /** dBTP that must not be passed. */
    public double truePeak() {
        return truePeak;
    }

    /** LU that must not be passed. */
    public double range() {
        return range;
    }

    /** How far the integrated loudness may be off, in LU. */
    public double tolerance() {
        return tolerance;
    }
}
