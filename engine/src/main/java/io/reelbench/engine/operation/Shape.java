package io.reelbench.engine.operation;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;

/** What filters that count pixels need of the picture in front of them. */
final class Shape {

    private Shape() {}

    /** The edit with square pixels, which are what people count. */
    static Edit square(Edit edit) {
        if (edit.hasSquarePixels()) {
            return edit;
        }
        Size size = edit.size().orElseThrow();
        return edit.withPicture(java.util.List.of(Filter.sized(
                "scale=%d:%d:flags=lanczos:interl=-1,setsar=1".formatted(size.width(), size.height()), size)));
    }

    /** A film of palettes may have frames with and without transparency; each is made one that has it. */
    private static final String WITH_ALPHA = "format=yuva420p|yuva422p|yuva444p|yuva420p10le|yuva422p10le|yuva444p10le|rgba|bgra|gbrap|gbrap10le|gbrap12le|rgba64le";

    /** A filter that knows no transparency, around which it is kept. */
    static String opaque(String filter, Track.Video video) {
        return video.pixels().alpha()
                ? WITH_ALPHA + ",split[o~][a~];[a~]alphaextract[t~];[o~]%s[f~];[f~][t~]alphamerge".formatted(filter)
                : filter;
    }

    /**
     * Makes RGB of a picture in front of a filter that needs it: here and nowhere else, so that it does not depend on the filters around.
     * Empty where it is RGB already.
     */
    static String rgb(Track.PixelFormat is) {
        int bits = is.bits() <= 8 ? 8 : is.bits() <= 10 ? 10 : is.bits() <= 12 ? 12 : 16;
        String name = "gbr" + (is.alpha() ? "a" : "") + "p" + (bits == 8 ? "" : bits + "le");
        return is.rgb() ? "" : "scale=flags=bicubic+accurate_rnd+full_chroma_int:interl=-1,format=%s,".formatted(name);
    }
}
