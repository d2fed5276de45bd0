package io.reelbench.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts an EXIF block with one entry into a JPEG. */
final class Exifs {

    private Exifs() {}

    /** With an orientation, 1 to 8. */
    static Path turned(Path jpeg, Path to, int orientation) throws IOException {
        return with(jpeg, to, new byte[]{0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0}, "");
    }

    /** With the maker of the camera. */
    static Path made(Path jpeg, Path to, String maker) throws IOException {
        byte length = (byte) (maker.length() + 1);
        return with(jpeg, to, new byte[]{0x01, 0x0F, 0, 2, 0, 0, 0, length, 0, 0, 0, 26}, maker + "\0");
    }

    private static Path with(Path jpeg, Path to, byte[] entry, String behind) throws IOException {
        byte[] plain = Files.readAllBytes(jpeg);
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        tiff.write(new byte[]{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        tiff.write(entry);
        tiff.write(new byte[]{0, 0, 0, 0});
        tiff.write(behind.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(new byte[]{(byte) 0xFF, (byte) 0xE1, 0, (byte) (8 + tiff.size())});
        out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.write(tiff.toByteArray());
        out.write(plain, 2, plain.length - 2);
        return Files.write(to, out.toByteArray());
    }
}
