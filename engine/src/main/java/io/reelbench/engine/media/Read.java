package io.reelbench.engine.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was read of a clip and beside it for reports and lists.
 *
 * @param packets of each track, in the tracks' order; empty where nobody asked
 * @param answers ffprobe's own words; the key says whether it counted all packets
 * @param ranges  lists that lie in other files
 * @param keys    where a copy can start; empty where nobody asked
 * @param times   what a search of the whole clip found, in microseconds from its first frame, for each fact that was asked for
 * @param cues    the texts of tracks of subtitles, by their stream's index; empty for one that cannot be read
 */
public record Read(List<Packets> packets, Map<Boolean, String> answers, Map<Span.Listed, Ranges> ranges,
        Optional<Keys> keys, Map<Fact, List<Long>> times, Map<Integer, Optional<String>> cues) {

    public static final Read NOTHING = new Read(List.of(), Map.of(), Map.of(), Optional.empty(), Map.of(), Map.of());

    /**
     * A place where a copy can start: a keyframe of the picture, any packet of a clip without one.
     *
     * @param us      from the first frame, in microseconds
     * @param packets how many of the same track stand before it in the file
     * @param bytes   how many bytes of all tracks stand before it
     * @param leading how many that stand behind it are shown before it, and cannot be decoded without what stands before
     */
    public record Key(long us, long packets, long bytes, long leading) {
    }

    /**
     * All of them.
     *
     * @param starts  in order of time
     * @param packets how many that track has
     * @param bytes   of all tracks
     */
    public record Keys(List<Key> starts, long packets, long bytes) {
    }

    /**
     * All packets of one track.
     *
     * @param track        the stream's index
     * @param count        how many
     * @param keyframes    how many can be decoded without others
     * @param bytes        of all of them
     * @param firstUs      when the first one is shown, in microseconds; empty where none says
     * @param endUs        when the last one ends; empty where none says
     * @param longestGopUs the longest way from a keyframe to the next; empty with fewer than two
     * @param uneven       whether they come at uneven steps
     */
    public record Packets(int track, long count, long keyframes, long bytes, OptionalLong firstUs, OptionalLong endUs,
            OptionalLong longestGopUs, boolean uneven) {
    }

    public Read withPackets(List<Packets> all) {
        return new Read(List.copyOf(all), answers, ranges, keys, times, cues);
    }

    public Read withAnswer(boolean counted, String words) {
        Map<Boolean, String> more = new HashMap<>(answers);
        more.put(counted, words);
        return new Read(packets, Map.copyOf(more), ranges, keys, times, cues);
    }

    public Read withRanges(Span.Listed list, Ranges parts) {
        Map<Span.Listed, Ranges> more = new HashMap<>(ranges);
        more.put(list, parts);
        return new Read(packets, answers, Map.copyOf(more), keys, times, cues);
    }

    public Read withKeys(Keys all) {
        return new Read(packets, answers, ranges, Optional.of(all), times, cues);
    }

    public Read withTimes(Fact fact, List<Long> found) {
        Map<Fact, List<Long>> more = new HashMap<>(times);
        more.put(fact, List.copyOf(found));
        return new Read(packets, answers, ranges, keys, Map.copyOf(more), cues);
    }

    public Read withCues(int track, Optional<String> text) {
        Map<Integer, Optional<String>> more = new HashMap<>(cues);
        more.put(track, text);
        return new Read(packets, answers, ranges, keys, times, Map.copyOf(more));
    }

    /** Without what other files hold, which may change while the clip does not. */
    public Read ofTheClip() {
        return new Read(packets, answers, Map.of(), keys, times, cues);
    }
}
