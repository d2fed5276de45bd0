package io.reelbench.engine.plan;

import io.reelbench.engine.media.Length;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;
import java.util.Optional;

/** With which codec and encoder, and in which form, the picture is written. */
public record VideoCoding(
        @Ask(value = "Picture codec", help = "Automatic copies the picture if nothing changes it, else takes the container's own codec.") VideoCodec videoCodec,
        @Ask(value = "Encoder", help = "Software gives the best picture per bit; hardware is quicker. An encoder's own name is also taken.", advanced = true) EncoderChoice encoder,
        @Ask(value = "Speed", help = "Slower makes the file smaller at the same quality.") Preset preset,
        @Ask(value = "Tune", help = "What kind of picture the encoder should favour.", advanced = true) Tune tune,
        @Ask(value = "Profile", help = "H.264: baseline, main, high. ProRes: proxy to 4444xq. DNxHR: lb to 444.", advanced = true) Profile profile,
        @Ask(value = "Bit depth", help = "Bits of a sample; automatic keeps the source's where players can show it.", unit = "bit", advanced = true) BitDepth bitDepth,
        @Ask(value = "Chroma", help = "How finely colour is sampled.", advanced = true) ChromaChoice chroma,
        @Ask(value = "Transparency", help = "Keep the alpha channel where the codec can, or drop it.", advanced = true) Alpha alpha,
        @Ask(value = "Pixel format", help = "ffmpeg's own name, instead of bit depth, chroma and transparency.", advanced = true) Optional<String> pixelFormat,
        @Ask(value = "Keyframe interval", help = "At most so long between keyframes; 1f makes every frame a keyframe.", unit = "s", max = 60, from = 0.5, to = 10, advanced = true) Optional<Length> keyframeInterval) {

    /** x264's ladder of speeds; other encoders have their nearest. */
    public enum Preset {
        ULTRAFAST, SUPERFAST, VERYFAST, FASTER, FAST, MEDIUM, SLOW, SLOWER, VERYSLOW
    }

    public enum Tune {
        NONE, FILM, ANIMATION, GRAIN, SCREEN, FASTDECODE, ZEROLATENCY
    }

    /** Profiles of H.264, ProRes and DNxHR. */
    public enum Profile implements Word {
        AUTO, BASELINE, MAIN, HIGH, PROXY, LT, STANDARD, HQ, P4444, P4444XQ, LB, SQ, HQX, P444;

        @Override
        public String word() {
            return (name().matches("P\\d.*") ? name().substring(1) : name()).toLowerCase(java.util.Locale.ROOT);
        }
    }

    public enum BitDepth implements Word {
        AUTO(0), B8(8), B10(10), B12(12);

        private final int bits;

        BitDepth(int bits) {
            this.bits = bits;
        }

        /** 0 for automatic. */
        public int bits() {
            return bits;
        }

        @Override
        public String word() {
            return bits == 0 ? "auto" : Integer.toString(bits);
        }
    }

    /** Named after the sampling of luma and chroma. */
    public enum ChromaChoice implements Word {
        AUTO(0), C420(420), C422(422), C444(444);

        private final int number;

        ChromaChoice(int number) {
            this.number = number;
        }

        /** 420, 422, 444, or 0 for automatic. */
        public int number() {
            return number;
        }

        @Override
        public String word() {
            return number == 0 ? "auto" : Integer.toString(number);
        }
    }

    public enum Alpha {
        KEEP, DROP
    }

    public VideoCoding() {
        this(VideoCodec.AUTO, EncoderChoice.AUTO, Preset.MEDIUM, Tune.NONE, Profile.AUTO, BitDepth.AUTO, ChromaChoice.AUTO,
                Alpha.KEEP, Optional.empty(), Optional.empty());
    }

    public VideoCoding with(VideoCodec codec) {
        return new VideoCoding(codec, encoder, preset, tune, profile, bitDepth, chroma, alpha, pixelFormat, keyframeInterval);
    }

    public VideoCoding with(Profile other) {
        return new VideoCoding(videoCodec, encoder, preset, tune, other, bitDepth, chroma, alpha, pixelFormat, keyframeInterval);
    }

    public VideoCoding with(BitDepth depth, ChromaChoice sampling) {
        return new VideoCoding(videoCodec, encoder, preset, tune, profile, depth, sampling, alpha, pixelFormat, keyframeInterval);
    }

    /** With a keyframe that often. */
    public VideoCoding with(Length interval) {
        return new VideoCoding(videoCodec, encoder, preset, tune, profile, bitDepth, chroma, alpha, pixelFormat,
                Optional.of(interval));
    }

    /** Whether anything but the codec asks for an encode of its own. */
    boolean asksForEncode() {
        return !with(VideoCodec.AUTO).equals(new VideoCoding());
    }
}
