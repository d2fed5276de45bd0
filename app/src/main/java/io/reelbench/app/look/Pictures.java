package io.reelbench.app.look;

import io.reelbench.engine.preview.Picture;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Decoded pictures as JavaFX shows them. */
public final class Pictures {

    private Pictures() {}

    /** Without a copy: the picture's buffer becomes the image's. */
    public static Image image(Picture picture) {
        return new WritableImage(new PixelBuffer<>(picture.size().width(), picture.size().height(), picture.bgra(),
                PixelFormat.getByteBgraPreInstance()));
    }
}
