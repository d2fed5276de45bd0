package io.reelbench.engine.ffmpeg;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How a player turns a picture: mirrored top to bottom first if at all, then turned clockwise. That order makes the two values say the same
 * as ffmpeg's own automatic rotation does.
 *
 * @param degrees clockwise: 0, 90, 180 or 270
 * @param flipped whether it is also mirrored
 */
record Turn(int degrees, boolean flipped) {

    static final Turn NONE = new Turn(0, false);

    /** Reads display matrix side data; its {@code rotation} counts counter-clockwise. */
    static Turn of(JsonNode displayMatrix) {
        if (displayMatrix.isMissingNode()) {
            return NONE;
        }
        List<long[]> rows = displayMatrix.path("displaymatrix").asString("").lines().filter(l -> l.contains(":")).map(Turn::row)
                .toList();
        boolean readable = rows.size() == 3 && rows.stream().allMatch(r -> r.length == 3);
        double determinant = readable
                ? (double) rows.get(0)[0] * rows.get(1)[1] - (double) rows.get(0)[1] * rows.get(1)[0]
                : 0;
        long clockwise = -displayMatrix.path("rotation").asLong(0);
        if (determinant == 0 || Math.abs(clockwise) > 360) {
            return NONE;
        }
        return new Turn(Math.floorMod(Math.round(clockwise / 90.0) * 90, 360), determinant < 0);
    }

    private static long[] row(String line) {
        return Arrays.stream(line.substring(line.indexOf(':') + 1).strip().split("\\s+")).filter(n -> n.matches("-?\\d{1,12}"))
                .mapToLong(Long::parseLong).toArray();
    }
}
