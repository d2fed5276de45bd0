package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Spot;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Finds frames of a film exactly. Containers seek by decode time, some to places where no decoder can begin, and frames that stand before the
 * first keyframe in time cannot be trusted: so a seek that lands too late is repeated from earlier, up to the beginning.
 */
final class Frames implements Reel {

    private static final long SECOND = 1_000_000;
    /** Phones that recorded H.263 marked every frame as a keyframe; no usual GOP is longer than this. */
    private static final long BLIND = 12 * SECOND;
    /** Without an index it is cheaper to decode on than to look for a place so near. */
    private static final long NEAR = 4 * SECOND;
    /** So long a quick picture may be looked for. */
    private static final long QUICK_NS = 25_000_000;
    private static final long NOWHERE = Long.MIN_VALUE;
    private static final long PAST_THE_END = Long.MAX_VALUE / 4;

    private final Source source;
    private final Film.Use use;
    private final Shelf shelf;
    private Film film;
    private final boolean indexed;
    /** Nothing was read yet. */
    private boolean fresh = true;
    /** The last frame that was decoded; {@link #NOWHERE} when the next one does not follow on anything. */
    private long lastUs = NOWHERE;
    private boolean ended;
    private boolean started;
    /** Frames before this need what was not decoded. */
    private long trustedFromUs = NOWHERE;

    /** @param use for every frame, at leisure or in time */
    Frames(Source source, Film.Use use, Shelf shelf) throws Unable {
        this.source = source;
        this.use = use;
        this.shelf = shelf;
        this.film = Film.open(source, use, Integer.MAX_VALUE);
        this.indexed = film.format().startsWith("mov");
    }

    @Override
    public Held find(Spot spot, long us, Job job) throws Unable, Job.Unwanted {
        if (!started && film.hidesItsStart()) {
            AVFrame first = film.next(job);
            if (first != null) {
                film.startsAt(time(first));
                avutil.av_frame_free(first);
            }
            fresh = false;
            beginAnew();
        }
        started = true;
        long time = Math.clamp(us, 0, PAST_THE_END) + film.halfTick();
        return switch (spot) {
            case AT -> at(time, job);
            case QUICK -> quick(time, job);
            case NEAR -> keyframe(time, job);
            case NEXT -> {
                Held now = at(time, job);
                long end = shelf.end(this, now.us()).orElse(Shelf.NEVER);
                yield end == Shelf.NEVER ? now : at(end, job);
            }
            case PREVIOUS -> {
                Held now = at(time, job);
                Optional<Held> before = shelf.before(this, now.us());
                yield before.isPresent() ? before.get() : now.us() <= 0 ? now : at(now.us() - 1, job);
            }
            case NEXT_KEYFRAME -> keyframeAfter(time, job);
            case PREVIOUS_KEYFRAME -> {
                Held now = at(time, job);
                yield now.us() <= 0 ? now : keyframe(now.us() - 1, job);
            }
        };
    }

    @Override
    public Optional<Held> after(Held held, Job job) throws Unable, Job.Unwanted {
        long end = shelf.end(this, held.us()).orElse(Shelf.NEVER);
        return end == Shelf.NEVER ? Optional.empty() : Optional.of(at(end, job));
    }

    @Override
    public AVRational tick() {
        return film.timeBase();
    }

    @Override
    public long ticks(Held held, long sinceUs) {
        long pts = said(held.frame());
        return pts == avutil.AV_NOPTS_VALUE ? film.ticks(held.us() - sinceUs) : film.ticks(pts, sinceUs);
    }

    @Override
    public long lengthUs(Held held) {
        return shelf.end(this, held.us()).filter(end -> end != Shelf.NEVER).map(end -> end - held.us()).orElse(0L);
    }

    private Held at(long us, Job job) throws Unable, Job.Unwanted {
        Optional<Held> known = shelf.at(this, us);
        if (known.isPresent()) {
            return known.get();
        }
        Held best = follows(us) ? shelf.from(this, lastUs).orElse(null) : null;
        if (best == null) {
            best = begin(us, job);
        }
        while (true) {
            Held next = on(job);
            if (next == null && best == null) {
                throw new Unable(Reason.NO_FRAME, "no frame can be decoded");
            } else if (next == null || next.us() > us && best != null) {
                return best;
            } else if (next.us() > us) {
                return next; // the first frame is on screen before its time
            }
            best = next;
        }
    }

    /** The frame on screen at a time, or one on the way to it. */
    private Held quick(long us, Job job) throws Unable, Job.Unwanted {
        Optional<Held> known = shelf.at(this, us);
        if (known.isPresent()) {
            return known.get();
        }
        long from = System.nanoTime();
        Held best = follows(us) ? shelf.from(this, lastUs).orElse(null) : null;
        if (best == null) {
            best = begin(us, job);
        }
        while (best == null || best.us() < us && System.nanoTime() - from < QUICK_NS) {
            Held next = on(job);
            if (next == null && best == null) {
                throw new Unable(Reason.NO_FRAME, "no frame can be decoded");
            } else if (next == null || next.us() > us && best != null) {
                return best;
            }
            best = next;
        }
        return best;
    }

    /** Whether decoding on from where it stands is the cheapest way to a time. */
    private boolean follows(long us) {
        if (lastUs == NOWHERE || ended || us < lastUs) {
            return false;
        }
        return indexed ? film.lastIndexed(us) <= film.lastReadUs() : us - lastUs < NEAR;
    }

