package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Stretch;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Encodes frames so that they can stand beside copied ones in one stream: the same profile, level and form, no later order, and as many
 * references as the source's decoder holds. With fewer, decoders that keep to the header of the first frame swallow frames at the seam.
 */
final class LikeCoder {

    /** Not 4:4:4: ffmpeg's own decoder trips over a change of headers there. */
    private static final Map<String, String> PROFILES = Map.of("Constrained Baseline", "baseline", "Baseline", "baseline", "Main",
            "main", "High", "high", "High 10", "high10", "High 4:2:2", "high422");
    /** How much later than decoded our encoders show a frame at most. */
    static final int MOST_REORDER = 2;
    private static final int MOST_REFERENCES = 16;
    /** Numbers of headers that x264 may be told. */
    private static final int HEADERS = 32;

    private LikeCoder() {}

    /** How much is encoded so. */
    enum Amount {
        /** The frames around a cut: they may cost bits, must not be seen, and somebody waits. Closer than a clip and in half the time. */
        FRAMES("veryfast", "14"),
        /** A whole clip between copied ones. */
        CLIP("medium", "16");

        private final String preset;
        private final String crf;

        Amount(String preset, String crf) {
            this.preset = preset;
            this.crf = crf;
        }
    }

    /** The arguments of the encoder; empty where none of ours writes such a form. */
    static Optional<List<String>> of(Track.Video track, Stretch.Coding coding, Amount amount) {
        Track.PixelFormat pixels = track.pixels();
        boolean writable = !pixels.rgb() && !pixels.alpha() && (pixels.bits() == 8 || pixels.bits() == 10)
                && List.of(420, 422).contains(pixels.chroma());
        if (!writable || coding.level() == 0) {
            return Optional.empty();
        }
        return switch (track.codec()) {
            case "h264" ->
                Optional.ofNullable(PROFILES.get(track.facts().profile().orElse(""))).map(p -> h264(track, coding, amount, p));
            case "hevc" -> Optional.of(hevc(track, coding, amount));
            default -> Optional.empty();
        };
    }

    /** Bits for a pixel of a frame at a cut. */
    static double bits(Track.Video track) {
        return Costs.bits(track.codec().equals("hevc") ? "libx265" : "libx264", Integer.parseInt(Amount.FRAMES.crf));
    }

    private static List<String> h264(Track.Video track, Stretch.Coding coding, Amount amount, String profile) {
        List<String> all = new ArrayList<>(common(track, amount, "libx264"));
        all.addAll(List.of("-profile:v", profile, "-level:v", coding.level() / 10 + "." + coding.level() % 10));
        int references = Math.clamp(coding.references(), 1, MOST_REFERENCES);
        String pyramid = track.reorder() >= 2 ? "normal" : "none";
        all.addAll(List.of("-bf", switch (track.reorder()) {
            case 0 -> "0";
            case 1 -> "2";
            default -> "3";
        }, "-x264-params", "ref=%d:b-pyramid=%s:sps-id=%d".formatted(references, pyramid, (coding.headers() + 1) % HEADERS)));
        all.addAll(List.of("-bsf:v", "dump_extra=freq=keyframe"));
        return List.copyOf(all);
    }

    private static List<String> hevc(Track.Video track, Stretch.Coding coding, Amount amount) {
        List<String> all = new ArrayList<>(common(track, amount, "libx265"));
        String order = switch (track.reorder()) {
            case 0 -> "bframes=0";
            case 1 -> "bframes=2:b-pyramid=0";
            default -> "bframes=3:b-pyramid=1";
        };
        all.addAll(List.of("-x265-params", "log-level=error:open-gop=0:repeat-headers=1:ref=%d:%s"
                .formatted(Math.clamp(coding.references(), 1, MOST_REFERENCES), order), "-bsf:v", "dump_extra=freq=keyframe"));
        return List.copyOf(all);
    }

    private static List<String> common(Track.Video track, Amount amount, String encoder) {
        return List.of("-c:v", encoder, "-preset", amount.preset, "-crf", amount.crf, "-pix_fmt", track.pixels().name());
    }

    /** What makes packets of the source fit beside encoded ones: headers go into the stream. */
    static List<String> packets(Track.Video track, Media media) {
        boolean inStream = Inputs.seeksBlindly(media);
        return switch (track.codec()) {
            case "h264" ->
                inStream ? List.of("dump_extra=freq=keyframe") : List.of("h264_mp4toannexb", "dump_extra=freq=keyframe");
            case "hevc" ->
                inStream ? List.of("dump_extra=freq=keyframe") : List.of("hevc_mp4toannexb", "dump_extra=freq=keyframe");
            default -> List.of();
        };
    }
}
