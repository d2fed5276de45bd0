package io.reelbench.engine.plan;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import io.reelbench.engine.schema.Word;
import java.util.List;
import java.util.Optional;

/**
 * A new size for the picture. Non-square pixels become square; width and height are of the upright picture.
 *
 * @param box empty keeps the size
 */
public record Resize(Optional<Box> box,
        @Ask(value = "Fit", help = "How the picture meets a box of another shape: contain, pad with bars, cover and cut, or stretch.") Fit fit,
        @Ask(value = "Enlarge", help = "May make the picture larger than it is; that adds bytes and no detail.") boolean enlarge,
        @Ask(value = "Align", help = "Where the picture sits when padded, and what survives when cut.", advanced = true) Position align,
        @Ask(value = "Bars", help = "Colour of the bars.", advanced = true) Colour padColour,
        @Ask(value = "Divisible by", help = "Sides are rounded to this; video needs even sides, so 2 there and 1 for stills.", unit = "px", min = 1, max = 64, advanced = true) Optional<Integer> divisibleBy,
        @Ask(value = "Method", help = "How pixels are computed; lanczos is sharp.", advanced = true) Scaler scaler) {

    /** How the new size is given. */
    @Called(value = "New size", none = "Keep")
    public sealed interface Box {
    }

    /** By the short side, so that portrait stays portrait. */
    public record Short(
            @Ask(value = "Resolution", help = "The short side of the picture, so that portrait stays portrait.") Resolution resolution)
            implements
                Box {
    }

    /** By one side (the other follows) or both. */
    @Called("Pixels")
    public record Sides(
            @Ask(value = "Width", help = "In pixels or % of the picture's own.", unit = "px", min = 1, max = 16_384, from = 16, to = 3840) Optional<Side> width,
            @Ask(value = "Height", help = "In pixels or % of the picture's own.", unit = "px", min = 1, max = 16_384, from = 16, to = 2160) Optional<Side> height)
            implements
                Box {
    }

    public enum Resolution implements Word {
        P360(360), P480(480), P540(540), P720(720), P1080(1080), P1440(1440), P2160(2160), P4320(4320);

        private final int shortSide;

        Resolution(int shortSide) {
            this.shortSide = shortSide;
        }

        /** In pixels. */
        public int shortSide() {
            return shortSide;
        }

        @Override
        public String word() {
            return shortSide + "p";
        }

        @Override
        public List<String> synonyms() {
            return this == P2160
                    ? List.of("2160", "4k", "uhd")
                    : this == P4320 ? List.of("4320", "8k") : List.of(Integer.toString(shortSide));
        }
    }

    public enum Fit implements Word {
        CONTAIN("fit", "keep"), PAD("letterbox"), COVER("fill", "crop"), STRETCH("force");

        private final List<String> synonyms;

        Fit(String... synonyms) {
            this.synonyms = List.of(synonyms);
        }

        @Override
        public List<String> synonyms() {
            return synonyms;
        }
    }

    public enum Scaler {
        LANCZOS, SPLINE, BICUBIC, AREA, BILINEAR, NEAREST;

        /** ffmpeg's flag. */
        String flag() {
            return this == NEAREST ? "neighbor" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Resize with(Box other) {
        return new Resize(Optional.of(other), fit, enlarge, align, padColour, divisibleBy, scaler);
    }

    public Resize with(Box other, Fit how) {
        return new Resize(Optional.of(other), how, enlarge, align, padColour, divisibleBy, scaler);
    }

    public Resize() {
        this(Optional.empty(), Fit.CONTAIN, false, Position.CENTER, Colour.BLACK, Optional.empty(), Scaler.LANCZOS);
    }
}
