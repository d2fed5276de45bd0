package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One sound track as it is at some step: what of the clip it is made of, and what is done to it. Untouched, it may be copied.
 *
 * @param here    the track as it is now: rate, channels, labels
 * @param voices  which of the clip's sound tracks it is made of; several are joined
 * @param joining how several are made one, for example {@code amerge=inputs=2}; empty for a single one
 * @param filters in order, behind the joining
 */
public record Heard(Track.Audio here, List<Voice> voices, String joining, List<Filter> filters) {

    /**
     * One of the clip's sound tracks as a part of this one.
     *
     * @param source  its place among the clip's sound tracks, from 0
     * @param filters what was done to it before it was joined; empty for a single one
     */
    public record Voice(int source, List<Filter> filters) {
    }

    static Heard of(Track.Audio track, int place) {
        return new Heard(track, List.of(new Voice(place, List.of())), "", List.of());
    }

    /** A track of silence for a clip that has none, in microseconds. */
    public static Heard silence(Edit edit, long us) {
        Track.Facts facts = new Track.Facts(-1, "silence", "", Optional.empty(), true, Fraction.ONE,
                OptionalLong.of(edit.first().startUs()), edit.first().lengthUs(), Optional.empty(), OptionalLong.empty(),
                Optional.empty(), Optional.empty(), Set.of("default"), Map.of());
        return new Heard(new Track.Audio(facts, 48_000, 2, "stereo", 16, false), List.of(),
                "anullsrc=r=48000:cl=stereo:d=" + Time.seconds(us), List.of());
    }

    /** Those of all that a choice names. */
    public static List<Heard> chosen(TrackChoice choice, List<Heard> all) {
        return choice.from(all.stream().map(Heard::here).toList()).stream()
                .map(track -> all.stream().filter(h -> h.here() == track).findFirst().orElseThrow()).toList();
    }

    /**
     * Several single tracks made one.
     *
     * @param joining how, with {@code inputs} in the order of the tracks
     */
    public static Heard joined(List<Heard> single, String joining, Track.Audio now) {
        return new Heard(now, single.stream().map(h -> new Voice(h.voices().getFirst().source(), h.filters())).toList(), joining,
                List.of());
    }

    /** Whether it is made of one of the clip's tracks alone. */
    public boolean isSingle() {
        return joining.isEmpty();
    }

    /** The places of the clip's sound tracks that it is made of, from 0. */
    List<Integer> sources() {
        return voices.stream().map(Voice::source).toList();
    }

    /** With more done to it. */
    public Heard then(List<Filter> more, Track.Audio now) {
        return new Heard(now, voices, joining, Stream.concat(filters.stream(), more.stream()).toList());
    }

    public Heard then(Filter more) {
        return then(List.of(more), here);
    }

    /** With other filters behind the joining. */
    Heard doing(List<Filter> others) {
        return new Heard(here, voices, joining, others);
    }

    public boolean isUntouched() {
        return filters.isEmpty() && joining.isEmpty();
    }

    boolean isClocked() {
        return Stream.concat(filters.stream(), voices.stream().flatMap(v -> v.filters().stream())).anyMatch(Filter::clocked);
    }

    Fraction pace() {
        return Chain.pace(filters).times(Chain.pace(voices.getFirst().filters()));
    }

    /** The same for a timeline that begins later; the time is of the end of its filters. */
    Heard from(long us) {
        long joined = Fraction.of(us).times(Chain.pace(filters)).round();
        List<Voice> moved = voices.stream().map(v -> new Voice(v.source(), Chain.from(v.filters(), joined, "asetpts"))).toList();
        return new Heard(here, moved, joining, Chain.from(filters, us, "asetpts"));
    }
}
