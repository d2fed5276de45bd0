package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Timecode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One step of a plan: data, so that plans can be compared, stored and printed. The steps run in order. */
public sealed interface Step {

    /**
     * One run of ffmpeg.
     *
     * @param doing   what it does, for the progress line
     * @param share   its part of the plan's whole work, 0 to 1; the shares of a plan add up to 1
     * @param mediaUs how much output time its progress will count, in microseconds; empty when nobody knows
     */
    record Run(Doing doing, Command command, double share, OptionalLong mediaUs) implements Step {
    }

    /** Brings a file of the user's into the scratch folder, where filters name it. */
    record Fetch(Bring file) implements Step {
    }

    /** Writes a text into the scratch folder, for example a list of pieces. */
    record Write(String name, String content) implements Step {
    }

    /** Something that the program does itself. */
    record Own(OwnWork work) implements Step {
    }

    /**
     * Measures a sound; what was found becomes the text of the filter that the placeholder stands for.
     *
     * @param measure what is measured, and what it shall become
     * @param command prints what it finds on standard error
     * @param share   its part of the plan's whole work, 0 to 1
     * @param mediaUs how much output time its progress will count, in microseconds; empty when nobody knows
     */
    record Measure(String placeholder, io.reelbench.engine.plan.Measure measure, Command command, double share,
            OptionalLong mediaUs) implements Step {
    }

    /**
     * Makes a product fit under a size: runs with the placeholder at {@code start}; a product that is too large (or far too small) makes
     * it run once more with the value scaled by what came out.
     *
     * @param product     its place among the plan's products, from 0
     * @param placeholder name of the value, in bits per second
     * @param start       its first value
     * @param least       no value below this is tried
     * @param maxBytes    the size that must not be passed
     * @param fixedBytes  about what the product holds beside the picture
     * @param run         the run that uses the value
     */
    record Fit(int product, String placeholder, long start, long least, long maxBytes, long fixedBytes, Run run) implements Step {
    }

    /**
     * Finds the crf at which the picture scores as asked, on short pieces of it that lie in one list: a few values are tried, each on the
     * line through those before.
     *
     * @param placeholder name of the value
     * @param metric      what is measured
     * @param target      in the metric's own unit
     * @param scale       the values that may be tried
     * @param share       its part of the plan's whole work, 0 to 1
     * @param pieces      each makes one untouched piece (once)
     * @param trial       encodes all of them at the value and prints the metric's summary on standard error
     */
    record Search(String placeholder, Metric metric, double target, CrfScale scale, double share, List<Command> pieces,
            Command trial) implements Step {
    }

    /**
     * Values of crf.
     *
     * @param lowest  the best that is allowed
     * @param highest the worst
     * @param step    between two; some encoders know fractions
     */
    record CrfScale(double lowest, double highest, double step) {
    }

    /**
     * Looks whether product 0 came out smaller than the original's streams, and if not does something about it.
     *
     * @param bytes  what it must be smaller than
     * @param label  the original's size in words
     * @param fail   whether it is a failure; else the streams are copied instead
     * @param copy   the run that copies
     * @param expect what product 0 must then be
     */
    record IfLarger(long bytes, boolean fail, Run copy, Expect expect) implements Step {
    }

    /**
     * Writes a product whose picture is copied but for the frames around cuts. What comes out is proven; if it is not what it must be,
     * everything is encoded instead.
     *
     * @param pieces    each makes one piece of the picture
     * @param join      makes the product of them
     * @param frames    how many pictures the product must have
     * @param seams     the copied stretches, whose frames must be the source's
     * @param track     the source's picture track, as it counts them
     * @param leadUs    how much earlier reading must begin to find a frame for certain, in microseconds
     * @param otherwise encodes everything
     */
    record Splice(List<Run> pieces, Run join, long frames, List<Seam> seams, int track, long leadUs,
            Run otherwise) implements Step {
    }

    /**
     * Where copied frames begin or end next to others.
     *
     * @param atUs     in the product, in microseconds from its first moment
     * @param behind   whether the copied frames lie behind it, else before it
     * @param sourceUs the same place by the times in the source's file, in microseconds
     * @param nearUs   how far from it frames are compared, in microseconds
     * @param shown    the checksums of the source's frames in the scratch folder, where a piece has left them
     */
    record Seam(long atUs, boolean behind, long sourceUs, long nearUs, Optional<String> shown) {

        /** How far from a seam frames are compared at most, in microseconds. */
        public static final long REACH_US = 400_000;
        /** How many frames behind a seam are compared at most. */
        public static final int FRAMES = 6;
    }

    /**
     * Makes a report of what runs left in the scratch folder and of what is known of the clip.
     *
     * @param product its place among the plan's products, from 0
     * @param report  what it is about
     * @param traces  the files that were left
     * @param subject the clip as it is at the end of the steps
     */
    record Report(int product, io.reelbench.engine.plan.Report report, Traces traces, Subject subject) implements Step {
    }

    /**
     * What a report is about.
     *
     * @param pictureZeroUs where its first moment lies in the times that were printed of the picture, in microseconds
     * @param soundZeroUs   the same of sound
     * @param lengthUs empty when nobody knows
     * @param rate     frames per second; empty without a picture
     * @param timecode of its first frame; empty without one
     * @param size     of the upright picture; empty without one
     */
    record Subject(long pictureZeroUs, long soundZeroUs, OptionalLong lengthUs, Optional<Rate> rate, Optional<Timecode> timecode,
            Optional<Size> size) {
    }

    /** What a run does, for people. */
    enum Doing {
        COPYING, ENCODING, ANALYSING, SECOND_PASS, MEASURING, JOINING, PICTURE, SEARCHING,
        /** Elsewhere: on its way there, in line there, at work there, and on its way back. */
        UPLOADING, IN_LINE, REMOTE, DOWNLOADING,
        /** Nothing can be reached; it goes on by itself. */
        WAITING_FOR_NETWORK
    }

    /** A measure of likeness between two pictures. */
    enum Metric {
        XPSNR, SSIM, VMAF
    }
}
