package io.reelbench.engine.plan;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.SoundCoding.SampleDepth;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds the arguments of one sound encoder. */
record SoundCoder(SoundCoding wish, AudioCodec codec, Container container, Heard heard, Capabilities can, Draft draft) {

    Optional<SoundOut> encode() {
        String encoder = encoder();
        if (!can.canEncode(encoder)) {
            draft.problem("audio-codec", Code.NOT_AVAILABLE, PlanWords.NO_ENCODER, codec.title());
            return Optional.empty();
        }
        List<Filter> filters = new ArrayList<>();
        int channels = channels(filters);
        int rate = sampleRate(encoder);
        List<String> arguments = new ArrayList<>(List.of("-c:a:#", encoder));
        if (rate != track().sampleRate()) {
            arguments.addAll(List.of("-ar:a:#", Integer.toString(rate)));
        }
        long bits = strength(arguments, channels, rate);
        if (codec == AudioCodec.FLAC || codec == AudioCodec.ALAC) {
            arguments.addAll(depth());
        }
        String name = codec == AudioCodec.PCM ? encoder : codec.ffmpeg();
        return Optional.of(new SoundOut(heard, false, List.copyOf(arguments), List.copyOf(filters), name, bits));
    }

    private Track.Audio track() {
        return heard.here();
    }

    private String encoder() {
        return switch (codec) {
            case OPUS -> "libopus";
            case MP3 -> "libmp3lame";
            case VORBIS -> "libvorbis";
            case PCM -> pcm();
            default -> codec.ffmpeg();
        };
    }

    private String pcm() {
        return switch (wish.audioBitDepth()) {
            case AUTO -> track().floating() && !lossy()
                    ? "pcm_f32le"
                    : track().bits() > 24 ? "pcm_s32le" : track().bits() > 16 ? "pcm_s24le" : "pcm_s16le";
            case B16 -> "pcm_s16le";
            case B24 -> "pcm_s24le";
            case B32 -> "pcm_s32le";
            case F32 -> "pcm_f32le";
        };
    }

    /** Lossy codecs decode to floating point, but hold no more than 16 bits need. */
    private boolean lossy() {
        return track().bits() == 0;
    }

    private List<String> depth() {
        boolean deep = wish.audioBitDepth() == SampleDepth.AUTO ? track().bits() > 16 : wish.audioBitDepth() != SampleDepth.B16;
        String planar = codec == AudioCodec.ALAC ? "p" : "";
        return deep
                ? List.of("-sample_fmt:a:#", "s32" + planar, "-bits_per_raw_sample:a:#", "24")
                : List.of("-sample_fmt:a:#", "s16" + planar);
    }

    /** How many channels come out; more than the codec holds are mixed down to stereo. */
    private int channels(List<Filter> filters) {
        int asked = wish.audioChannels().count();
        int most = switch (codec) {
            case MP3 -> 2;
            case AC3, EAC3 -> 6;
            default -> 8;
        };
        if (asked > most) {
            draft.problem("audio-channels", Code.CODEC_CONTAINER, PlanWords.CHANNELS_ILLEGAL.with(codec.title(), most),
                    List.of(Mending.use("audio-channels", most < 6 ? "stereo" : "5.1")));
            return most;
        }
        int out = asked > 0 ? asked : track().channels() > most ? 2 : track().channels();
        if (asked == 0 && out != track().channels()) {
            draft.note(PlanWords.DOWNMIXED, track().channels(), out, codec.title());
        }
        if (out != track().channels()) {
            Remix.to(layout(out), out, Remix.Down.STANDARD, track()).ifPresent(filters::add);
        } else if (out > 2 && codec != AudioCodec.PCM) {
            filters.add(Filter.of("aformat=channel_layouts=" + layout(out)));
        }
        return out;
    }

    /** The layouts that the encoders share; 5.1(side) and its kin become these without a sample changing. */
    private static String layout(int channels) {
        return switch (channels) {
            case 1 -> "mono";
            case 2 -> "stereo";
            case 3 -> "2.1|3.0";
            case 4 -> "4.0|quad";
            case 5 -> "5.0";
            case 6 -> "5.1";
            case 7 -> "6.1";
            default -> "7.1";
        };
    }

