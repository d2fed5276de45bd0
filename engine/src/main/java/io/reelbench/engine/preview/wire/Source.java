package io.reelbench.engine.preview.wire;

/**
 * The picture or sound of a file, with what the probe found out about it, so that the decoder need not find it again.
 *
 * @param path       absolute
 * @param bytes      size of the file when it was probed
 * @param modifiedMs last change when it was probed, milliseconds since 1970
 * @param demuxer    the one to use where it must not be guessed; else empty
 * @param track      position in the file
 * @param tileGroup  stream group whose tiles make up the picture; −1 when it is one stream
 * @param rotation   degrees clockwise that the picture is turned: 0, 90, 180 or 270
 * @param flipped    whether it is mirrored top to bottom before that
 * @param shapeNum   width of a pixel …
 * @param shapeDen   … over its height
 * @param light      what its numbers mean where that is not plain video
 * @param still      whether it is one picture without time, such as a photo or a cover
 * @param lengthUs   of the clip, in microseconds; 0 when nobody knows
 * @param zeroUs     the time in the file at which the clip's first frame is shown, in microseconds
 */
public record Source(String path, long bytes, long modifiedMs, String demuxer, int track, int tileGroup, int rotation,
        boolean flipped, long shapeNum, long shapeDen, Light light, boolean still, long lengthUs, long zeroUs) {

    /** How numbers become light. */
    public enum Light {
        USUAL, PQ, HLG
    }
}
