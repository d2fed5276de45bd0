package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Filters of a picture, in order. A picture whose chain is empty may be copied.
 *
 * @param filters in order
 */
public record Chain(List<Filter> filters) {

    public static final Chain EMPTY = new Chain(List.of());

    public Chain then(List<Filter> more) {
        return new Chain(Stream.concat(filters.stream(), more.stream()).toList());
    }

    public boolean isEmpty() {
        return filters.isEmpty();
    }

    /** Whether a copied picture can have all of it. */
    boolean isForPackets() {
        return filters.stream().allMatch(f -> f.packets().isPresent());
    }

    /** As bitstream filters of a copied picture; empty without any. */
    String packets() {
        return filters.stream().flatMap(f -> f.packets().stream()).collect(Collectors.joining(","));
    }

    /** The size behind it; empty when no filter changes it. */
    public Optional<Size> size() {
        return filters.reversed().stream().flatMap(f -> f.size().stream()).findFirst();
    }

    /** The picture as it is behind it. */
    Track.Video on(Track.Video before) {
        Track.Video now = before;
        for (Filter filter : filters) {
            now = filter.effect().on(now);
        }
        return now;
    }

    boolean isClocked() {
        return filters.stream().anyMatch(Filter::clocked);
    }

    /** How much faster time runs behind it. */
    Fraction pace() {
        return pace(filters);
    }

    static Fraction pace(List<Filter> filters) {
        return filters.stream().map(Filter::pace).reduce(Fraction.ONE, Fraction::times);
    }

    /** The same filters for a timeline that begins later: those that look at the time are told. The time is of the end of the chain. */
    static List<Filter> from(List<Filter> filters, long us, String pts) {
        List<Filter> moved = new ArrayList<>();
        Fraction there = Fraction.of(us);
        for (Filter filter : filters.reversed()) {
            there = there.times(filter.pace());
            moved.addFirst(filter.from(there.round(), pts));
        }
        return List.copyOf(moved);
    }

    Chain from(long us) {
        return new Chain(from(filters, us, "setpts"));
    }

    /** How much earlier, in the time in front of them, they must begin. */
    static long leadUs(List<Filter> filters) {
        long lead = 0;
        for (Filter filter : filters.reversed()) {
            // time that runs faster behind a filter is more of it in front
            lead = Fraction.of(lead).times(filter.pace()).round() + filter.leadUs();
        }
        return lead;
    }

    /** As the graph spells it; empty without filters. */
    static String text(List<Filter> filters) {
        return text(filters, "");
    }

    /**
     * The same where several chains stand in one graph.
     *
     * @param own what tells the labels inside this one from those of others
     */
    static String text(List<Filter> filters, String own) {
        return IntStream.range(0, filters.size()).mapToObj(i -> filters.get(i).text().replace("~", i + own))
                .collect(Collectors.joining(","));
    }
}