    private int sampleRate(String encoder) {
        List<Integer> legal = legalRates(encoder);
        int asked = wish.sampleRate().hertz();
        if (asked > 0 && !legal.isEmpty() && !legal.contains(asked)) {
            String all = legal.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            int near = legal.stream().min(Comparator.comparingInt(r -> Math.abs(r - asked))).orElse(asked);
            draft.problem("sample-rate", Code.OUT_OF_RANGE, PlanWords.RATE_ILLEGAL.with(codec.title(), asked, all),
                    List.of(Mending.use("sample-rate", Integer.toString(near))));
            return asked;
        } else if (asked > 0) {
            return asked;
        }
        int own = track().sampleRate();
        if (legal.isEmpty() || legal.contains(own)) {
            return own;
        }
        int nearest = legal.stream().filter(r -> r > own).min(Comparator.naturalOrder())
                .orElse(legal.stream().max(Comparator.naturalOrder()).orElse(own));
        draft.note(PlanWords.RESAMPLED, own, nearest, codec.title());
        return nearest;
    }

    private List<Integer> legalRates(String encoder) {
        List<Integer> asked = can.encoders().get(encoder).sampleRates();
        return codec == AudioCodec.OPUS && asked.isEmpty() ? List.of(48000, 24000, 16000, 12000, 8000) : asked;
    }

    /** Adds the arguments of the bit rate and says how many bits per second are to be expected. */
    private long strength(List<String> arguments, int channels, int rate) {
        if (codec.isLossless()) {
            wish.strength().ifPresent(_ -> draft.note(PlanWords.RATE_IGNORED, codec.title()));
            return (long) rate * channels * (codec == AudioCodec.PCM ? Math.max(16, track().bits()) : 10);
        }
        if (wish.strength().isPresent() && wish.strength().get() instanceof SoundCoding.AtQuality(double quality)) {
            boolean has = codec == AudioCodec.MP3 || codec == AudioCodec.VORBIS;
            boolean fits = codec == AudioCodec.MP3 ? quality >= 0 && quality <= 9 : quality <= 10;
            if (!has) {
                draft.problem("audio-quality", Code.NOT_AVAILABLE, PlanWords.QUALITY_SOUND.with(codec.title()),
                        List.of(Mending.without("audio-quality")));
            } else if (!fits) {
                draft.problem("audio-quality", Code.OUT_OF_RANGE,
                        PlanWords.CRF_RANGE.with(Encoders.decimal(quality), 9, codec.title()),
                        List.of(Mending.use("audio-quality", "9")));
            }
            arguments.addAll(List.of("-q:a:#", Encoders.decimal(quality)));
            return 190_000;
        }
        long bits = wish.strength().isPresent() && wish.strength().get() instanceof SoundCoding.AtBitrate(var asked)
                ? asked.bitsPerSecond()
                : usual(channels, rate);
        arguments.addAll(List.of("-b:a:#", Long.toString(bits)));
        return bits;
    }

    /** By codec and channels; sound of few samples a second gets fewer bits, since encoders refuse or waste more. */
    private long usual(int channels, int rate) {
        long kilobits = switch (codec) {
            case OPUS -> channels == 1 ? 64 : channels == 2 ? 128 : channels <= 6 ? 320 : 450;
            case AC3, EAC3 -> channels <= 2 ? 192 : 448;
            case MP3 -> channels == 1 ? 96 : 192;
            default -> channels == 1 ? 96 : channels == 2 ? 192 : channels <= 6 ? 448 : 600;
        };
        long most = codec == AudioCodec.AAC
                ? (long) rate * channels * 6 / 1000
                : codec == AudioCodec.MP3 && rate < 32_000 ? 160 / (rate <= 12_000 ? 4 : 1) : kilobits;
        return Math.min(kilobits, most) * 1000;
    }

    /** What a copied track takes, in bits per second: what the file says, else what such sound usually takes. */
    static long bitrate(Track.Audio track) {
        long raw = (long) track.sampleRate() * track.channels() * Math.max(track.bits(), 4);
        return track.facts().bitrate().map(b -> b.bitsPerSecond())
                .orElse(track.codec().startsWith("pcm_") ? raw : 80_000L * Math.max(1, track.channels()));
    }
}
