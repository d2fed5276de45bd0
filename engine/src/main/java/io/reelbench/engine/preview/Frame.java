package io.reelbench.engine.preview;

/**
 * One frame of a clip.
 *
 * @param picture fitted into the size that was asked for, never enlarged
 * @param atUs    when it is shown, in microseconds from the clip's first frame
 * @param keyframe whether a cut without encoding can start here
 */
public record Frame(Picture picture, long atUs, boolean keyframe) {
}
