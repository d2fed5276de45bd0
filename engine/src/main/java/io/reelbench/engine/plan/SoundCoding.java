package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import io.reelbench.engine.schema.Word;
import java.util.Optional;

/** With which codec, and in which form, the sound is written. */
public record SoundCoding(
        @Ask(value = "Sound codec", help = "Automatic copies the sound if nothing changes it, else takes the container's own codec.") AudioCodec audioCodec,
        Optional<Strength> strength,
        @Ask(value = "Sample rate", help = "Samples per second, or source.", unit = "Hz", min = 8000, max = 384_000, from = 8000, to = 192_000, advanced = true) SampleRate sampleRate,
        @Ask(value = "Channels", help = "Source keeps them; MP3 holds at most two.") Channels audioChannels,
        @Ask(value = "Sample depth", help = "Bits of a sample, for PCM, FLAC and Apple Lossless.", unit = "bit", advanced = true) SampleDepth audioBitDepth) {

    /** How many bits the sound gets; exactly one. Without it the codec's usual bit rate for the number of channels. */
    @Called("Sound rate")
    public sealed interface Strength {
    }

    /** An average. */
    @Called("Bit rate")
    public record AtBitrate(
            @Ask(value = "Sound bit rate", help = "Of each sound track; automatic by codec and channels.", unit = "bit/s", min = 1000, max = 1e7, from = 32_000, to = 512_000) Bitrate audioBitrate)
            implements
                Strength {
    }

    /** The codec's own variable rate. */
    @Called("Quality")
    public record AtQuality(
            @Ask(value = "Sound quality", help = "The codec's own variable bit rate: MP3 0 (best) to 9, Vorbis -1 to 10 (best).", min = -1, max = 10, advanced = true) double audioQuality)
            implements
                Strength {
    }

    /** Layouts that we write. */
    public enum Channels implements Word {
        SOURCE("", 0), MONO("mono", 1, "1"), STEREO("stereo", 2, "2"), C2_1("2.1", 3), C4_0("4.0", 4), C5_1("5.1", 6),
        C7_1("7.1", 8);

        private final String layout;
        private final int count;
        private final java.util.List<String> synonyms;

        Channels(String layout, int count, String... synonyms) {
            this.layout = layout;
            this.count = count;
            this.synonyms = java.util.List.of(synonyms);
        }

        /** ffmpeg's name of the layout; empty for the source's own. */
        public String layout() {
            return layout;
        }

        /** 0 for the source's own. */
        public int count() {
            return count;
        }

        @Override
        public String word() {
            return layout.isEmpty() ? "source" : layout;
        }

        @Override
        public java.util.List<String> synonyms() {
            return synonyms;
        }
    }

    public enum SampleDepth implements Word {
        AUTO("auto"), B16("16"), B24("24"), B32("32"), F32("32f");

        private final String word;

        SampleDepth(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    public SoundCoding() {
        this(AudioCodec.AUTO, Optional.empty(), SampleRate.SOURCE, Channels.SOURCE, SampleDepth.AUTO);
    }

    public SoundCoding with(AudioCodec codec) {
        return new SoundCoding(codec, strength, sampleRate, audioChannels, audioBitDepth);
    }

    public SoundCoding with(SampleDepth depth) {
        return new SoundCoding(audioCodec, strength, sampleRate, audioChannels, depth);
    }

    /** Whether anything but the codec asks for an encode of its own. */
    boolean asksForEncode() {
        return !with(AudioCodec.AUTO).equals(new SoundCoding());
    }
}
