package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Stretch;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Encodes frames so that they can stand beside those of a stream that is copied: same codec, profile, form and order of frames. */
final class Twin {

    private final Media ruler;
    private final Track.Video rules;
    private final Capabilities can;

    /** @param ruler the clip whose picture is copied */
    Twin(Media ruler, Capabilities can) {
        this.ruler = ruler;
        this.rules = ruler.video().orElseThrow();
        this.can = can;
    }

    /** The encoder and its options; empty when no encoder here makes such a stream. */
    Optional<List<String>> arguments() {
        Stretch.Coding coding = ruler.known().stretches().getOrDefault(Reel.HEADERS, Stretch.UNREAD).coding();
        Optional<List<String>> own = switch (rules.codec()) {
            case "h264", "hevc" -> coding.progressive() ? LikeCoder.of(rules, coding, LikeCoder.Amount.CLIP) : Optional.empty();
            case "vp9" -> Optional.of(other("libvpx-vp9", "-crf", "20", "-b:v", "0", "-row-mt", "1", "-cpu-used", "3"));
            case "av1" -> Optional.of(other("libsvtav1", "-crf", "20", "-preset", "7"));
            default -> Optional.empty();
        };
        return own.filter(arguments -> takes(arguments.get(arguments.indexOf("-c:v") + 1)));
    }

    private List<String> other(String encoder, String... options) {
        List<String> all = new ArrayList<>(List.of("-c:v", encoder));
        all.addAll(List.of(options));
        all.addAll(List.of("-pix_fmt", rules.pixels().name()));
        return all;
    }

    private boolean takes(String encoder) {
        return can.canEncode(encoder) && can.encoders().get(encoder).pixelFormats().contains(rules.pixels().name());
    }
}
