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
 * @param cues    the texts of tracks of subtitles, by their stream's index; empty for one that cannot be read
 */
public record Read(List<Packets> packets, Map<Boolean, String> answers, Map<Span.Listed, Ranges> ranges,
        Map<Integer, Optional<String>> cues) {

    public static final Read NOTHING = new Read(List.of(), Map.of(), Map.of(), Map.of());

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
        return new Read(List.copyOf(all), answers, ranges, cues);
    }

    public Read withAnswer(boolean counted, String words) {
        Map<Boolean, String> more = new HashMap<>(answers);
        more.put(counted, words);
        return new Read(packets, Map.copyOf(more), ranges, cues);
    }

    public Read withRanges(Span.Listed list, Ranges parts) {
        Map<Span.Listed, Ranges> more = new HashMap<>(ranges);
        more.put(list, parts);
        return new Read(packets, answers, Map.copyOf(more), cues);
    }

    public Read withCues(int track, Optional<String> text) {
        Map<Integer, Optional<String>> more = new HashMap<>(cues);
        more.put(track, text);
        return new Read(packets, answers, ranges, Map.copyOf(more));
    }

    /** Without what other files hold, which may change while the clip does not. */
    public Read ofTheClip() {
        return new Read(packets, answers, Map.of(), cues);
    }
}
