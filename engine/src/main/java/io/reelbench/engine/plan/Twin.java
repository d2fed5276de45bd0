package io.reelbench.engine.plan;

import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Encodes frames so that they can stand beside those of a stream that is copied: same codec, profile, form and order of frames. */
final class Twin {

    private final Track.Video rules;
    private final Capabilities can;

    /** @param rules the stream that is copied */
    Twin(Track.Video rules, Capabilities can) {
        this.rules = rules;
        this.can = can;
    }

    /** The encoder and its options; empty when no encoder here makes such a stream. */
    Optional<List<String>> arguments() {
        List<String> own = switch (rules.codec()) {
            case "h264" -> h264();
            case "hevc" -> hevc();
            case "vp9" -> List.of("libvpx-vp9", "-crf", "20", "-b:v", "0", "-row-mt", "1", "-cpu-used", "3");
            case "av1" -> List.of("libsvtav1", "-crf", "20", "-preset", "7");
            default -> List.of();
        };
        if (own.isEmpty() || !can.canEncode(own.getFirst())
                || !can.encoders().get(own.getFirst()).pixelFormats().contains(rules.pixels().name())) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(List.of("-c:v"));
        all.addAll(own);
        all.addAll(List.of("-pix_fmt", rules.pixels().name()));
        return Optional.of(List.copyOf(all));
    }

    private List<String> h264() {
        Optional<String> profile = switch (rules.facts().profile().orElse("")) {
            case "Constrained Baseline", "Baseline" -> Optional.of("baseline");
            case "Main" -> Optional.of("main");
            case "High" -> Optional.of("high");
            case "High 10" -> Optional.of("high10");
            case "High 4:2:2" -> Optional.of("high422");
            default -> Optional.empty();
        };
        if (profile.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(List.of("libx264", "-preset", "medium", "-crf", "16", "-profile:v", profile.get()));
        all.addAll(switch (rules.reorder()) {
            case 0 -> List.of("-bf", "0");
            case 1 -> List.of("-bf", "2", "-x264-params", "b-pyramid=none:sps-id=1");
            default -> List.of("-bf", "3", "-x264-params", "b-pyramid=normal:sps-id=1");
        });
        return all;
    }

    private List<String> hevc() {
        if (!List.of("Main", "Main 10").contains(rules.facts().profile().orElse(""))) {
            return List.of();
        }
        String order = switch (rules.reorder()) {
            case 0 -> "bframes=0";
            case 1 -> "bframes=2:b-pyramid=0";
            default -> "bframes=3:b-pyramid=1";
        };
        return List.of("libx265", "-preset", "medium", "-crf", "18", "-x265-params",
                "log-level=error:open-gop=0:repeat-headers=1:" + order);
    }
}
