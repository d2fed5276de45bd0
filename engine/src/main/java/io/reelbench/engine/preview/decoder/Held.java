package io.reelbench.engine.preview.decoder;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A decoded frame that is kept. Whoever takes it off the shelf frees it.
 *
 * @param frame ffmpeg's
 * @param us    when it is shown, in microseconds from the clip's first frame
 * @param key   whether it is a keyframe
 */
record Held(AVFrame frame, long us, boolean key) {
}
