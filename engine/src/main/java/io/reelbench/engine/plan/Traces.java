package io.reelbench.engine.plan;

/**
 * The files that a run leaves in the scratch folder for a report to be made of: ffmpeg's {@code metadata=print}.
 *
 * @param prefix what their names begin with, so that several reports of one run differ
 */
public record Traces(String prefix) {

    /** What stands in a file. */
    public enum Trace {
        SCENES, BLACK_STARTS, BLACK_ENDS, FREEZE_STARTS, FREEZE_ENDS, SILENCE_STARTS, SILENCE_ENDS,
        /** Every half second all that the detectors say so far: where the picture lies, how many frames are interlaced. */
        SAMPLES,
        /** Every tenth of a second: loudness of the moment and so far. */
        LOUDNESS, SAMPLE_PEAKS, TRUE_PEAKS
    }

    /** The name of a file, relative to the scratch folder in which runs work; letters, digits and hyphens only. */
    public String file(Trace trace) {
        return prefix + "-" + trace.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".txt";
    }

    /** The traces of one of several tracks. */
    public Traces of(int track) {
        return new Traces(prefix + "-" + track);
    }
}
