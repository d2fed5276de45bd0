package io.reelbench.engine.preview;

import io.reelbench.engine.ffmpeg.Clips;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Films whose frame n is grey of luma 20 + 4·(n mod 50), so that a picture tells which frame it is. */
final class Numbered {

    private static final String GREY = "format=yuv420p,geq=lum='20+4*mod(N,50)':cb=128:cr=128";

    private Numbered() {}

    /** @param options of the output */
    static Path film(Path file, String rate, int seconds, String... options) throws Exception {
        return filtered(file, rate, seconds, "", options);
    }

    /** @param filter behind the numbering, for example one that takes frames away */
    static Path filtered(Path file, String rate, int seconds, String filter, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("-f", "lavfi", "-i",
                "color=black:s=160x90:r=" + rate + ":d=" + seconds + "," + GREY + filter));
        all.addAll(List.of(options));
        return Clips.make(file, all);
    }

    /** The number of a frame by the middle of its picture. */
    static int of(Picture picture) {
        int middle = 4 * (picture.size().height() / 2 * picture.size().width() + picture.size().width() / 2);
        int green = picture.bgra().get(middle + 1) & 0xFF;
        return Math.round((green * 219f / 255 + 16 - 20) / 4);
    }
}
