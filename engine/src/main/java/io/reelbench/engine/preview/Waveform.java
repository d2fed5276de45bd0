package io.reelbench.engine.preview;

/**
 * The shape of a clip's sound, all channels together, in equal slices of its length.
 *
 * @param low  lowest sample of each slice, −1 to 0
 * @param high highest sample of each slice, 0 to 1
 * @param rms  root mean square of each slice, 0 to 1
 */
public record Waveform(float[] low, float[] high, float[] rms) {
}
