package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Voice;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Plays a clip's sound from a moment on, on a thread of its own, and knows which moment is heard. */
final class Listening implements AutoCloseable {

    /** What a sound server still holds when Java's own buffer is empty, in microseconds. */
    static final long BEHIND_US = 0;

    private final Source source;
    private final long fromUs;
    private final double speed;
    private final DoubleSupplier volume;
    private final Job job;
    private final CountDownLatch primed = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final Thread thread;
    private volatile Voice voice = Voice.HEARD;
    private volatile boolean over;
    private volatile Speaker speaker;
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
            speaker = device.get();
            try (Heard heard = new Heard(source, fromUs, speed, job)) {
                play(heard);
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

    private void play(Heard heard) throws Unable, Job.Unwanted, InterruptedException {
        boolean goes = false;
        for (byte[] next = heard.next(); next != null && !over; next = heard.next()) {
            if (!goes && speaker.room() < next.length) {
                begin();
                goes = true;
            }
            if (next.length > 0 && !over) {
                amplify(next, volume.getAsDouble());
                speaker.write(next, next.length);
                written += next.length / Speaker.FRAME_BYTES;
            }
        }
        if (!goes && !over && written > 0) {
            begin();
        } else if (written == 0) {
            voice = Voice.BROKEN;
        }
    }

    private void begin() throws InterruptedException {
        primed.countDown();
        go.await();
        if (!over) {
            speaker.start();
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
        Speaker device = speaker;
        if (device == null || over || voice != Voice.HEARD) {
            return OptionalLong.empty();
        }
        long frames = device.heard();
        if (frames <= 0 || whole && frames >= written) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(fromUs + (long) ((frames * 1_000_000.0 / Speaker.RATE - BEHIND_US) * speed));
    }

    /** Whether everything was heard. */
    boolean isOver() {
        Speaker device = speaker;
        return voice != Voice.HEARD || device == null || whole && device.heard() >= written;
    }

    @Override
    public void close() {
        over = true;
        go.countDown();
        Speaker device = speaker;
        if (device != null) {
            device.close();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (device == null && speaker != null) {
            speaker.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
