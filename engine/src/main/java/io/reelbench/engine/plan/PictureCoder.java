package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.VideoCoding.Profile;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds the arguments of one picture encoder: which one, how good, how fast, in which form. */
final class PictureCoder {

    /** The name under which a target size fills in its bit rate, and a target score its crf. */
    static final String BITRATE = "video-bitrate";
    static final String CRF = "crf";

    /** Clips of variable rate below this are recordings of a screen, not films. */
    private static final Rate SLOW = new Rate(15, 1);

    private final Edit edit;
    private final Container container;
    private final VideoCodec codec;
    private final Track.Video source;
    private final Track.Video track;
    private final Capabilities can;
    private final Draft draft;
    private final VideoCoding wish;
    private final RateControl rate;
    private final Goal goal;

    /**
     * @param source the clip's track
     * @param track  the same as it is behind all filters
     */
    PictureCoder(Edit edit, Container container, VideoCodec codec, Sink.FileSink sink, Track.Video source, Track.Video track,
            Capabilities can, Draft draft) {
        this.edit = edit;
        this.container = container;
        this.codec = codec;
        this.source = source;
        this.track = track;
        this.can = can;
        this.draft = draft;
        this.wish = sink.video();
        this.rate = sink.rate();
        this.goal = rate.goal().orElse(RateControl.USUAL);
    }

