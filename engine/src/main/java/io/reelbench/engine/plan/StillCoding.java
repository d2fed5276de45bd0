package io.reelbench.engine.plan;

import io.reelbench.engine.media.Known;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How pictures become picture files: what must be done to a frame for its format, and the encoder. */
final class StillCoding {

    private final StillForm form;
    private final StillForm.Format format;
    private final Track.Video here;
    private final Draft draft;

    /** @param here the picture as it is behind all filters */
    StillCoding(StillForm form, Media source, Track.Video here, Capabilities can, Draft draft) {
        this.form = form;
        this.format = form.format() == StillForm.Format.SAME ? own(source) : form.format();
        this.here = here;
        this.draft = draft;
        if (!can.canEncode(format.encoder())) {
            draft.problem("format", Code.NOT_AVAILABLE, PlanWords.NO_ENCODER, format.word());
        }
    }

    StillForm.Format format() {
        return format;
    }

    String extension() {
        return format.word();
    }

    private static StillForm.Format own(Media media) {
        return switch (media.video().map(Track::codec).orElse("")) {
            case "png", "apng", "gif" -> StillForm.Format.PNG;
            case "webp" -> StillForm.Format.WEBP;
            case "tiff" -> StillForm.Format.TIFF;
            case "bmp" -> StillForm.Format.BMP;
            case "av1" -> StillForm.Format.AVIF;
            default -> StillForm.Format.JPG;
        };
    }

    /** ffmpeg's name of the codec that a file of this format holds. */
    String codec() {
        return switch (format) {
            case JPG -> "mjpeg";
            case WEBP -> "webp";
            case AVIF -> "av1";
            default -> format.word();
        };
    }

    /** The size of the file's picture: AV1 in 4:2:0 wants even sides. */
    Size size() {
        Size size = here.upright();
        return format == StillForm.Format.AVIF
                ? new Size(Math.max(2, size.width() / 2 * 2), Math.max(2, size.height() / 2 * 2))
                : size;
    }

    /** What a frame goes through on its way to the encoder. */
    List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        if (!here.hasSquarePixels()) {
            Size size = here.upright();
            filters.add(Filter.sized("scale=%d:%d:flags=lanczos,setsar=1".formatted(size.width(), size.height()), size));
        }
        if (here.pixels().alpha() && !format.hasAlpha()) {
            draft.note(PlanWords.BOX_FLAT, form.background());
            filters.add(Filter.of(
                    "format=rgba,split[over][under];[under]drawbox=c=%s:t=fill:replace=1[under];[under][over]overlay=format=rgb"
                            .formatted(form.background().ffmpeg())));
        }
        if (format == StillForm.Format.JPG) {
            // JPEG has no tags for them: full range and BT.601, else viewers show washed out or shifted colours
            filters.add(Filter.of("scale=out_range=full:out_color_matrix=bt601,format=yuvj444p|yuvj422p|yuvj420p"));
        } else if (format == StillForm.Format.AVIF) {
            filters.add(Filter.of(
                    "crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0,format=" + (here.pixels().bits() > 8 ? "yuv420p10le" : "yuv420p")));
        } else if (format == StillForm.Format.WEBP) {
            filters.add(Filter.of(here.pixels().alpha() || isLossless()
                    ? "format=bgra"
                    : "scale=out_range=limited:out_color_matrix=bt601,format=yuv420p"));
        } else if (format == StillForm.Format.PNG || format == StillForm.Format.TIFF || format == StillForm.Format.BMP) {
            filters.add(Filter.of("format=" + rgb()));
        }
        return filters;
    }

    private String rgb() {
        boolean deep = here.pixels().bits() > 8 && format != StillForm.Format.BMP;
        if (format == StillForm.Format.BMP) {
            return "bgr24";
        }
        return here.pixels().alpha() ? deep ? "rgba64be|rgba64le" : "rgba" : deep ? "rgb48be|rgb48le" : "rgb24";
    }

    private boolean isLossless() {
        return form.level().filter(l -> l instanceof StillForm.Exact).isPresent();
    }

    /** The encoder and its options. */
    List<String> arguments() {
        double quality = form.level().isPresent() && form.level().get() instanceof StillForm.Lossy(double asked)
                ? asked
                : 95;
        return switch (format) {
            case JPG ->
                List.of("-c:v", "mjpeg", "-q:v", Long.toString(Math.round(2 + (100 - quality) * 29 / 99)), "-huffman", "optimal");
            // the default encoder for .webp writes animations
            case WEBP -> isLossless()
                    ? List.of("-c:v", "libwebp", "-lossless", "1")
                    : List.of("-c:v", "libwebp", "-quality", Encoders.decimal(quality));
            case AVIF -> isLossless()
                    ? List.of("-c:v", "libaom-av1", "-still-picture", "1", "-crf", "0", "-b:v", "0")
                    : List.of("-c:v", "libsvtav1", "-preset", "6", "-crf", Long.toString(Math.round((100 - quality) * 0.63)),
                            "-svtav1-params", "avif=1");
            default -> List.of("-c:v", format.encoder());
        };
    }

    /** The muxer that writes one picture. */
    List<String> muxer() {
        return format == StillForm.Format.AVIF ? List.of("-f", "avif") : List.of("-update", "1", "-f", "image2");
    }

    /** What is lost of what the source carries beside its picture; found by trying each pair with ffmpeg 8.1. */
    void tellWhatIsLost(Media source) {
        Set<Known.Attached> attached = source.known().attached().orElse(Set.of());
        String codec = source.video().map(Track::codec).orElse("");
        boolean plain = List.of("mjpeg", "png", "webp").contains(codec);
        boolean profile = (plain || codec.equals("tiff")) && (format == StillForm.Format.JPG || format == StillForm.Format.PNG);
        if (attached.contains(Known.Attached.PROFILE) && !profile) {
            draft.note(PlanWords.PROFILE_LOST, format.title());
        }
        if (attached.contains(Known.Attached.CAMERA) && !(plain && format == StillForm.Format.PNG)) {
            draft.note(PlanWords.CAMERA_LOST, format.title());
        }
    }
}
