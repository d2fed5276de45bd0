package io.reelbench.engine.plan;

import io.reelbench.engine.media.Clock;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What is wanted, before anybody decides how: sources, their segments in order, the chain over the joined whole, and sinks. Operations
 * change it; the {@link Planner} finds the cheapest way to it.
 *
 * @param sources     the clips
 * @param segments    which parts of them, in order; together they are the timeline
 * @param atKeyframes whether cuts may only fall on keyframes, because the streams are to be copied
 * @param joined      filters over the whole timeline
 * @param sinks       what comes out
 */
public record Edit(List<Media> sources, List<Segment> segments, boolean atKeyframes, Chain joined, List<Sink> sinks) {

    /** The whole clip, untouched. */
    public static Edit of(Media media) {
        return new Edit(List.of(media), List.of(new Segment(0, 0, OptionalLong.empty())), false, Chain.EMPTY, List.of());
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
        return first().audio().isPresent();
    }

    /** The upright picture here, in square pixels; empty without one. */
    public Optional<Size> size() {
        return joined.size().or(() -> first().video().map(Track.Video::upright));
    }

    /** Whether the picture here still has the source's non-square pixels. */
    public boolean hasSquarePixels() {
        return joined.size().isPresent() || first().video().map(Track.Video::hasSquarePixels).orElse(true);
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
        return OptionalLong.of(total);
    }

    OptionalLong length(Segment segment) {
        OptionalLong end = segment.toUs().isPresent() ? segment.toUs() : source(segment).lengthUs();
        return end.isEmpty() ? end : OptionalLong.of(Math.max(0, end.getAsLong() - segment.fromUs()));
    }

    /** The clock of the timeline here. A cut timeline has no timecode of its own and counts frames by its rate. */
    public Clock clock() {
        Clock own = first().clock();
        return isWhole() ? own : new Clock(lengthUs(), own.rate(), Optional.empty());
    }

    /** Whether nothing was cut. */
    public boolean isWhole() {
        return segments.size() == 1 && segments.getFirst().isWhole();
    }

    public Edit withPicture(List<Filter> filters) {
        return new Edit(sources, segments, atKeyframes, joined.thenPicture(filters), sinks);
    }

    public Edit withSink(Sink sink) {
        return new Edit(sources, segments, atKeyframes, joined, Stream.concat(sinks.stream(), Stream.of(sink)).toList());
    }

    /**
     * Keeps only these parts of the timeline, in this order. Right as long as no filter looks at the clock or at earlier frames; a filter
     * that does must become part of the segments first.
     */
    public Edit cut(List<Range> parts, boolean keyframes) {
        List<Segment> kept = new ArrayList<>();
        for (Range part : parts) {
            long at = 0;
            for (Segment segment : segments) {
                long length = length(segment).orElse(Range.OPEN - at);
                long from = Math.max(part.fromUs(), at);
                long to = Math.min(part.toUs(), at + length);
                if (from < to) {
                    kept.add(narrowed(segment, from - at, to - at, length));
                }
                at += length;
            }
        }
        return new Edit(sources, kept, atKeyframes || keyframes, joined, sinks);
    }

    private static Segment narrowed(Segment segment, long from, long to, long length) {
        OptionalLong end = to >= length ? segment.toUs() : OptionalLong.of(segment.fromUs() + to);
        return new Segment(segment.source(), segment.fromUs() + from, end);
    }

    /** The times, in microseconds from the first source's first frame, whose keyframes must be known before this can be planned. */
    public List<Long> landingsMissing() {
        return !atKeyframes
                ? List.of()
                : segments.stream().map(Segment::fromUs).filter(at -> at > 0 && !first().landings().containsKey(at)).distinct()
                        .toList();
    }
}
