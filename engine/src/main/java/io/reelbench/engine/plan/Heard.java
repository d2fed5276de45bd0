package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import java.util.List;
import java.util.stream.Stream;

/**
 * One sound track as it is at some step: what of the clip it is made of, and what is done to it. Untouched, it may be copied.
 *
 * @param here    the track as it is now: rate, channels, labels
 * @param sources which of the clip's sound tracks it is made of, by their place among them, from 0; several are joined
 * @param joining how several are made one, for example {@code amerge=inputs=2}; empty for a single one
 * @param filters in order
 */
public record Heard(Track.Audio here, List<Integer> sources, String joining, List<Filter> filters) {

    static Heard of(Track.Audio track, int place) {
        return new Heard(track, List.of(place), "", List.of());
    }

    /** Those of all that a choice names. */
    public static List<Heard> chosen(TrackChoice choice, List<Heard> all) {
        return choice.from(all.stream().map(Heard::here).toList()).stream()
                .map(track -> all.stream().filter(h -> h.here() == track).findFirst().orElseThrow()).toList();
    }

    /** With more done to it. */
    public Heard then(List<Filter> more, Track.Audio now) {
        return new Heard(now, sources, joining, Stream.concat(filters.stream(), more.stream()).toList());
    }

    public Heard then(Filter more) {
        return then(List.of(more), here);
    }

    public boolean isUntouched() {
        return filters.isEmpty() && joining.isEmpty();
    }

    boolean isClocked() {
        return filters.stream().anyMatch(Filter::clocked);
    }

    Fraction pace() {
        return Chain.pace(filters);
    }

    Heard from(long us) {
        return new Heard(here, sources, joining, Chain.from(filters, us, "asetpts"));
    }
}
