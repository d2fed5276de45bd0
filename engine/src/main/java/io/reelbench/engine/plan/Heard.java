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
 * One sound track as it is at some step: what it is made of, and what is done to it. Untouched, it may be copied.
 *
 * @param here    the track as it is now: rate, channels, labels
 * @param voices  what it is made of: sound tracks of the clip and of files beside it; several are joined
 * @param joining how several are made one, for example {@code amerge=inputs=2}; empty for a single one
 * @param filters in order, behind the joining
 */
public record Heard(Track.Audio here, List<Voice> voices, String joining, List<Filter> filters) {

    /** Where a voice comes from. */
    public sealed interface Origin permits Own, SideSound {
    }

    /**
     * One of the clip's sound tracks.
     *
     * @param track its place among them, from 0
     */
    public record Own(int track) implements Origin {
    }

    /**
     * A part of this sound.
     *
     * @param filters what was done to it before it was joined; empty for a single one
     */
    public record Voice(Origin from, List<Filter> filters) {

        Fraction pace() {
            return Chain.pace(filters);
        }
    }

    static Heard of(Track.Audio track, int place) {
        return of(track, new Own(place));
    }

    /** A single track, untouched. */
    public static Heard of(Track.Audio here, Origin from) {
        return new Heard(here, List.of(new Voice(from, List.of())), "", List.of());
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
        return new Heard(now, single.stream().map(h -> new Voice(h.voices().getFirst().from(), h.filters())).toList(), joining,
                List.of());
    }

    /** Whether it is made of one track alone. */
    public boolean isSingle() {
        return joining.isEmpty();
    }

    /** The places of the clip's sound tracks that it is made of, from 0. */
    List<Integer> sources() {
        return voices.stream().map(Voice::from).filter(Own.class::isInstance).map(from -> ((Own) from).track()).toList();
    }

    /** The sounds of files beside the clip that it is made of. */
    List<SideSound> besides() {
        return voices.stream().map(Voice::from).filter(SideSound.class::isInstance).map(SideSound.class::cast).toList();
    }

    /** Whether nothing of the clip is heard in it. */
    boolean isOnlyBeside() {
        return !voices.isEmpty() && besides().size() == voices.size();
    }

    /** The sound of a file beside the clip that it is; empty for one that is made of several. */
    Optional<SideSound> beside() {
        return isSingle() ? besides().stream().findFirst() : Optional.empty();
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
        return Chain.pace(filters).times(voices.getFirst().pace());
    }

    /** Only these parts of the timeline, in this order, in microseconds of the end of its filters. What is of the clip is cut there. */
    Heard cut(List<Range> parts) {
        Heard moved = from(parts.getFirst().fromUs());
        List<Voice> cut = moved.voices.stream().map(v -> v.from() instanceof SideSound sound
                ? new Voice(sound.cut(parts, v.pace().times(Chain.pace(filters))), v.filters())
                : v).toList();
        return new Heard(here, cut, joining, moved.filters);
    }

    /** The same for a timeline that begins later; the time is of the end of its filters. */
    Heard from(long us) {
        long joined = Fraction.of(us).times(Chain.pace(filters)).round();
        List<Voice> moved = voices.stream().map(v -> new Voice(v.from(), Chain.from(v.filters(), joined, "asetpts"))).toList();
        return new Heard(here, moved, joining, Chain.from(filters, us, "asetpts"));
    }
}
