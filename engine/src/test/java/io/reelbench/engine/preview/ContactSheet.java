package io.reelbench.engine.preview;

import io.reelbench.engine.media.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures side by side in one PNG, for human eyes. */
final class ContactSheet {

    private ContactSheet() {}

    static BufferedImage image(Picture picture) {
        Size size = picture.size();
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = new int[size.width() * size.height()];
        picture.bgra().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
        image.getRaster().setDataElements(0, 0, size.width(), size.height(), pixels);
        return image;
    }

    static void write(List<Picture> pictures, List<String> names, int columns, int cell, Path file) throws IOException {
        int rows = Math.ceilDiv(pictures.size(), columns);
        BufferedImage sheet = new BufferedImage(columns * (cell + 4), rows * (cell + 18), BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(java.awt.Color.GRAY);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < pictures.size(); i++) {
            int left = i % columns * (cell + 4);
            int top = i / columns * (cell + 18);
            pen.drawImage(image(pictures.get(i)), left, top, null);
            pen.setColor(java.awt.Color.WHITE);
            pen.drawString(names.get(i), left, top + cell + 12);
        }
        pen.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }
}
