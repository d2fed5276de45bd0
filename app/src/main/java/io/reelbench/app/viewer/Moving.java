package io.reelbench.app.viewer;

import io.reelbench.engine.preview.Picture;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Images over the few pieces of memory that the pictures of a playback are written to again and again. FX thread only. */
final class Moving {

    private record Seen(PixelBuffer<ByteBuffer> pixels, Image image) {
    }

    private final Map<ByteBuffer, Seen> known = new IdentityHashMap<>();

    /** The image of a picture that has just been written. */
    Image image(Picture picture) {
        Seen seen = known.get(picture.bgra());
        if (seen == null) {
            PixelBuffer<ByteBuffer> pixels = new PixelBuffer<>(picture.size().width(), picture.size().height(), picture.bgra(),
                    PixelFormat.getByteBgraPreInstance());
            seen = new Seen(pixels, new WritableImage(pixels));
            known.put(picture.bgra(), seen);
        } else {
            seen.pixels().updateBuffer(_ -> null);
        }
        return seen.image();
    }
}
