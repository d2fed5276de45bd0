package io.reelbench.engine.ffmpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts an EXIF block with nothing but an orientation into a JPEG. */
final class Exif {

    private Exif() {}

    static Path turned(Path jpeg, Path to, int orientation) throws IOException {
        byte[] plain = Files.readAllBytes(jpeg);
        byte[] tiff = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(new byte[]{(byte) 0xFF, (byte) 0xE1, 0, (byte) (8 + tiff.length)});
        out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.write(tiff);
        out.write(plain, 2, plain.length - 2);
        return Files.write(to, out.toByteArray());
    }
}
