package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;

/** What a moving picture file is like. */
public record GifForm(
        @Ask(value = "Frame rate", help = "Frames a second, at most the clip's own; a GIF counts in hundredths of a second.", unit = "fps", min = 1, max = 50, from = 5, to = 30) Rate fps,
        @Ask(value = "Loops", help = "How often it plays; 0 is for ever.", unit = "times", min = 0, max = 65_535, from = 0, to = 10) int loop,
        @Ask(value = "Colours", help = "How many colours a palette has; fewer make a smaller file (GIF).", min = 2, max = 256, from = 16, to = 256) int colours,
        @Ask(value = "Palette", help = "One palette for the whole clip, one for each scene, or one for each frame (GIF).", advanced = true) Palette palette,
        @Ask(value = "Dither", help = "How colours between those of the palette are made (GIF).", advanced = true) Dither dither,
        @Ask(value = "Format", help = "GIF opens everywhere; WebP is far smaller.") Format format,
        @Ask(value = "Picture quality", help = "Of WebP.", min = 1, max = 100, from = 40, to = 100) double imageQuality) {

    /** For how much of the film one palette serves. */
    public enum Palette implements Word {
        CLIP, SCENE, FRAME;

        @Override
        public String title() {
            return this == CLIP ? "Whole clip" : Word.super.title();
        }
    }

    /** How missing colours are imitated. */
    public enum Dither {
        SIERRA("sierra2_4a"), BAYER("bayer:bayer_scale=3"), FLOYD("floyd_steinberg"), NONE("none");

        private final String filter;

        Dither(String filter) {
            this.filter = filter;
        }

        String filter() {
            return filter;
        }
    }

    /** Files that hold moving pictures without sound. */
    public enum Format implements Word {
        GIF, WEBP;

        @Override
        public String title() {
            return this == GIF ? "GIF" : "WebP";
        }
    }

    public GifForm() {
        this(new Rate(15, 1), 0, 256, Palette.CLIP, Dither.SIERRA, Format.GIF, 80);
    }
}
