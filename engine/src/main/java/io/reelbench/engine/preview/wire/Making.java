package io.reelbench.engine.preview.wire;

import java.util.List;

/**
 * What is done to a frame before it is shown.
 *
 * @param filters  ffmpeg's filter chain; empty when there is none
 * @param run      which frames the filters must see
 * @param files    what the filters read, beside frames
 * @param encoder  ffmpeg's name; empty when the frame is only filtered
 * @param pixels   pixel format that the encoder gets, ffmpeg's name
 * @param options  of the encoder, name and value in turn
 * @param rate     frames a second that the encoder gets
 */
public record Making(String filters, Run run, List<SideFile> files, String encoder, String pixels, List<String> options,
        Pace rate) {

    /**
     * Which frames go through the filters, and which one is wanted behind them.
     *
     * @param fromUs  the first frame is the one on screen then, in microseconds of the clip
     * @param toUs    no frame from then on, in microseconds of the clip
     * @param shiftUs what is taken off the clip's time for the clock that the first filter sees
     * @param outUs   the time behind the filters at which the frame is on screen
     * @param single  whether each frame is made of itself alone, so that the one on screen is enough
     * @param rate    frames a second of the clip
     */
    public record Run(long fromUs, long toUs, long shiftUs, long outUs, boolean single, Pace rate) {
    }

    /**
     * A frame rate.
     *
     * @param num frames …
     * @param den … in so many seconds; 0/1 when nobody knows, or when they vary
     */
    public record Pace(long num, long den) {
        public static final Pace UNKNOWN = new Pace(0, 1);
    }

    /**
     * A file that a filter reads.
     *
     * @param name by which the filter calls it
     * @param path where it lies
     */
    public record SideFile(String name, String path) {
    }
}
