package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Plays a clip's sound from a moment on, on a thread of its own, and knows which moment is heard. */
final class Listening implements AutoCloseable {

    /** Written at once, so that somebody who stops it does not wait. */
    private static final int PIECE = Speaker.RATE / 50 * Speaker.FRAME_BYTES;

    private final Source source;
    private final long fromUs;
    private final double speed;
    private final DoubleSupplier volume;
    private final Job job;
    private final CountDownLatch primed = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread thread;
    private volatile Voice voice = Voice.HEARD;
    private volatile boolean over;
    private volatile Speaker device;
    private volatile boolean whole;
    private volatile long written;

    private Listening(Source source, long fromUs, double speed, DoubleSupplier volume, Job job) {
        this.source = source;
        this.fromUs = fromUs;
        this.speed = speed;
        this.volume = volume;
        this.job = job;
        this.thread = Thread.ofPlatform().daemon().name("lane-PLAYING-sound").start(this::work);
    }

    /** Prepares what is heard first. */
    static Optional<Listening> to(Optional<Source> sound, long fromUs, double speed, DoubleSupplier volume, Job job) {
        return sound.map(source -> new Listening(source, fromUs, speed, volume, job));
    }

    private void work() {
        try {
            Optional<Speaker> device = Speaker.open();
            if (device.isEmpty()) {
                voice = Voice.NO_DEVICE;
                return;
            }
            try (Speaker speaker = device.get(); Heard heard = new Heard(source, fromUs, speed, job)) {
                play(heard, speaker);
            }
        } catch (Unable | RuntimeException broken) {
            System.err.println("decoder: sound: " + broken);
            voice = Voice.BROKEN;
        } catch (Job.Unwanted stopped) {
            over = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            whole = true;
            primed.countDown();
        }
    }

    private void play(Heard heard, Speaker speaker) throws Unable, Job.Unwanted, InterruptedException {
        List<byte[]> first = new ArrayList<>();
        int bytes = 0;
        byte[] next = heard.next();
        while (next != null && bytes < Speaker.BUFFER) {
            first.add(next);
            bytes += next.length;
            next = heard.next();
        }
        if (bytes == 0) {
            voice = Voice.BROKEN;
            return;
        }
        primed.countDown();
        go.await();
        device = speaker;
        for (byte[] piece : first) {
            say(piece, speaker);
        }
        while (next != null && !over) {
            say(next, speaker);
            next = heard.next();
        }
        whole = true;
        // the device falls silent when it is let go
        finished.await();
    }

    private void say(byte[] piece, Speaker speaker) {
        for (int at = 0; at < piece.length && !over; at += PIECE) {
            byte[] part = Arrays.copyOfRange(piece, at, Math.min(piece.length, at + PIECE));
            amplify(part, volume.getAsDouble());
            speaker.write(part, part.length);
            written += part.length / Speaker.FRAME_BYTES;
        }
    }

    /** Loudness is felt by its cube, more or less. */
    private static void amplify(byte[] samples, double volume) {
        if (volume >= 1) {
            return;
        }
        double gain = volume * volume * volume;
        for (int i = 0; i + 1 < samples.length; i += 2) {
            int sample = (int) Math.round(((samples[i] & 255) | samples[i + 1] << 8) * gain);
            samples[i] = (byte) sample;
            samples[i + 1] = (byte) (sample >> 8);
        }
    }

    /** Waits until the first sound lies ready, or until it is known that none will come. */
    void prepare(Job waiting) throws Job.Unwanted {
        try {
            while (!primed.await(50, TimeUnit.MILLISECONDS)) {
                waiting.goesOn();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Job.Unwanted();
        }
    }

    void start() {
        go.countDown();
    }

    Voice voice() {
        return voice;
    }

    /** The moment that is heard now, in microseconds of the clip; empty before the first one and behind the last. */
    OptionalLong heardUs() {
        Speaker speaker = device;
        if (speaker == null || over || voice != Voice.HEARD) {
            return OptionalLong.empty();
        }
        long frames = speaker.heard();
        if (frames <= 0 || whole && frames >= written) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(fromUs + (long) (frames * 1_000_000.0 / Speaker.RATE * speed));
    }

    /** Whether everything was heard. */
    boolean isOver() {
        Speaker speaker = device;
        return voice != Voice.HEARD || whole && (speaker == null || speaker.heard() >= written);
    }

    @Override
    public void close() {
        over = true;
        go.countDown();
        finished.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
