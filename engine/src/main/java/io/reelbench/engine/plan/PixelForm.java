package io.reelbench.engine.plan;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.VideoCoding.Alpha;
import io.reelbench.engine.plan.VideoCoding.BitDepth;
import io.reelbench.engine.plan.VideoCoding.ChromaChoice;
import io.reelbench.engine.plan.VideoCoding.Profile;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pixel format that an encoder is given.
 *
 * @param name    ffmpeg's name
 * @param chroma  400, 420, 422 or 444
 * @param filters what makes the picture fit it (laying transparency on black)
 */
record PixelForm(String name, int chroma, List<Filter> filters) {

    /** Transparent pixels shall become black, not whatever colour lies behind them. */
    private static final Filter ON_BLACK = Filter.of("format=rgba,premultiply=inplace=1");

    static String prores(VideoCoding wish, Track.Video track) {
        boolean alpha = track.pixels().alpha() && wish.alpha() == Alpha.KEEP;
        String word = wish.profile() == Profile.AUTO
                ? alpha || wish.chroma() == ChromaChoice.C444 ? "4444" : "hq"
                : wish.profile().word();
        return word;
    }

    static String dnxhr(VideoCoding wish, Track.Video track) {
        boolean deep = wish.bitDepth() == BitDepth.AUTO ? track.pixels().bits() >= 10 : wish.bitDepth().bits() >= 10;
        return wish.profile() == Profile.AUTO
                ? wish.chroma() == ChromaChoice.C444 ? "444" : deep ? "hqx" : "hq"
                : wish.profile().word();
    }

