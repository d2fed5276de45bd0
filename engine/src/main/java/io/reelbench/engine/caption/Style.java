package io.reelbench.engine.caption;

import io.reelbench.engine.media.Size;

/**
 * How cues look that do not say it themselves; lengths are in pixels of the picture.
 *
 * @param frame the picture
 * @param look  of the letters
 * @param place where they stand
 */
public record Style(Size frame, Look look, Place place) {
}
