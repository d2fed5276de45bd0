package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Spot;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** Small pictures of keyframes, as cheap as can be: nothing between keyframes is decoded. */
final class KeyPictures implements AutoCloseable {

    /** Where a telling picture is looked for, in thousandths of the length. */
    private static final int[] PLACES = {100, 250, 500, 750, 20};
    /** A picture with less difference from pixel to pixel is nearly of one colour. */
    private static final double PLAIN = 8;
    /** Damaged packets that are passed over in search of a picture. */
    private static final int PATIENCE = 300;

    /** Where all keyframes are plain, every so many frames are looked at, this often. */
    private static final int STRIDE = 25;
    private static final int LOOKS = 6;

    private record Found(AVFrame frame, long us) {
    }

    private final Canvas canvas;
    private final Display display;
    private Film film;
    private int shortest;

    KeyPictures(Canvas canvas, Display display) {
        this.canvas = canvas;
        this.display = display;
    }

    Answer thumbnail(Job job, Source source, Size within) throws Unable, Job.Unwanted {
        if (source.still()) {
            return still(job, source, within);
        }
        AVFrame best = null;
        double most = -1;
        long at = 0;
        try {
            for (int place : PLACES) {
                Found found = keyframe(job, source, source.lengthUs() * place / 1000, within, false);
                AVFrame shown = shown(found, source, within);
                double spread = canvas.spread(canvas.lay(shown));
                AVFrame worse = spread > most ? best : shown;
                if (spread > most) {
                    best = shown;
                    most = spread;
                    at = found.us();
                }
                if (worse != null) {
                    avutil.av_frame_free(worse);
                }
                if (most >= PLAIN || source.lengthUs() == 0) {
                    break;
                }
            }
            if (most < PLAIN) {
                AVFrame between = between(job, source, within, most);
                if (between != null) {
                    avutil.av_frame_free(best);
                    best = between;
                }
            }
            return new Answer.Shown(job.id(), canvas.lay(best), at, 0, true, -1, List.of());
        } finally {
            if (best != null) {
                avutil.av_frame_free(best);
            }
        }
    }

    /** A frame near the beginning that is less plain than so; null when there is none. */
    private AVFrame between(Job job, Source source, Size within, double most) throws Unable, Job.Unwanted {
        try (Film from = Film.open(source, Film.Use.EVERY_FRAME, Integer.MAX_VALUE)) {
            for (int i = 1; i <= STRIDE * LOOKS; i++) {
                AVFrame frame = from.next(job);
                if (frame == null) {
                    return null;
                } else if (i % STRIDE != 0) {
                    avutil.av_frame_free(frame);
                    continue;
                }
                AVFrame shown = shown(new Found(frame, 0), source, within);
                if (canvas.spread(canvas.lay(shown)) > Math.max(most, PLAIN)) {
                    return shown;
                }
                avutil.av_frame_free(shown);
            }
            return null;
        }
    }

    private Answer still(Job job, Source source, Size within) throws Unable, Job.Unwanted {
        try (Photo photo = new Photo(source, Film.Use.SMALL_KEYFRAMES, longest(within), new Shelf(0))) {
            Held held = photo.find(Spot.AT, 0, job);
            return laid(job, display.show(held.frame(), Display.Lie.of(source), source.light(), within), 0);
        }
    }

    Answer tile(Job job, Source source, long us, Size within) throws Unable, Job.Unwanted {
        if (source.still()) {
            return still(job, source, within);
        }
        Found found = keyframe(job, source, us, within, true);
        return laid(job, shown(found, source, within), found.us());
    }

    private AVFrame shown(Found found, Source source, Size within) throws Unable {
        try {
            return display.show(found.frame(), Display.Lie.of(source), source.light(), within);
        } finally {
            avutil.av_frame_free(found.frame());
        }
    }

    private Answer laid(Job job, AVFrame shown, long us) throws Unable {
        try {
            return new Answer.Shown(job.id(), canvas.lay(shown), us, 0, true, -1, List.of());
        } finally {
            avutil.av_frame_free(shown);
        }
    }

    private static int longest(Size within) {
        return Math.max(within.width(), within.height());
    }

    private Film film(Source source, Size within) throws Unable {
        if (film == null || !film.source().equals(source) || shortest < longest(within)) {
            close();
            shortest = longest(within);
            film = Film.open(source, Film.Use.SMALL_KEYFRAMES, shortest);
        }
        return film;
    }

    /** @param nearest whether a keyframe behind the time will do when it is nearer than the one before */
    private Found keyframe(Job job, Source source, long us, Size within, boolean nearest) throws Unable, Job.Unwanted {
        Film from = film(source, within);
        long target = nearest ? nearest(from, us) : us;
        if (!from.seek(target) && !from.rewind()) {
            close();
            from = film(source, within);
        }
        boolean again = true;
        for (int tries = 0; tries < PATIENCE; tries++) {
            boolean more = from.read(job);
            if (more && !from.packetIsKey()) {
                continue;
            }
            if (more) {
                from.send();
            }
            from.drain();
            AVFrame frame = from.receive();
            from.restart();
            if (frame != null) {
                return new Found(frame, Math.max(0, more ? from.packetUs() : target));
            } else if (!more && again) {
                // there is no keyframe behind this place
                again = false;
                from.rewind();
            } else if (!more) {
                break;
            }
        }
        return first(job, source);
    }

    private static long nearest(Film film, long us) {
        long before = film.lastIndexed(us);
        long after = film.nextIndexed(us);
        return before != Long.MIN_VALUE && after != Long.MAX_VALUE && after - us < us - before ? after : us;
    }

    /** Whatever can be decoded at the beginning: some streams mark no keyframes. */
    private static Found first(Job job, Source source) throws Unable, Job.Unwanted {
        try (Film film = Film.open(source, Film.Use.EVERY_FRAME, Integer.MAX_VALUE)) {
            AVFrame frame = film.next(job);
            if (frame == null) {
                throw new Unable(Reason.NO_FRAME, "no frame can be decoded");
            }
            return new Found(frame, 0);
        }
    }

    @Override
    public void close() {
        if (film != null) {
            film.close();
            film = null;
        }
    }
}
