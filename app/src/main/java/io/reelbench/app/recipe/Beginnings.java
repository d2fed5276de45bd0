package io.reelbench.app.recipe;

import io.reelbench.app.desk.Card;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a step holds when it is added by hand, where its defaults alone would do nothing: a value to start from is seen at once, and quicker
 * changed than found. It knows such steps by name, and does well without.
 */
final class Beginnings {

    private static final Map<String, Map<String, List<String>>> KNOWN = Map.of("speed", Map.of("factor", List.of("2")), "volume",
            Map.of("gain", List.of("6")), "rotate", Map.of("angle", List.of("90")));
    private static final List<Integer> HEIGHTS = List.of(2160, 1440, 1080, 720, 540, 480, 360);
    private static final int USUAL = 720;

    private Beginnings() {}

    /** A step as it is added while a clip is looked at. */
    static Card of(String op, Optional<Media> clip) {
        return new Card(op, true, switch (op) {
            case "scale", "resize-image" -> Map.of("resolution", List.of(below(clip) + "p"));
            default -> KNOWN.getOrDefault(op, Map.of());
        });
    }

    /** The next resolution below the clip's own. */
    private static int below(Optional<Media> clip) {
        Optional<Size> size = clip.flatMap(Media::video).map(Track.Video::upright);
        return size.map(s -> Math.min(s.width(), s.height()))
                .flatMap(side -> HEIGHTS.stream().filter(height -> height < side).findFirst()).orElse(USUAL);
    }
}
