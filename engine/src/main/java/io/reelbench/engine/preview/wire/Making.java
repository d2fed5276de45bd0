package io.reelbench.engine.preview.wire;

import java.util.List;

/**
 * What is done to a frame before it is shown.
 *
 * @param filters ffmpeg's filter chain; empty when there is none
 * @param shiftUs what is taken off the clip's time for the clock that filters see, in microseconds
 * @param leadUs  how much earlier the filters must see frames, in microseconds
 * @param encoder ffmpeg's name; empty when the frame is only filtered
 * @param pixels  pixel format that the encoder gets, ffmpeg's name
 * @param options of the encoder, name and value in turn
 * @param rateNum frames …
 * @param rateDen … in so many seconds
 */
public record Making(String filters, long shiftUs, long leadUs, String encoder, String pixels, List<String> options, long rateNum,
        long rateDen) {
}
