package io.reelbench.engine.plan;

import io.reelbench.engine.media.Clock;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
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
 * @param cutting     how the cuts are made
 * @param picture     filters over the whole timeline
 * @param sounds      the sound tracks, in the order in which they would be written
 * @param labels      what is written about the clip: tags, languages, chapters
 * @param sinks       what comes out
 * @param wants       what must be known of the first clip before this can be planned, and is not
 * @param beside      what it needs beside clips, and what should be said
 */
public record Edit(List<Media> sources, List<Segment> segments, Cutting cutting, Chain picture, List<Heard> sounds,
        Labels labels, List<Sink> sinks, Set<Fact> wants, Beside beside) {

    /**
     * What steps leave for the planner beside the picture and the sounds.
     *
     * @param turned whether players are told to turn the first clip otherwise than its file says: its track here says how
     * @param files  files that filters name
     * @param notes  what a person should know
     * @param texts  subtitles of files beside the clip, in the order in which they would be written
     * @param loose  whether a copied picture may pass the end by as many frames as it needs
     * @param pieces what the files that follow are cut into; empty when each is one
     * @param reel   what the clip is made of, where it was joined of several
     */
    public record Beside(boolean turned, List<Bring> files, List<Text> notes, List<SideText> texts, boolean loose,
            Optional<Pieces> pieces, Optional<Reel> reel) {
        static final Beside NOTHING = new Beside(false, List.of(), List.of(), List.of(), false, Optional.empty(),
                Optional.empty());

        Beside withFiles(List<Bring> others) {
            return new Beside(turned, others, notes, texts, loose, pieces, reel);
        }

        Beside withNotes(List<Text> others) {
            return new Beside(turned, files, others, texts, loose, pieces, reel);
        }

        Beside withTexts(List<SideText> others) {
            return new Beside(turned, files, notes, others, loose, pieces, reel);
        }

        Beside loose(boolean now) {
            return new Beside(turned, files, notes, texts, now, pieces, reel);
        }

        Beside sliced(Optional<Pieces> into) {
            return new Beside(turned, files, notes, texts, loose, into, reel);
        }

        Beside nowTurned() {
            return new Beside(true, files, notes, texts, loose, pieces, reel);
        }
    }

    /** The whole clip, untouched. */
    public static Edit of(Media media) {
        List<Heard> sounds = new ArrayList<>();
        for (Track.Audio track : media.all(Track.Audio.class)) {
            sounds.add(Heard.of(track, sounds.size()));
        }
        return new Edit(List.of(media), List.of(new Segment(0, 0, OptionalLong.empty())), Cutting.SMART, Chain.EMPTY,
                List.copyOf(sounds),
                Labels.KEPT, List.of(), Set.of(), Beside.NOTHING);
    }

    /** Several clips as one, which steps see as {@link Reel#whole}. What the steps above left to be brought and said comes along. */
    public static Edit of(Reel reel, Labels labels) {
        List<Beside> all = reel.members().stream().map(m -> m.edit().beside()).toList();
        Beside beside = new Beside(false, all.stream().flatMap(b -> b.files.stream()).distinct().toList(),
                all.stream().flatMap(b -> b.notes.stream()).distinct().toList(), List.of(), false, Optional.empty(),
                Optional.of(reel));
        return of(reel.whole()).withLabels(labels).with(List.of(reel.whole()), beside);
    }

    /** What it is made of, where it was joined of several clips. */
    public Optional<Reel> reel() {
        return beside.reel;
    }

    /** Whether cuts may only fall on keyframes, because the streams are to be copied. */
    public boolean atKeyframes() {
        return cutting == Cutting.KEYFRAMES;
    }

    /** The same with its parts beginning and ending elsewhere. */
    Edit at(List<Segment> parts) {
        return new Edit(sources, List.copyOf(parts), cutting, picture, sounds, labels, sinks, wants, beside);
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
        return OptionalLong.of(paced(before + Math.max(0, end - last.fromUs()) + last.heldUs()));
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
        return end.isEmpty() ? end : OptionalLong.of(Math.max(0, end.getAsLong() - segment.fromUs()) + segment.heldUs());
    }

    /** The time of the clip that is shown at a time here, both in microseconds. */
    public long toSource(long at) {
        long rest = unpaced(at);
        for (Segment segment : segments) {
            long length = length(segment).orElse(Long.MAX_VALUE);
            if (rest < length) {
                return segment.fromUs() + Math.min(rest, length - segment.heldUs());
            }
            rest -= length;
        }
        return rest;
    }

    /** Times of the first clip as they are here, in microseconds and in order; those that are not shown here are left out. */
    public List<Long> onTimeline(List<Long> times) {
        List<Long> here = new ArrayList<>();
        long at = 0;
        for (Segment segment : segments) {
            long length = length(segment).orElse(Long.MAX_VALUE - at);
            for (long us : times) {
                if (us >= segment.fromUs() && us - segment.fromUs() < length) {
                    here.add(paced(at + us - segment.fromUs()));
                }
            }
            at += length;
        }
        return here.stream().sorted().toList();
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
        return new Edit(sources, segments, cutting, picture.then(filters), sounds, labels, sinks, wants, beside);
    }

    /** The same with its picture made in another way. */
    Edit withChain(Chain other) {
        return new Edit(sources, segments, cutting, other, sounds, labels, sinks, wants, beside);
    }

    public Edit withSounds(List<Heard> others) {
        return new Edit(sources, segments, cutting, picture, List.copyOf(others), labels, sinks, wants, beside);
    }

    /** With something done to each sound track alike. */
    public Edit withSounds(Function<Heard, Heard> change) {
        return withSounds(sounds.stream().map(change).toList());
    }

    public Edit withLabels(Labels others) {
        return new Edit(sources, segments, cutting, picture, sounds, others, sinks, wants, beside);
    }

    public Edit withSink(Sink sink) {
        return new Edit(sources, segments, cutting, picture, sounds, labels,
                Stream.concat(sinks.stream(), Stream.of(sink)).toList(), wants, beside);
    }

    /** With one more thing that must be known first. */
    public Edit wanting(Fact fact) {
        Set<Fact> more = new LinkedHashSet<>(wants);
        more.add(fact);
        return new Edit(sources, segments, cutting, picture, sounds, labels, sinks, more, beside);
    }

    private Edit with(List<Media> clips, Beside other) {
        return new Edit(clips, segments, cutting, picture, sounds, labels, sinks, wants, other);
    }

    /** With something that a person should know. */
    public Edit noting(Message message, Object... arguments) {
        Text text = message.with(arguments);
        return beside.notes.contains(text)
                ? this
                : with(sources, beside.withNotes(plus(beside.notes, text)));
    }

    /** With a file that filters name as {@link Bring#name}. */
    public Edit bringing(Bring file) {
        return beside.files.contains(file)
                ? this
                : with(sources, beside.withFiles(plus(beside.files, file)));
    }

    /** With subtitles of a file beside the clip, whose times are those of the timeline here. */
    public Edit captioned(SideText text) {
        return with(sources, beside.withTexts(plus(beside.texts, text)));
    }

    /** With players told how to turn the picture; its pixels stay. Only before anything else was done to it. */
    public Edit turned(int rotation, boolean flipped) {
        Track.Video own = first().video().orElseThrow();
        List<Media> clips = new ArrayList<>(sources);
        clips.set(0, first().with(own, own.lying(rotation, flipped)));
        return with(List.copyOf(clips), beside.nowTurned());
    }

    /** With the files that follow cut into pieces. */
    public Edit sliced(Pieces pieces) {
        return with(sources, beside.sliced(Optional.of(pieces)));
    }

    /** What the files that follow are cut into; empty when each is one. */
    public Optional<Pieces> pieces() {
        return beside.pieces;
    }

    /** The same in one piece. */
    Edit unsliced() {
        return with(sources, beside.sliced(Optional.empty()));
    }

    /** The same, with more known of the first clip. */
    Edit knowing(io.reelbench.engine.media.Known more) {
        List<Media> clips = new ArrayList<>(sources);
        clips.set(0, first().with(more));
        return with(List.copyOf(clips), beside);
    }

    /** The chapters on the timeline, in microseconds. */
    public List<Media.Chapter> chapters() {
        return new Chapters(this, new Inputs(this)).here(lengthUs().orElse(0));
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** Whether something before here looks at the time, so that only one stretch of it can be cut out. */
    public boolean looksAtTime() {
        return picture.isClocked() || sounds.stream().anyMatch(Heard::isClocked);
    }

    /** Keeps only these parts of the timeline, in this order; only one of them where {@link #looksAtTime}. */
    public Edit cut(List<Range> parts, Cutting how) {
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
        List<SideText> texts = beside.texts.stream().map(t -> t.cut(parts, pace())).toList();
        return new Edit(sources, List.copyOf(kept), cutting.and(how), picture.from(parts.getFirst().fromUs()),
                sounds.stream().map(s -> s.cut(parts)).toList(), labels, sinks, wants,
                beside.withTexts(texts).loose(false));
    }

    /** Ended there, in microseconds of the timeline; a copied picture may pass it by as many frames as it needs. */
    public Edit ending(long us) {
        Edit cut = cut(List.of(new Range(0, us)), Cutting.SMART);
        Beside was = cut.beside;
        return cut.with(sources, was.loose(true));
    }

    /** Longer by so much of its last picture, in microseconds of the timeline. */
    public Edit holding(long us) {
        List<Segment> all = new ArrayList<>(segments);
        Segment last = all.removeLast();
        all.add(new Segment(last.source(), last.fromUs(), last.toUs(), last.heldUs() + unpaced(us)));
        return new Edit(sources, List.copyOf(all), cutting, picture, sounds, labels, sinks, wants, beside);
    }

    /** How long the last pictures of its parts stay, in microseconds of the timeline. */
    long heldUs() {
        return paced(segments.stream().mapToLong(Segment::heldUs).sum());
    }

    /** Whether some cut must come at its very moment, so that the picture cannot be copied. */
    boolean cutsPicture() {
        return !isWhole() && !atKeyframes() && !endsLoosely();
    }

    /** The same for the clip's own sound: what comes behind its end changes nothing of it. */
    boolean cutsSound() {
        Segment only = segments.getFirst();
        boolean held = segments.size() == 1 && only.fromUs() == 0 && only.toUs().isEmpty();
        return cutsPicture() && !held;
    }

    /** Whether only its end is cut off, and not to the frame. */
    boolean endsLoosely() {
        return beside.loose && segments.size() == 1 && segments.getFirst().fromUs() == 0 && segments.getFirst().heldUs() == 0;
    }

    /** A part of it, or all of it, cut to the frame: for what is decoded anyway. */
    Edit exactly(Optional<Range> part) {
        Edit exact = exactly();
        return part.isEmpty() ? exact : exact.cut(List.of(part.get()), Cutting.EXACT);
    }

    /** The same for a picture that is encoded after all. */
    Edit unspliced() {
        return cutting == Cutting.SMART && !isWhole() ? exactly() : this;
    }

    Edit exactly() {
        return new Edit(sources, segments, Cutting.EXACT, picture, sounds, labels, sinks, wants, beside);
    }

    private Segment narrowed(Segment segment, long from, long to, long length) {
        long seen = length - segment.heldUs();
        long held = segment.heldUs() == 0 ? 0 : Math.max(0, to - Math.max(seen, from));
        if (held > 0 && from >= seen) {
            // only the last picture is left, which itself lasts a moment
            long frame = source(segment).video().flatMap(Track.Video::rate).map(Rate::frameLength).orElse(Time.SECOND / 25);
            return new Segment(segment.source(), segment.fromUs() + Math.max(0, seen - frame), segment.toUs(),
                    Math.max(0, held - frame));
        }
        OptionalLong end = to >= seen ? segment.toUs() : OptionalLong.of(segment.fromUs() + to);
        return new Segment(segment.source(), segment.fromUs() + from, end, held);
    }

    /** What must be known of the first clip before this can be planned, and is not. */
    public Set<Fact> missing() {
        Set<Fact> missing = new LinkedHashSet<>(wants);
        if (atKeyframes()) {
            segments.stream().map(Segment::fromUs).filter(at -> at > 0 && !first().landings().containsKey(at))
                    .forEach(at -> missing.add(new Fact.Landing(at)));
        }
        SmartCut.facts(this).stream().filter(fact -> !first().known().stretches().containsKey(fact)).forEach(missing::add);
        return missing;
    }
}
