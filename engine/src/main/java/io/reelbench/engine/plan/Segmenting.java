package io.reelbench.engine.plan;

import io.reelbench.engine.media.Time;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The output that writes all pieces of a film in one go: ffmpeg begins another file at the first keyframe at or after each time. Times
 * stand half a frame early, so that rounding in a container cannot move a cut to another frame.
 */
final class Segmenting {

    /** Numbered from 1; files have no other names while they are made. */
    static final String NUMBERED = "%06d.";
    /** What belongs to the muxer of a piece and not to that which makes pieces, by its name there. */
    private static final Map<String, String> OF_THE_PIECE = Map.of("-movflags", "movflags", "-rf64", "rf64", "-id3v2_version",
            "id3v2_version", "-write_tmcd", "write_tmcd");

    private final Edit edit;
    private final FilePlan file;
    private final int product;

    Segmenting(Edit edit, FilePlan file, int product) {
        this.edit = edit;
        this.file = file;
        this.product = product;
    }

    /** @param arguments those of one file */
    Command.Output of(List<String> arguments, List<Long> cuts) {
        List<String> all = new ArrayList<>();
        List<String> inner = new ArrayList<>();
        boolean timecode = edit.first().video().flatMap(v -> v.timecode()).isPresent();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String name = arguments.get(i);
            String option = OF_THE_PIECE.get(name);
            if (option != null) {
                inner.add(option + "=" + arguments.get(i + 1));
            } else if (!List.of("-f", "-map_chapters", "-timecode").contains(name)) {
                all.addAll(List.of(name, arguments.get(i + 1)));
            }
        }
        all.addAll(List.of("-map_chapters", "-1"));
        if (timecode) {
            // each would say the first one's
            all.addAll(List.of("-metadata", "timecode=", "-metadata:s", "timecode="));
            if (file.container.isMp4Family() && !inner.contains("write_tmcd=0")) {
                inner.add("write_tmcd=0");
            }
        }
        String times = times(cuts);
        if (file.encodesPicture()) {
            all.addAll(forced(file.picture.orElseThrow().encode().encoder()));
            if (!cuts.isEmpty()) {
                all.addAll(List.of("-force_key_frames:v:0", times));
            }
        }
        // else all times would be moved on by the delay of the picture, and cuts with them
        all.addAll(List.of("-avoid_negative_ts", "disabled", "-f", "segment", "-segment_times", times, "-segment_time_delta", "0",
                "-reset_timestamps", "1", "-segment_start_number", "1", "-segment_format", file.container.muxer()));
        if (!inner.isEmpty()) {
            all.addAll(List.of("-segment_format_options", String.join(":", inner)));
        }
        return new Command.Output(List.copyOf(all), new Ref.Inside(product, NUMBERED + file.container.extension()));
    }

    /** A forced keyframe must be one that nothing before is needed for. */
    private static List<String> forced(String encoder) {
        return switch (encoder) {
            case "libx264", "libx265", "h264_nvenc", "hevc_nvenc" -> List.of("-forced-idr:v:0", "1");
            // it knows no forced ones
            case "ffv1" -> List.of("-g:v:0", "1");
            default -> List.of();
        };
    }

    /** In milliseconds, so that ten thousand of them are still one argument. */
    private String times(List<Long> cuts) {
        Optional<io.reelbench.engine.media.Track.Video> video = file.picture.map(PictureOut::here);
        long early = Cuts.early(video);
        long zero = edit.paced(new Inputs(edit).zero());
        return cuts.stream().map(us -> BigDecimal.valueOf(Math.max(1, us + zero - early), 6).setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros().toPlainString()).collect(Collectors.joining(","));
    }

    /** By how much the sound of a piece may be cut before its picture, in milliseconds: pictures are written before they are shown. */
    long leadMs() {
        int reorder = file.encodesPicture() ? 2 : file.picture.map(p -> p.track().reorder()).orElse(0);
        long frame = edit.video().flatMap(v -> v.rate()).map(r -> r.frameLength()).orElse(Time.SECOND / 25);
        return (reorder * frame + Time.SECOND / 40) / 1000;
    }
}
