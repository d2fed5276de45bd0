package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.image.Image;

/**
 * How far apart a flash is seen and its beep is heard: the pulse that shows the one, and the other as PulseAudio's {@code parec} records it
 * from the monitor of the usual sink. Needs a PulseAudio server with a null sink, named by {@code PULSE_SERVER}.
 */
final class SoundSync implements WindowBench.Measure {

    private static final int RATE = 48_000;
    private static final int LOUD = 4000;
    private static final long SECOND = 1_000_000_000;

    @Override
    public String title() {
        return "picture later than its sound (negative: earlier), at most 40 ms either way";
    }

    @Override
    public double[] take(Path folder, int n) throws Exception {
        int seconds = n + 2;
        Process recorder = new ProcessBuilder("parec", "--raw", "--format=s16le", "--rate=" + RATE, "--channels=1",
                "--latency-msec=5", "--device=@DEFAULT_MONITOR@").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (Opened opened = new Opened(folder)) {
            var clip = opened.add(opened.place().make("flash.mp4",
                    List.of("-f", "lavfi", "-i",
                            "color=black:size=1280x720:rate=30:duration=" + seconds
                                    + ",drawbox=color=white:t=fill:enable='lt(mod(n,30),1)*gt(n,0)'",
                            "-f", "lavfi", "-i",
                            "aevalsrc='if(lt(mod(t,1),0.05)*gt(t,0.5),0.8*sin(2*PI*1000*t),0)':s=48000:d=" + seconds, "-c:v",
                            "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac")));
            Workplace.until("the source is seen", () -> opened.sourcePicture().getImage() != null);
            Recording recording = new Recording(recorder.getInputStream());
            Thread listening = Thread.ofPlatform().daemon().start(recording);
            List<Long> flashes = new ArrayList<>();
            AtomicBoolean light = new AtomicBoolean();
            Runnable look = () -> {
                Image now = opened.sourcePicture().getImage();
                boolean white = (now.getPixelReader().getArgb((int) now.getWidth() / 2, (int) now.getHeight() / 2) & 255) > 128;
                if (white && !light.getAndSet(true)) {
                    flashes.add(System.nanoTime());
                } else if (!white) {
                    light.set(false);
                }
            };
            Workplace.doFx(() -> {
                opened.scene().addPostLayoutPulseListener(look);
                opened.place().room().actions().find("play").fire();
            });
            Workplace.until("it was played", () -> clip.playhead().get() >= (seconds - 1) * 1_000_000L + 500_000);
            Workplace.doFx(() -> opened.scene().removePostLayoutPulseListener(look));
            recorder.destroy();
            listening.join();
            return apart(flashes, recording.beeps());
        } finally {
            recorder.destroyForcibly();
        }
    }

    private static double[] apart(List<Long> flashes, List<Long> beeps) {
        double[] apart = flashes.stream().mapToDouble(flash -> beeps.stream().mapToDouble(beep -> (flash - beep) / 1e6)
                .reduce((a, b) -> Math.abs(a) < Math.abs(b) ? a : b).orElse(Double.NaN)).toArray();
        System.out.printf("  %d flashes, %d beeps: %s%n", flashes.size(), beeps.size(), java.util.Arrays.toString(apart));
        return apart;
    }

    /** What is heard, with the time of each sample. */
    private static final class Recording implements Runnable {

        private final InputStream from;
        private final List<Long> onsets = new ArrayList<>();
        /** When sample 0 was heard: no piece can come earlier than it was heard. */
        private long zeroNs = Long.MAX_VALUE;

        Recording(InputStream from) {
            this.from = from;
        }

        @Override
        public void run() {
            byte[] piece = new byte[960];
            long samples = 0;
            long lastLoud = -RATE;
            try {
                for (int read = from.readNBytes(piece, 0, piece.length); read == piece.length; read = from.readNBytes(piece, 0,
                        piece.length)) {
                    long now = System.nanoTime();
                    for (int i = 0; i < read; i += 2) {
                        if (Math.abs((short) (piece[i] & 255 | piece[i + 1] << 8)) > LOUD) {
                            if (samples - lastLoud > RATE / 2) {
                                onsets.add(samples);
                            }
                            lastLoud = samples;
                        }
                        samples++;
                    }
                    zeroNs = Math.min(zeroNs, now - samples * SECOND / RATE);
                }
            } catch (java.io.IOException over) {
                System.out.println("  the recording ended: " + over.getMessage());
            }
        }

        List<Long> beeps() {
            return onsets.stream().map(sample -> zeroNs + sample * SECOND / RATE).toList();
        }
    }
}
