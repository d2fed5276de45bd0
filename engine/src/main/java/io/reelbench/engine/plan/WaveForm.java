package io.reelbench.engine.plan;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;

/** How a sound is drawn. */
public record WaveForm(
        @Ask(value = "Width", help = "Of the picture; of figures, at most so many.", unit = "px", min = 16, max = 16_384, from = 320, to = 3840) int width,
        @Ask(value = "Height", help = "Of the picture.", unit = "px", min = 16, max = 4096, from = 60, to = 1080) int height,
        @Ask(value = "Colour", help = "Of the sound.") Colour colour,
        @Ask(value = "Background", help = "Behind it; transparent shows what lies below.") Colour background,
        @Ask(value = "Split channels", help = "A lane for each channel.") boolean splitChannels,
        @Ask(value = "Scale", help = "How loudness becomes height; the square root keeps speech visible.", advanced = true) Scale scale,
        @Ask(value = "Format", help = "A picture, or peaks as JSON for players on web pages.") Format format) {

    private static final Colour BLUE = new Colour(0x4FA3FFFF);
    private static final double LOUDEST_STEPS = 60;

    /** How an amplitude becomes a height. */
    public enum Scale {
        LINEAR, LOG, SQRT, CBRT;

        /** From 0 to 1 to 0 to 1. */
        double height(double amplitude) {
            return switch (this) {
                case LINEAR -> amplitude;
                // 60 dB from bottom to top
                case LOG -> amplitude <= 0 ? 0 : Math.max(0, 1 + 20 * Math.log10(amplitude) / LOUDEST_STEPS);
                case SQRT -> Math.sqrt(amplitude);
                case CBRT -> Math.cbrt(amplitude);
            };
        }
    }

    /** What is written. */
    public enum Format implements Word {
        PNG, WEBP, JSON;

        @Override
        public String title() {
            return this == WEBP ? "WebP" : name();
        }
    }

    public WaveForm() {
        this(1920, 240, BLUE, new Colour(0), false, Scale.SQRT, Format.PNG);
    }
}