    /** Chooses one from the wish, the source and what the encoder takes. */
    record Chooser(VideoCoding wish, VideoCodec codec, String encoder, Track.Video track, Goal goal, Capabilities can,
            Draft draft) {

        private List<String> taken() {
            return can.encoders().get(encoder).pixelFormats();
        }

        Optional<PixelForm> choose() {
            if (wish.pixelFormat().isPresent()) {
                return named(wish.pixelFormat().get());
            }
            Track.PixelFormat source = track.pixels();
            boolean keepsAlpha = source.alpha() && wish.alpha() == Alpha.KEEP && holdsAlpha();
            boolean lossless = goal instanceof Goal.Lossless || codec == VideoCodec.FFV1;
            int chroma = wish.chroma() != ChromaChoice.AUTO ? wish.chroma().number() : usualChroma(source, lossless);
            int bits = wish.bitDepth() != BitDepth.AUTO ? wish.bitDepth().bits() : usualBits(source, lossless);
            if (lossless && wish.chroma() == ChromaChoice.AUTO && source.rgb()) {
                return rgb(source, keepsAlpha).or(() -> search(444, bits, keepsAlpha));
            }
            return search(chroma, bits, keepsAlpha).map(form -> told(form, source, keepsAlpha));
        }

        private PixelForm told(PixelForm form, Track.PixelFormat source, boolean keepsAlpha) {
            if (track.hdr().kind() != Track.Hdr.Kind.SDR && !form.name.contains("10") && !form.name.contains("12")) {
                draft.note(PlanWords.HDR_KEPT_8);
            }
            if (source.alpha() && !keepsAlpha) {
                draft.note(PlanWords.ALPHA_LOST, codec.title());
                return new PixelForm(form.name, form.chroma, List.of(ON_BLACK));
            }
            return form;
        }

        private Optional<PixelForm> named(String name) {
            if (taken().contains(name)) {
                int chroma = name.contains("420") || name.equals("nv12") || name.startsWith("p010")
                        ? 420
                        : name.contains("422") ? 422 : 444;
                return Optional.of(new PixelForm(name, chroma, List.of()));
            }
            draft.problem("pixel-format", Code.NOT_AVAILABLE,
                    PlanWords.NO_FORMAT.with(encoder, name, String.join(", ", taken())),
                    List.of(Mending.without("pixel-format")));
            return Optional.empty();
        }

        private boolean holdsAlpha() {
            return codec == VideoCodec.VP9 || codec == VideoCodec.FFV1
                    || codec == VideoCodec.PRORES && prores(wish, track).startsWith("4444");
        }

        private int usualChroma(Track.PixelFormat source, boolean lossless) {
            return switch (codec) {
                case PRORES -> prores(wish, track).startsWith("4444") ? 444 : 422;
                case DNXHR -> dnxhr(wish, track).equals("444") ? 444 : 422;
                case MPEG2 -> 420;
                default -> lossless && source.chroma() > 0 ? source.chroma() : 420;
            };
        }

        private int usualBits(Track.PixelFormat source, boolean lossless) {
            return switch (codec) {
                case H264, VP9, MPEG2, MJPEG -> lossless && codec == VideoCodec.H264 ? Math.max(8, source.bits()) : 8;
                case PRORES -> 10;
                case DNXHR -> dnxhr(wish, track).equals("hqx") ? 10 : 8;
                default -> source.bits() > 8 ? source.bits() : 8;
            };
        }

        private Optional<PixelForm> rgb(Track.PixelFormat source, boolean alpha) {
            List<String> names = source.bits() > 8
                    ? List.of("gbrp10le", "gbrp12le")
                    : alpha ? List.of("gbrap", "bgra", "rgba") : List.of("gbrp", "rgb24", "bgr0");
            return names.stream().filter(taken()::contains).findFirst().map(name -> new PixelForm(name, 444, List.of()));
        }

        /** The nearest format that the encoder takes: first fewer bits, then more, then other chroma. An explicit wish must be met exactly. */
        private Optional<PixelForm> search(int chroma, int bits, boolean alpha) {
            for (int depth : depths(bits)) {
                for (String name : names(chroma, depth, alpha)) {
                    if (taken().contains(name)) {
                        return accepted(new PixelForm(name, chroma, List.of()), bits, depth);
                    }
                }
            }
            if (wish.chroma() == ChromaChoice.AUTO && chroma != 420 && chroma != 422) {
                return search(422, bits, alpha);
            } else if (wish.chroma() == ChromaChoice.AUTO && chroma == 422) {
                return search(420, bits, alpha);
            } else if (alpha) {
                return search(chroma, bits, false);
            }
            draft.problem("chroma", Code.NOT_AVAILABLE,
                    PlanWords.NO_FORMAT.with(encoder, bits + " bit " + chroma, String.join(", ", taken())),
                    List.of(Mending.without("chroma")));
            return Optional.empty();
        }

        private Optional<PixelForm> accepted(PixelForm form, int wanted, int depth) {
            if (depth != wanted && wish.bitDepth() != BitDepth.AUTO) {
                draft.problem("bit-depth", Code.NOT_AVAILABLE,
                        PlanWords.NO_FORMAT.with(encoder, wanted + " bit", String.join(", ", taken())),
                        List.of(Mending.without("bit-depth")));
                return Optional.empty();
            } else if (depth < wanted) {
                draft.note(PlanWords.DEPTH_LOST, wanted, depth, encoder);
            }
            return Optional.of(form);
        }

        private static List<Integer> depths(int bits) {
            return bits > 10 ? List.of(bits, 12, 10, 8) : bits > 8 ? List.of(bits, 10, 8) : List.of(8, 10);
        }

        private List<String> names(int chroma, int bits, boolean alpha) {
            String suffix = bits == 8 ? "" : bits + "le";
            List<String> names = new ArrayList<>();
            if (chroma == 400) {
                names.add(bits == 8 ? "gray" : "gray" + suffix);
                names.add("yuv420p" + suffix);
            } else if (alpha) {
                names.add("yuva" + chroma + "p" + suffix);
            } else if (codec == VideoCodec.MJPEG) {
                // Motion JPEG is full range; its old format names say so
                names.addAll(List.of("yuvj" + chroma + "p", "yuv" + chroma + "p"));
            } else {
                names.add("yuv" + chroma + "p" + suffix);
            }
            if (chroma == 420 && !alpha) {
                names.add(bits == 8 ? "nv12" : "p010le");
            }
            return names;
        }
    }
}
