package io.reelbench.engine.plan;

import io.reelbench.engine.media.Clock;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is wanted, before anybody decides how: sources, their segments in order, what is done to picture and sound of the joined whole,
 * and sinks. Operations change it; the {@link Planner} finds the cheapest way to it.
 *
 * @param sources     the clips
 * @param segments    which parts of them, in order; together they are the timeline
 * @param atKeyframes whether cuts may only fall on keyframes, because the streams are to be copied
 * @param picture     filters over the whole timeline
 * @param sounds      the sound tracks, in the order in which they would be written
 * @param labels      what is written about the clip: tags, languages, chapters
 * @param sinks       what comes out
 * @param wants       what must be known of the first clip before this can be planned, and is not
 * @param beside      what it needs beside clips, and what should be said
 */
public record Edit(List<Media> sources, List<Segment> segments, boolean atKeyframes, Chain picture, List<Heard> sounds,
        Labels labels, List<Sink> sinks, Set<Fact> wants, Beside beside) {

    /**
     * What steps leave for the planner beside the picture and the sounds.
     *
     * @param turned whether players are told to turn the first clip otherwise than its file says: its track here says how
     * @param files  files that filters name
     * @param notes  what a person should know
     * @param reel   what the clip is made of, where it was joined of several
     */
    public record Beside(boolean turned, List<Bring> files, List<Text> notes, Optional<Reel> reel) {
        static final Beside NOTHING = new Beside(false, List.of(), List.of(), Optional.empty());
    }

    /** The whole clip, untouched. */
    public static Edit of(Media media) {
        List<Heard> sounds = new ArrayList<>();
        for (Track.Audio track : media.all(Track.Audio.class)) {
            sounds.add(Heard.of(track, sounds.size()));
        }
        return new Edit(List.of(media), List.of(new Segment(0, 0, OptionalLong.empty())), false, Chain.EMPTY, List.copyOf(sounds),
                Labels.KEPT, List.of(), Set.of(), Beside.NOTHING);
    }

    /** Several clips as one, which steps see as {@link Reel#whole}. What the steps above left to be brought and said comes along. */
    public static Edit of(Reel reel, Labels labels) {
        List<Beside> all = reel.members().stream().map(m -> m.edit().beside()).toList();
        Beside beside = new Beside(false, all.stream().flatMap(b -> b.files.stream()).distinct().toList(),
                all.stream().flatMap(b -> b.notes.stream()).distinct().toList(), Optional.of(reel));
        return of(reel.whole()).withLabels(labels).with(List.of(reel.whole()), beside);
    }

    /** What it is made of, where it was joined of several clips. */
    public Optional<Reel> reel() {
        return beside.reel;
    }

    /** The first clip: its tracks rule. */
    public Media first() {
        return sources.getFirst();
    }

    public Media source(Segment segment) {
        return sources.get(segment.source());
    }

    public boolean hasPicture() {
        return first().video().isPresent();
    }

    public boolean hasSound() {
        return !sounds.isEmpty();
    }

    /** The picture as it is here, upright and in square pixels as soon as a filter changed its size; empty without one. */
    public Optional<Track.Video> video() {
        return first().video().map(picture::on);
    }

    /** The upright picture here, in square pixels; empty without one. */
    public Optional<Size> size() {
        return video().map(Track.Video::upright);
    }

    /** Whether the pixels here are square. */
    public boolean hasSquarePixels() {
        return video().map(Track.Video::hasSquarePixels).orElse(true);
    }

    /** How much faster time runs here than in the clip: 2 is half its length. */
    public Fraction pace() {
        return hasPicture() ? picture.pace() : sounds.isEmpty() ? Fraction.ONE : sounds.getFirst().pace();
    }

    /** The length of the timeline in microseconds; empty when nobody knows. */
    public OptionalLong lengthUs() {
        long total = 0;
        for (Segment segment : segments) {
            OptionalLong length = length(segment);
            if (length.isEmpty()) {
                return OptionalLong.empty();
            }
            total += length.getAsLong();
        }
        return OptionalLong.of(paced(total));
    }

    /**
     * How long one track of the clip is on the timeline, in microseconds: tracks need not end together. The length of the timeline where
     * the file does not say it; empty when nobody knows.
     */
    public OptionalLong lengthOf(Track.Facts facts) {
        Segment last = segments.getLast();
        if (last.toUs().isPresent() || facts.lengthUs().isEmpty()) {
            return lengthUs();
        }
        long end = facts.endUs(first().startUs()).getAsLong();
        long before = 0;
        for (Segment segment : segments.subList(0, segments.size() - 1)) {
            before += length(segment).orElse(0);
        }
        return OptionalLong.of(paced(before + Math.max(0, end - last.fromUs())));
    }

    /** A stretch of the clips as it is here, in microseconds. */
    long paced(long us) {
        return Fraction.of(us).over(pace()).round();
    }

    private long unpaced(long us) {
        return us == Range.OPEN ? us : Fraction.of(us).times(pace()).round();
    }

    /** In the clip's own time, in microseconds. */
    OptionalLong length(Segment segment) {
        OptionalLong end = segment.toUs().isPresent() ? segment.toUs() : source(segment).playedUs();
        return end.isEmpty() ? end : OptionalLong.of(Math.max(0, end.getAsLong() - segment.fromUs()));
    }

    /** The time of the clip that is shown at a time here, both in microseconds. */
    public long toSource(long at) {
        long rest = unpaced(at);
        for (Segment segment : segments) {
            long length = length(segment).orElse(Long.MAX_VALUE);
            if (rest < length) {
                return segment.fromUs() + rest;
            }
            rest -= length;
        }
        return rest;
    }

    /** The part that is shown at a time here, in microseconds. */
    Segment segmentAt(long at) {
        long rest = unpaced(at);
        for (Segment segment : segments) {
            long length = length(segment).orElse(Long.MAX_VALUE);
            if (rest < length) {
                return segment;
            }
            rest -= length;
        }
        return segments.getLast();
    }

    /** A time here as it was before filters changed the pace, both in microseconds. */
    long beforePace(long at) {
        return unpaced(at);
    }

    /** The clock of the timeline here. A cut timeline has no timecode of its own and counts frames by its rate. */
    public Clock clock() {
        Optional<Rate> rate = video().flatMap(Track.Video::rate);
        return isUntouchedInTime() ? first().clock() : new Clock(lengthUs(), rate, Optional.empty());
    }

    /** Whether a step above gives it other frames than the clip has. */
    public boolean changesFrames() {
        return picture.filters().stream().anyMatch(f -> f.effect().rate().isPresent());
    }

    private boolean isUntouchedInTime() {
        return isWhole() && picture.filters().stream().allMatch(f -> f.effect().rate().isEmpty()) && pace().equals(Fraction.ONE);
    }

    /** Whether nothing was cut. */
    public boolean isWhole() {
        return segments.size() == 1 && segments.getFirst().isWhole();
    }

    public Edit withPicture(List<Filter> filters) {
        return new Edit(sources, segments, atKeyframes, picture.then(filters), sounds, labels, sinks, wants, beside);
    }

    public Edit withSounds(List<Heard> others) {
        return new Edit(sources, segments, atKeyframes, picture, List.copyOf(others), labels, sinks, wants, beside);
    }

    /** With something done to each sound track alike. */
    public Edit withSounds(Function<Heard, Heard> change) {
        return withSounds(sounds.stream().map(change).toList());
    }

    public Edit withLabels(Labels others) {
        return new Edit(sources, segments, atKeyframes, picture, sounds, others, sinks, wants, beside);
    }

    public Edit withSink(Sink sink) {
        return new Edit(sources, segments, atKeyframes, picture, sounds, labels,
                Stream.concat(sinks.stream(), Stream.of(sink)).toList(), wants, beside);
    }

    /** With one more thing that must be known first. */
    public Edit wanting(Fact fact) {
        Set<Fact> more = new LinkedHashSet<>(wants);
        more.add(fact);
        return new Edit(sources, segments, atKeyframes, picture, sounds, labels, sinks, more, beside);
    }

    private Edit with(List<Media> clips, Beside other) {
        return new Edit(clips, segments, atKeyframes, picture, sounds, labels, sinks, wants, other);
    }

    /** With something that a person should know. */
    public Edit noting(Message message, Object... arguments) {
        Text text = message.with(arguments);
        return beside.notes.contains(text)
                ? this
                : with(sources, new Beside(beside.turned, beside.files, plus(beside.notes, text), beside.reel));
    }

    /** With a file that filters name as {@link Bring#name}. */
    public Edit bringing(Bring file) {
        return beside.files.contains(file)
                ? this
                : with(sources, new Beside(beside.turned, plus(beside.files, file), beside.notes, beside.reel));
    }

    /** With players told how to turn the picture; its pixels stay. Only before anything else was done to it. */
    public Edit turned(int rotation, boolean flipped) {
        Track.Video own = first().video().orElseThrow();
        List<Media> clips = new ArrayList<>(sources);
        clips.set(0, first().with(own, own.lying(rotation, flipped)));
        return with(List.copyOf(clips), new Beside(true, beside.files, beside.notes, beside.reel));
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** Whether something before here looks at the time, so that only one stretch of it can be cut out. */
    public boolean looksAtTime() {
        return picture.isClocked() || sounds.stream().anyMatch(Heard::isClocked);
    }

    /** Keeps only these parts of the timeline, in this order; only one of them where {@link #looksAtTime}. */
    public Edit cut(List<Range> parts, boolean keyframes) {
        List<Segment> kept = new ArrayList<>();
        for (Range part : parts) {
            long at = 0;
            for (Segment segment : segments) {
                long length = length(segment).orElse(Range.OPEN - at);
                long from = Math.max(unpaced(part.fromUs()), at);
                long to = Math.min(unpaced(part.toUs()), at + length);
                if (from < to) {
                    kept.add(narrowed(segment, from - at, to - at, length));
                }
                at += length;
            }
        }
        long first = parts.getFirst().fromUs();
        return new Edit(sources, List.copyOf(kept), atKeyframes || keyframes, picture.from(first),
                sounds.stream().map(s -> s.from(first)).toList(), labels, sinks, wants, beside);
    }

    /** A part of it, or all of it, cut to the frame: for what is decoded anyway. */
    Edit exactly(Optional<Range> part) {
        Edit exact = exactly();
        return part.isEmpty() ? exact : exact.cut(List.of(part.get()), false);
    }

    private Edit exactly() {
        return new Edit(sources, segments, false, picture, sounds, labels, sinks, wants, beside);
    }

    private static Segment narrowed(Segment segment, long from, long to, long length) {
        OptionalLong end = to >= length ? segment.toUs() : OptionalLong.of(segment.fromUs() + to);
        return new Segment(segment.source(), segment.fromUs() + from, end);
    }

    /** What must be known of the first clip before this can be planned, and is not. */
    public Set<Fact> missing() {
        Set<Fact> missing = new LinkedHashSet<>(wants);
        if (atKeyframes) {
            segments.stream().map(Segment::fromUs).filter(at -> at > 0 && !first().landings().containsKey(at))
                    .forEach(at -> missing.add(new Fact.Landing(at)));
        }
        return missing;
    }
}
