package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Order;
import io.reelbench.engine.preview.wire.Request;
import io.reelbench.engine.preview.wire.Slots;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Spot;
import io.reelbench.engine.preview.wire.Voice;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Plays a clip: decodes ahead of the time at which pictures are due and leaves out those that would come too late. Forwards the sound leads;
 * backwards there is none, and each picture is the one on screen at its time, so that a film whose frames lean on earlier ones goes back in
 * steps when it cannot be decoded quickly enough.
 */
final class Playing {

    /** Sound faster than this is not understood. */
    static final double FASTEST_SOUND = 2;
    /** From this speed on only keyframes are shown backwards. */
    private static final double KEYFRAMES_BACK = -3;
    /** So much too late, the next keyframe is gone to instead of decoding on. */
    private static final long LOST_NS = 500_000_000;
    /** Even when all is late something is seen so often. */
    private static final long SOME_NS = 200_000_000;
    /** Pictures nearer to each other than this are not seen by anybody. */
    private static final long UNSEEN_NS = 12_000_000;
    /** So long pictures are laid in store before it goes: the first ones take longer, since decoders have just been opened. */
    private static final long FIRST_NS = 150_000_000;
    private static final long NAP_NS = 5_000_000;
    private static final long TICK_NS = 33_000_000;
    private static final long ROUNDED_US = 600;

    private final Job job;
    private final Request.Play play;
    private final Ring ring;
    private final Display display;
    private final Consumer<Answer> answers;
    private final Size within;
    private final AtomicLong dropped = new AtomicLong();
    private volatile double volume;

    Playing(Job job, Request.Play play, Ring ring, Display display, Consumer<Answer> answers) {
        this.job = job;
        this.play = play;
        this.ring = ring;
        this.display = display;
        this.answers = answers;
        this.volume = play.volume();
        this.within = Slots.fitting(play.within());
    }

    private void hear(Order order) {
        switch (order) {
            case Order.Taken(_, var slot) -> ring.free(slot);
            case Order.Loudness(_, var now) -> volume = now;
            default -> throw new IllegalStateException("not for what is played: " + order);
        }
    }

    Answer play(Optional<Reel> reel) throws Unable, Job.Unwanted {
        job.onOrder(this::hear);
        Request.Span span = play.span();
        long begin = span.startUs();
        do {
            if (play.speed() < 0) {
                back(reel.orElseThrow(() -> new Unable(Answer.Reason.NO_FRAME, "no picture to play backwards")), begin);
                begin = span.toUs();
            } else {
                on(reel, begin);
                begin = span.fromUs();
            }
            ring.clear();
        } while (play.loops() && span.toUs() - span.fromUs() > ROUNDED_US);
        return new Answer.Played(job.id());
    }

    private void on(Optional<Reel> reel, long begin) throws Unable, Job.Unwanted {
        Optional<Source> audible = play.sound().filter(_ -> play.speed() <= FASTEST_SOUND);
        Optional<Listening> sound = Listening.to(audible, begin, play.speed(), () -> volume, job);
        try {
            Pace pace = new Pace(play.speed(), () -> sound.map(Listening::heardUs).orElse(OptionalLong.empty()),
                    System::nanoTime);
            try (Showing showing = new Showing(job, ring, pace, play.speed(), dropped,
                    () -> sound.map(Listening::voice).orElse(Voice.SILENT), answers)) {
                long end = reel.isPresent() ? pictures(reel.get(), begin, pace, sound) : play.span().toUs();
                if (reel.isEmpty()) {
                    set(pace, begin, sound);
                }
                finish(pace, end, sound, showing);
            }
        } finally {
            sound.ifPresent(Listening::close);
        }
    }

    private void set(Pace pace, long begin, Optional<Listening> sound) throws Job.Unwanted {
        boolean sounds = false;
        if (sound.isPresent()) {
            sound.get().prepare(job);
            sounds = sound.get().voice() == Voice.HEARD;
            sound.get().start();
        }
        pace.start(begin, sounds);
    }