    /**
     * Stands where decoding leads to a time, and gives the first frame there; null when it stands at the very beginning and nothing was
     * decoded.
     */
    private Held begin(long us, Job job) throws Unable, Job.Unwanted {
        long back = film.codec().equals("h263") ? BLIND : 0;
        while (true) {
            long landed = land(us, back, job);
            if (landed == NOWHERE) {
                return null;
            }
            film.send();
            stand(landed);
            Held first = on(job);
            if (first != null && first.us() <= us) {
                return first;
            }
            back = Math.max(us - landed, 0) + SECOND + back;
        }
    }

    /**
     * Reads the first keyframe's packet at or before a time, or stands at the beginning.
     *
     * @param back how much earlier at least
     * @return when it is shown, or {@link #NOWHERE} at the beginning
     */
    private long land(long us, long back, Job job) throws Unable, Job.Unwanted {
        long end = source.lengthUs() > 0 ? Math.min(us, source.lengthUs()) : us;
        long earlier = back;
        while (end < PAST_THE_END && end - earlier > 0) {
            fresh = false;
            if (!film.seek(end - earlier)) {
                break;
            }
            while (film.read(job)) {
                if (isKeyframe()) {
                    break;
                }
            }
            if (film.packetIsKey() && film.packetUs() <= us && film.packetHasTime()) {
                return film.packetUs();
            }
            earlier = earlier == 0 ? SECOND : earlier * 2;
        }
        beginAnew();
        return NOWHERE;
    }

    /** The same for the very last keyframe at or before a time: without an index a seek may end at an earlier one. */
    private long landOnLast(long us, Job job) throws Unable, Job.Unwanted {
        long back = film.codec().equals("h263") ? BLIND : 0;
        long landed = land(us, back, job);
        if (indexed) {
            return landed;
        }
        long last = landed;
        while (film.read(job) && film.lastReadUs() <= us) {
            last = isKeyframe() && film.packetUs() <= us ? Math.max(last, film.packetUs()) : last;
        }
        landed = land(us, back, job);
        while (landed < last && film.read(job)) {
            landed = isKeyframe() ? film.packetUs() : landed;
        }
        return landed;
    }

    private boolean isKeyframe() {
        return film.packetIsKey() && !film.packetIsHidden() && film.packetHasTime();
    }

    private void beginAnew() throws Unable {
        if (!fresh && !film.rewind()) {
            film.close();
            film = Film.open(source, use, Integer.MAX_VALUE);
        }
        stand(NOWHERE);
    }

    private void stand(long trusted) {
        trustedFromUs = trusted;
        lastUs = NOWHERE;
        ended = false;
    }

    /** The next frame in order; null at the end. */
    private Held on(Job job) throws Job.Unwanted {
        fresh = false;
        while (true) {
            AVFrame frame = film.next(job);
            if (frame == null) {
                if (lastUs != NOWHERE) {
                    shelf.ends(this, lastUs, Shelf.NEVER);
                }
                ended = true;
                return null;
            }
            long us = time(frame);
            if (us < trustedFromUs || us <= lastUs) {
                avutil.av_frame_free(frame);
                continue;
            }
            Held held = put(frame, us);
            if (lastUs != NOWHERE) {
                shelf.ends(this, lastUs, us);
            }
            lastUs = us;
            return held;
        }
    }

    private Held put(AVFrame frame, long us) {
        return shelf.put(this, frame, us, (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0);
    }

    private long time(AVFrame frame) {
        long said = said(frame);
        return said != avutil.AV_NOPTS_VALUE ? film.us(said) : lastUs == NOWHERE ? 0 : lastUs + 40_000;
    }

    /** In ticks of the container. */
    private static long said(AVFrame frame) {
        long pts = frame.best_effort_timestamp();
        return pts == avutil.AV_NOPTS_VALUE ? frame.pts() : pts;
    }

    /** The last keyframe at or before a time. */
    private Held keyframe(long us, Job job) throws Unable, Job.Unwanted {
        long landed = landOnLast(us, job);
        if (landed == NOWHERE) {
            Held first = on(job);
            if (first == null) {
                throw new Unable(Reason.NO_FRAME, "no frame can be decoded");
            }
            return first;
        }
        Optional<Held> alone = landedFrame(landed);
        return alone.isPresent() ? alone.get() : at(us, job);
    }

    /** The frame whose packet was just read, without those around it. */
    private Optional<Held> landedFrame(long landed) {
        stand(NOWHERE);
        ended = true;
        Optional<Held> known = shelf.from(this, landed);
        if (known.isPresent()) {
            return known;
        }
        film.send();
        film.drain();
        AVFrame frame = film.receive();
        film.restart();
        return frame == null ? Optional.empty() : Optional.of(put(frame, Math.max(landed, time(frame))));
    }

    /** The first keyframe after a time, or the last frame. */
    private Held keyframeAfter(long us, Job job) throws Unable, Job.Unwanted {
        land(us, 0, job);
        boolean found = false;
        while (!found && film.read(job)) {
            found = film.packetIsKey() && film.packetUs() > us && !film.packetIsHidden();
        }
        if (found) {
            long at = film.packetUs();
            Optional<Held> alone = landedFrame(at);
            return alone.isPresent() ? alone.get() : at(at, job);
        }
        stand(NOWHERE);
        ended = true;
        return at(PAST_THE_END, job);
    }

    @Override
    public void close() {
        shelf.forget(this);
        film.close();
    }
}
