package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.image.Image;

/** How many pictures are seen a second while somebody drags the playhead slowly through a film with few keyframes. */
final class ScrubbedFrames implements WindowBench.Measure {

    private static final int SECONDS = 8;
    private static final int HAND_MS = 16;

    @Override
    public String title() {
        return "pictures a second while scrubbing 1080p with a keyframe every 10 s, at least 15";
    }

    @Override
    public String unit() {
        return "/s";
    }

    @Override
    public double[] take(Path folder, int n) throws Exception {
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        try (Opened opened = new Opened(folder)) {
            opened.add(opened.place().make("long.mp4",
                    List.of("-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=25:duration=30", "-c:v", "libx264", "-preset",
                            "veryfast", "-g", "250", "-keyint_min", "250", "-sc_threshold", "0")));
            Workplace.until("the source is seen", () -> opened.sourcePicture().getImage() != null);
            double[] taken = new double[n];
            for (int i = 0; i < n; i++) {
                taken[i] = scrub(opened, hand);
            }
            return taken;
        } finally {
            hand.shutdownNow();
        }
    }

    private static double scrub(Opened opened, ScheduledExecutorService hand) throws Exception {
        int[] last = new int[1];
        AtomicInteger pictures = new AtomicInteger();
        Runnable look = () -> {
            int now = looks(opened.sourcePicture().getImage());
            if (now != last[0]) {
                last[0] = now;
                pictures.incrementAndGet();
            }
        };
        Workplace.doFx(() -> opened.scene().addPostLayoutPulseListener(look));
        int steps = SECONDS * 1000 / HAND_MS;
        int[] at = new int[1];
        long from = System.nanoTime();
        var moving = hand.scheduleAtFixedRate(
                () -> javafx.application.Platform.runLater(() -> opened.drag(Math.min(1, at[0]++ / (double) steps))),
                0, HAND_MS, TimeUnit.MILLISECONDS);
        Workplace.until("it was dragged to the end", () -> at[0] >= steps);
        moving.cancel(false);
        double seconds = (System.nanoTime() - from) / 1e9;
        Workplace.doFx(() -> opened.scene().removePostLayoutPulseListener(look));
        return pictures.get() / seconds;
    }

    /** The same keyframe once more is no new picture. */
    private static int looks(Image image) {
        int sum = 0;
        for (int x = 0; x < image.getWidth(); x += 5) {
            for (int y = 0; y < image.getHeight(); y += 17) {
                sum = 31 * sum + image.getPixelReader().getArgb(x, y);
            }
        }
        return sum;
    }
}