    /** Empty when something stands in the way; the draft says what. */
    Optional<PictureOut.Encode> encode() {
        Optional<String> chosen = encoder();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        String encoder = chosen.get();
        Optional<PixelForm> form = new PixelForm.Chooser(wish, codec, encoder, track, goal, can, draft).choose();
        if (form.isEmpty()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>(List.of("-c:v", encoder));
        arguments.addAll(Encoders.speed(encoder, wish.preset()));
        arguments.addAll(new RateArguments(codec, encoder, rate, goal, draft).arguments());
        arguments.addAll(List.of("-pix_fmt", form.get().name()));
        arguments.addAll(profile(encoder));
        arguments.addAll(tune(encoder));
        arguments.addAll(keyframes());
        arguments.addAll(timing());
        arguments.addAll(interlaced());
        arguments.addAll(tag());
        if (encoder.equals("libx265")) {
            arguments.addAll(List.of("-x265-params", x265()));
        }
        List<Filter> filters = new ArrayList<>(form.get().filters());
        Size size = even(encoder, form.get(), filters);
        Size least = least(encoder);
        if (size.width() < least.width() || size.height() < least.height()) {
            draft.problem("video-codec", Code.NOT_AVAILABLE, PlanWords.TOO_NARROW, codec.title(), least, size);
            return Optional.empty();
        }
        return Optional
                .of(new PictureOut.Encode(encoder, List.copyOf(arguments), List.copyOf(filters), size, twoPasses(encoder)));
    }

    /** The smallest picture that an encoder takes; measured. */
    private static Size least(String encoder) {
        return switch (encoder) {
            case "dnxhd" -> new Size(256, 120);
            case "libx265" -> new Size(16, 16);
            default -> new Size(2, 2);
        };
    }

    private Optional<String> encoder() {
        String software = goal instanceof Goal.Lossless && codec == VideoCodec.AV1 ? "libaom-av1" : Encoders.software(codec);
        if (wish.encoder().isNamed()) {
            return named(wish.encoder().name());
        }
        if (wish.encoder().wantsHardware()) {
            Optional<String> hardware = Encoders.hardware(codec, can);
            if (hardware.isPresent()) {
                return hardware;
            }
            draft.note(PlanWords.NO_HARDWARE, codec.title());
        }
        if (!can.canEncode(software)) {
            draft.problem("video-codec", Code.NOT_AVAILABLE, PlanWords.NO_ENCODER, codec.title());
            return Optional.empty();
        }
        return Optional.of(software);
    }

    private Optional<String> named(String name) {
        if (can.unfit().containsKey(name)) {
            draft.problem("encoder", Code.NOT_AVAILABLE, PlanWords.UNFIT_ENCODER.with(name, can.unfit().get(name)),
                    List.of(Mending.use("encoder", "auto")));
            return Optional.empty();
        } else if (!can.canEncode(name)) {
            draft.problem("encoder", Code.NOT_AVAILABLE, PlanWords.NO_NAMED_ENCODER.with(name),
                    List.of(Mending.use("encoder", "auto")));
            return Optional.empty();
        } else if (!Encoders.writes(name, codec)) {
            draft.problem("encoder", Code.NOT_AVAILABLE, PlanWords.WRONG_ENCODER.with(name, codec.title()),
                    List.of(Mending.use("encoder", "auto")));
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private boolean twoPasses(String encoder) {
        boolean bits = goal instanceof Goal.Average || goal instanceof Goal.Under;
        boolean able = List.of("libx264", "libx265", "libvpx-vp9", "libaom-av1", "mpeg2video").contains(encoder);
        return bits && able && rate.twoPass() != RateControl.TwoPass.NO;
    }

    private List<String> profile(String encoder) {
        Profile profile = wish.profile();
        String word = profile.word();
        List<Profile> known = switch (codec) {
            case H264 -> List.of(Profile.AUTO, Profile.BASELINE, Profile.MAIN, Profile.HIGH);
            case PRORES ->
                List.of(Profile.AUTO, Profile.PROXY, Profile.LT, Profile.STANDARD, Profile.HQ, Profile.P4444, Profile.P4444XQ);
            case DNXHR -> List.of(Profile.AUTO, Profile.LB, Profile.SQ, Profile.HQ, Profile.HQX, Profile.P444);
            default -> List.of(Profile.AUTO);
        };
        if (!known.contains(profile)) {
            draft.problem("profile", Code.NOT_AVAILABLE, PlanWords.NO_PROFILE.with(codec.title(), word),
                    List.of(Mending.without("profile")));
            return List.of();
        }
        return switch (codec) {
            case PRORES -> List.of("-profile:v", PixelForm.prores(wish, track), "-vendor", "apl0");
            case DNXHR -> List.of("-profile:v", "dnxhr_" + PixelForm.dnxhr(wish, track));
            case H264 -> profile == Profile.AUTO ? List.of() : List.of("-profile:v", word);
            default -> List.of();
        };
    }

    private List<String> tune(String encoder) {
        VideoCoding.Tune tune = wish.tune();
        String word = tune == VideoCoding.Tune.SCREEN ? "animation" : tune.name().toLowerCase(Locale.ROOT);
        List<String> known = switch (encoder) {
            case "libx264" -> List.of("film", "animation", "grain", "fastdecode", "zerolatency");
            case "libx265" -> List.of("animation", "grain", "fastdecode", "zerolatency");
            default -> List.of();
        };
        if (tune == VideoCoding.Tune.NONE || encoder.equals("libvpx-vp9") && tune == VideoCoding.Tune.SCREEN) {
            return tune == VideoCoding.Tune.NONE ? List.of() : List.of("-tune-content", "screen");
        } else if (known.contains(word)) {
            return List.of("-tune", word);
        }
        draft.note(PlanWords.TUNE_IGNORED, encoder, tune.name().toLowerCase(Locale.ROOT));
        return List.of();
    }

    private List<String> keyframes() {
        if (wish.keyframeInterval().isEmpty()) {
            return codec == VideoCodec.FFV1 ? List.of("-g", "1") : List.of();
        }
        try {
            long us = wish.keyframeInterval().get().on(edit.clock()).orElse(0);
            long frames = track.rate().map(r -> Math.max(1, r.nearestFrame(us))).orElse(1L);
            return List.of("-g", Long.toString(frames), "-keyint_min",
                    Long.toString(Math.max(1, Math.min(frames, frames / 2 + 1))));
        } catch (BadValue wrong) {
            draft.problems.add(wrong.of("keyframe-interval"));
            return List.of();
        }
    }

    /** Frames of a constant rate land on an exact grid; those of a variable one keep their own times (else mp4 evens them out). */
    private List<String> timing() {
        Optional<Rate> constant = track.variable() ? Optional.empty() : track.rate();
        if (constant.isPresent()) {
            return List.of("-fps_mode", "cfr", "-r", constant.get().toString());
        }
        List<String> own = new ArrayList<>(List.of("-fps_mode", "vfr", "-enc_time_base:v", "demux"));
        boolean slow = track.rate().filter(r -> r.compareTo(SLOW) >= 0).isEmpty();
        if (slow && (codec == VideoCodec.H264 || codec == VideoCodec.H265)) {
            // with B-frames the muxer forgets how long the last frame is shown: seconds, in a recording of a still screen
            own.addAll(List.of("-bf", "0"));
        }
        return own;
    }

    private List<String> interlaced() {
        boolean able = codec == VideoCodec.H264 || codec == VideoCodec.MPEG2 || codec == VideoCodec.PRORES;
        // fields are lines: as soon as the height changes there are none any more
        boolean heightKept = track.upright().height() == source.upright().height();
        if (!track.fields().isInterlaced()) {
            return List.of();
        }
        draft.note(PlanWords.INTERLACED);
        return able && heightKept
                ? List.of("-flags:v", "+ildct+ilme", "-field_order", track.fields() == Track.Fields.TOP_FIRST ? "tt" : "bb")
                : List.of();
    }

    /** Apple's players open HEVC only under this tag. */
    private List<String> tag() {
        return codec == VideoCodec.H265 && container.isMp4Family() ? List.of("-tag:v", "hvc1") : List.of();
    }

    private String x265() {
        List<String> parameters = new ArrayList<>(List.of("log-level=error"));
        if (goal instanceof Goal.Lossless) {
            parameters.add("lossless=1");
        }
        return String.join(":", parameters);
    }

    /** Codecs with halved colour refuse an odd side: one row or column is cut, and told. */
    private Size even(String encoder, PixelForm form, List<Filter> filters) {
        Size size = track.upright();
        boolean square = track.hasSquarePixels();
        Size coded = track.rotation() % 180 == 0 ? track.coded() : track.coded().turned();
        boolean halvesWidth = form.chroma() == 420 || form.chroma() == 422;
        boolean halvesHeight = form.chroma() == 420;
        boolean free = encoder.equals("libvpx-vp9") || encoder.equals("mjpeg") || encoder.equals("ffv1")
                || encoder.equals("prores_ks");
        Size even = free
                ? coded
                : new Size(halvesWidth ? coded.width() / 2 * 2 : coded.width(),
                        halvesHeight ? coded.height() / 2 * 2 : coded.height());
        if (even.equals(coded) || even.width() == 0 || even.height() == 0) {
            return size;
        }
        filters.addFirst(Filter.sized("crop=%d:%d:0:0".formatted(even.width(), even.height()), even));
        draft.note(PlanWords.EVEN_SIZE, even, codec.title());
        return square
                ? even
                : new Size(size.width() * even.width() / coded.width(), size.height() * even.height() / coded.height());
    }

    /** The arguments that one of two passes adds. The log lies in the scratch folder, which is the run's working directory. */
    static List<String> pass(String encoder, int number, List<String> arguments) {
        if (!encoder.equals("libx265")) {
            List<String> all = new ArrayList<>(arguments);
            all.addAll(List.of("-pass", Integer.toString(number), "-passlogfile", "pass"));
            return all;
        }
        List<String> all = new ArrayList<>(arguments);
        int at = all.indexOf("-x265-params") + 1;
        all.set(at, all.get(at) + ":pass=" + number + ":stats=x265.log");
        return all;
    }

    static Problem noLength(String file) {
        return new Problem("target-size", Code.NEEDS_OTHER, PlanWords.NO_LENGTH.with(file))
                .mendedBy(Mending.without("target-size"));
    }
}
