package io.reelbench.engine.preview.decoder;

import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Where sound is heard: this computer's usual device, 48 kHz stereo. */
final class Speaker implements AutoCloseable {

    static final int RATE = 48_000;
    /** Of one moment, for both ears. */
    static final int FRAME_BYTES = 4;
    /** What may wait in the device: long enough for a busy computer, short enough for the volume to follow at once. */
    private static final int BUFFER = RATE / 8 * FRAME_BYTES;

    private final SourceDataLine line;

    private Speaker(SourceDataLine line) {
        this.line = line;
    }

    /** Empty where there is no device, or where it is taken. */
    static Optional<Speaker> open() {
        AudioFormat format = new AudioFormat(RATE, 16, 2, true, false);
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format, BUFFER);
            return Optional.of(new Speaker(line));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException | LinkageError none) {
            System.err.println("decoder: no sound device: " + none);
            return Optional.empty();
        }
    }

    /** How many bytes can be written without waiting. */
    int room() {
        return line.available();
    }

    /** Writes whole moments; waits until there is room. */
    void write(byte[] sound, int length) {
        line.write(sound, 0, length);
    }

    void start() {
        line.start();
    }

    /** How many moments of those written were heard, or are just being heard. */
    long heard() {
        return line.getLongFramePosition();
    }

    /** Silence at once. Whoever is writing comes back. */
    @Override
    public void close() {
        line.stop();
        line.flush();
        line.close();
    }
}