    /** All pictures up to the end of the span; gives when the last one is over. */
    private long pictures(Reel reel, long begin, Pace pace, Optional<Listening> sound) throws Unable, Job.Unwanted {
        long to = play.span().toUs();
        Held held = reel.find(Spot.AT, begin, job);
        lay(held);
        long laidUs = held.us();
        long laidNs = System.nanoTime();
        long length = reel.lengthUs(held);
        long patienceNs = laidNs + FIRST_NS;
        boolean goes = false;
        while (true) {
            Optional<Held> next = reel.after(held, job);
            boolean over = next.isEmpty() || next.get().us() >= to - ROUNDED_US;
            if (!goes && (over || ring.isNearlyFull() || System.nanoTime() > patienceNs)) {
                goes = true;
                set(pace, begin, sound);
            }
            if (over) {
                return next.isEmpty() ? held.us() + length : to;
            }
            held = next.get();
            length = reel.lengthUs(held) > 0 ? reel.lengthUs(held) : length;
            long left = pace.until(held.us());
            long now = System.nanoTime();
            if (left < -LOST_NS) {
                Held near = reel.find(Spot.NEAR, Math.min(pace.us(), to - 1), job);
                if (near.us() > held.us()) {
                    count((near.us() - held.us()) / Math.max(1, length));
                    held = reel.find(Spot.AT, near.us(), job);
                    left = 0;
                }
            }
            boolean late = left < 0 && now - laidNs < SOME_NS;
            boolean unseen = (held.us() - laidUs) * 1000 / play.speed() < UNSEEN_NS;
            if (late) {
                count(1);
            }
            if (!late && !unseen) {
                lay(held);
                laidUs = held.us();
                laidNs = System.nanoTime();
            }
        }
    }

    /** Faster or slower than it was made, frames are left out by intention. */
    private void count(long frames) {
        if (play.speed() == 1) {
            dropped.addAndGet(frames);
        }
    }

    private void lay(Held held) throws Unable, Job.Unwanted {
        Source source = play.picture().orElseThrow();
        AVFrame shown = display.show(held.frame(), Display.Lie.of(source), source.light(), within);
        try {
            ring.lay(shown, held.us(), job);
        } finally {
            avutil.av_frame_free(shown);
        }
    }

    /** Goes on until all is seen and heard; meanwhile tells the time where no picture does. */
    private void finish(Pace pace, long picturesEnd, Optional<Listening> sound, Showing showing) throws Job.Unwanted {
        long to = play.span().toUs();
        boolean known = to != Long.MAX_VALUE;
        long told = System.nanoTime();
        while (true) {
            job.goesOn();
            boolean heard = sound.map(Listening::isOver).orElse(true);
            long end = heard && !known || sound.isEmpty() ? Math.min(picturesEnd, to) : known ? to : Long.MAX_VALUE;
            if (ring.isEmpty() && pace.us() >= end) {
                return;
            }
            long now = System.nanoTime();
            if (now - Math.max(told, showing.toldNs()) > TICK_NS) {
                told = now;
                answers.accept(new Answer.Reached(job.id(), Math.min(pace.us(), to),
                        sound.map(Listening::voice).orElse(Voice.SILENT)));
            }
            LockSupport.parkNanos(NAP_NS);
        }
    }

    /** Down to the beginning of the span. */
    private void back(Reel reel, long begin) throws Unable, Job.Unwanted {
        long from = play.span().fromUs();
        Pace pace = new Pace(play.speed(), OptionalLong::empty, System::nanoTime);
        Held held = reel.find(Spot.AT, Math.min(begin, Math.max(from, play.span().toUs() - 1)), job);
        pace.start(held.us(), false);
        Showing showing = new Showing(job, ring, pace, play.speed(), dropped, () -> Voice.SILENT, answers);
        try {
            back(reel, pace, held);
        } finally {
            showing.close();
        }
    }

    private void back(Reel reel, Pace pace, Held begin) throws Unable, Job.Unwanted {
        long from = play.span().fromUs();
        Held held = begin;
        long shown = Long.MIN_VALUE;
        while (pace.us() > from) {
            job.goesOn();
            if (held.us() != shown) {
                shown = held.us();
                lay(held);
            }
            LockSupport.parkNanos(NAP_NS);
            held = reel.find(play.speed() < KEYFRAMES_BACK ? Spot.NEAR : Spot.AT, Math.max(from, pace.us()), job);
        }
        Held first = reel.find(Spot.AT, from, job);
        if (first.us() != shown) {
            lay(first);
        }
        while (!ring.isEmpty()) {
            job.goesOn();
            LockSupport.parkNanos(NAP_NS);
        }
    }
}
