package io.reelbench.engine.preview;

import io.reelbench.engine.media.Size;
import java.nio.ByteBuffer;

/**
 * A decoded picture, upright and in square pixels.
 *
 * @param size in pixels
 * @param bgra four bytes a pixel, blue first, alpha premultiplied, rows without gaps; position 0, read only by convention
 */
public record Picture(Size size, ByteBuffer bgra) {
}
