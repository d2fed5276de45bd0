package io.reelbench.engine.preview.decoder;

import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Sound through Java's own devices. */
final class LineSpeaker implements Speaker {

    private final SourceDataLine line;
    private boolean started;

    private LineSpeaker(SourceDataLine line) {
        this.line = line;
    }

    static Optional<Speaker> open() {
        AudioFormat format = new AudioFormat(RATE, 16, 2, true, false);
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format, BUFFER);
            return Optional.of(new LineSpeaker(line));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException | LinkageError none) {
            System.err.println("decoder: no sound device: " + none.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void write(byte[] sound, int length) {
        if (!started) {
            // before the first sound: some devices of Linux wait for ever when it comes after
            started = true;
            line.start();
        }
        line.write(sound, 0, length);
    }

    @Override
    public long heard() {
        return line.getLongFramePosition();
    }

    @Override
    public void close() {
        line.stop();
        line.flush();
        line.close();
    }
}
