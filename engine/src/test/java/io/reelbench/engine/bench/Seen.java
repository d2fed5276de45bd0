package io.reelbench.engine.bench;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * An output as ffprobe sees it.
 *
 * @param lengthUs of the container
 * @param tracks   for example {@code video h264}
 * @param width    upright, of the first picture that is no cover; 0 without one
 * @param bytes    of the file
 */
record Seen(OptionalLong lengthUs, List<Part> tracks, int width, int height, long bytes) {

    /** One stream. */
    record Part(String kind, String codec, boolean cover) {
        @Override
        public String toString() {
            return (cover ? "cover " : kind + " ") + codec;
        }
    }

    boolean has(String kind, String codec) {
        return tracks.stream().anyMatch(t -> t.kind.equals(kind) && t.codec.equals(codec));
    }

    boolean hasPicture() {
        return tracks.stream().anyMatch(t -> t.kind.equals("video") && !t.cover);
    }

    long count(String kind) {
        return tracks.stream().filter(t -> t.kind.equals(kind)).count();
    }

    long countPlayed(String kind) {
        return tracks.stream().filter(t -> t.kind.equals(kind) && !t.cover).count();
    }

    String spoken() {
        return tracks.stream().map(Part::toString).collect(Collectors.joining(" | "))
                + (width > 0 ? " " + width + "x" + height : "");
    }

    String length() {
        return lengthUs.isPresent() ? String.format(java.util.Locale.ROOT, "%.2f s", lengthUs.getAsLong() / 1e6) : "-";
    }
}
