package io.reelbench.engine.plan;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import io.reelbench.engine.schema.Word;
import java.util.List;
import java.util.Optional;

/** What kind of picture file is written. */
public record StillForm(@Ask(value = "Format", help = "JPEG is small and opens everywhere; PNG loses nothing.") Format format,
        Optional<Fidelity> level,
        @Ask(value = "Background", help = "What shows through where the picture is transparent and the format cannot be.", advanced = true) Colour background) {

    /** Kinds of picture files. */
    public enum Format implements Word {
        SAME(""), JPG("mjpeg", "jpeg"), PNG("png"), WEBP("libwebp"), AVIF("libsvtav1"), TIFF("tiff", "tif"), BMP("bmp");

        private final String encoder;
        private final List<String> synonyms;

        Format(String encoder, String... synonyms) {
            this.encoder = encoder;
            this.synonyms = List.of(synonyms);
        }

        /** ffmpeg's encoder. */
        public String encoder() {
            return encoder;
        }

        /** Whether it can be transparent. */
        public boolean hasAlpha() {
            return this == PNG || this == WEBP || this == TIFF;
        }

        @Override
        public String title() {
            return this == SAME ? "As source" : this == JPG ? "JPEG" : this == WEBP ? "WebP" : name();
        }

        @Override
        public List<String> synonyms() {
            return synonyms;
        }
    }

    /** How much is lost; exactly one. Without it quality 95. */
    @Called("Aim for")
    public sealed interface Fidelity {
    }

    @Called("Quality")
    public record Lossy(
            @Ask(value = "Picture quality", help = "Of JPEG, WebP and AVIF.", min = 1, max = 100, from = 40, to = 100) double imageQuality)
            implements
                Fidelity {
    }

    public record Exact(@Ask(value = "Lossless", help = "Every pixel is kept (WebP, AVIF).", advanced = true) boolean lossless)
            implements
                Fidelity {
    }

    public StillForm() {
        this(Format.JPG, Optional.empty(), Colour.WHITE);
    }

    public StillForm with(Format other) {
        return new StillForm(other, level, background);
    }
}
