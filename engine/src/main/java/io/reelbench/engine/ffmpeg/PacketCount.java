package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Read;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Counts the packets of one track as ffprobe lists them. */
final class PacketCount {

    /** Steps that differ by less are the rounding of a container to its ticks, in microseconds. */
    private static final long ROUNDING = 1100;

    private final Track track;
    private final List<Long> times = new ArrayList<>();
    private final List<Long> keys = new ArrayList<>();
    private long count;
    private long keyframes;
    private long bytes;
    private long end = Long.MIN_VALUE;

    PacketCount(Track track) {
        this.track = track;
    }

    /** Takes {@code stream_index,pts,duration,size,flags}; packets that are never shown are not counted. */
    void add(String[] fields) {
        if (fields[4].contains("D")) {
            return;
        }
        count++;
        bytes += number(fields[3]).orElse(0);
        keyframes += fields[4].startsWith("K") ? 1 : 0;
        number(fields[1]).ifPresent(pts -> {
            long at = Numbers.micros(pts, track.facts().timebase());
            times.add(at);
            end = Math.max(end, at + Numbers.micros(number(fields[2]).orElse(0), track.facts().timebase()));
            if (fields[4].startsWith("K")) {
                keys.add(at);
            }
        });
    }

    private static OptionalLong number(String field) {
        return field.matches("-?\\d{1,18}") ? OptionalLong.of(Long.parseLong(field)) : OptionalLong.empty();
    }

    Read.Packets packets() {
        List<Long> shown = Cadence.shown(times);
        OptionalLong first = shown.isEmpty() ? OptionalLong.empty() : OptionalLong.of(shown.getFirst());
        return new Read.Packets(track.index(), count, keyframes, bytes, first,
                shown.isEmpty() ? OptionalLong.empty() : OptionalLong.of(end), longest(keys.stream().sorted().toList()),
                isUneven(shown));
    }

    private static OptionalLong longest(List<Long> keys) {
        long longest = 0;
        for (int i = 1; i < keys.size(); i++) {
            longest = Math.max(longest, keys.get(i) - keys.get(i - 1));
        }
        return keys.size() < 2 ? OptionalLong.empty() : OptionalLong.of(longest);
    }

    /** The last step may be any. */
    private static boolean isUneven(List<Long> shown) {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 1; i < shown.size() - 1; i++) {
            least = Math.min(least, shown.get(i) - shown.get(i - 1));
            most = Math.max(most, shown.get(i) - shown.get(i - 1));
        }
        return most > 0 && most - least > 2 * ROUNDING;
    }
}
