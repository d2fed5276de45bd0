package io.reelbench.app.look;

import io.reelbench.engine.preview.Picture;
import java.nio.ByteBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Decoded pictures as JavaFX shows them. */
public final class Pictures {

    private Pictures() {}

    /** The same memory seen as an image; nothing is copied, so the picture must not change any more. */
    public static Image image(Picture picture) {
        return new WritableImage(new PixelBuffer<ByteBuffer>(picture.size().width(), picture.size().height(), picture.bgra(),
                PixelFormat.getByteBgraPreInstance()));
    }
}
