package io.reelbench.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a test hears of a file: its samples, levels, tones and loudness. */
final class Ears {

    /** Samples per second at which files are listened to. */
    static final int RATE = 48_000;

    private final Studio studio;

    Ears(Studio studio) {
        this.studio = studio;
    }

    /** The samples of one channel of a sound track, both from 0; what the container hides at the start is not among them. */
    float[] channel(Path file, int track, int channel) throws Exception {
        FloatBuffer samples = ByteBuffer.wrap(studio.raw(file, "-map", "0:a:" + track, "-af",
                "pan=mono|c0=c%d,aresample=%d".formatted(channel, RATE), "-f", "f32le")).order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] all = new float[samples.remaining()];
        samples.get(all);
        return all;
    }

    /** The highest sample of a track, in dBFS. */
    double peak(Path file, int track) throws Exception {
        double most = 0;
        for (float sample : channel(file, track, 0)) {
            most = Math.max(most, Math.abs(sample));
        }
        return 20 * Math.log10(most);
    }

    /** The level of one tone in a channel, in dBFS of its peak, by Goertzel's algorithm over the middle second. */
    double tone(Path file, int track, int channel, double hertz) throws Exception {
        float[] all = channel(file, track, channel);
        int from = Math.max(0, (all.length - RATE) / 2);
        return tone(all, from, Math.min(all.length, from + RATE), hertz);
    }

    static double tone(float[] samples, int from, int to, double hertz) {
        double step = 2 * Math.PI * hertz / RATE;
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < to; i++) {
            real += samples[i] * Math.cos(step * i);
            imaginary += samples[i] * Math.sin(step * i);
        }
        return 20 * Math.log10(2 * Math.hypot(real, imaginary) / (to - from) + 1e-9);
    }

    /** The integrated loudness of a track by EBU R 128, in LUFS. */
    double loudness(Path file, int track) throws Exception {
        Path said = Files.createTempFile(studio.folder(), "loudness", ".txt");
        studio.raw(file, "-map", "0:a:" + track, "-af",
                "ebur128=metadata=1,ametadata=print:key=lavfi.r128.I:file=" + said, "-f", "s16le");
        List<String> lines = Files.readAllLines(said).stream().filter(l -> l.contains("=")).toList();
        return Double.parseDouble(lines.getLast().substring(lines.getLast().indexOf('=') + 1));
    }
}
