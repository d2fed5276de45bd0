package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;

/** From the death of the decoder to the next picture that a new one made, while somebody drags the playhead. */
final class KilledDecoder implements WindowBench.Measure {

    private static final int EVERY_MS = 30;
    private static final double PER_STEP = 0.013;

    @Override
    public String title() {
        return "decoder killed while scrubbing, picture back, at most 1000 ms";
    }

    @Override
    public double[] take(Path folder, int n) throws Exception {
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        try (Opened opened = new Opened(folder)) {
            opened.add(opened.film("film.mp4", 20));
            Workplace.until("the source is seen", () -> opened.sourcePicture().getImage() != null);
            double[] at = new double[1];
            hand.scheduleAtFixedRate(
                    () -> javafx.application.Platform.runLater(() -> opened.drag(at[0] = (at[0] + PER_STEP) % 1)),
                    0, EVERY_MS, TimeUnit.MILLISECONDS);
            double[] taken = new double[n];
            try (Pinging pinging = new Pinging()) {
                for (int i = 0; i < n; i++) {
                    newPicture(opened).get();
                    taken[i] = killed(opened);
                }
                System.out.printf("longest pause of the window meanwhile: %.0f ms%n", pinging.longestMs());
            }
            return taken;
        } finally {
            hand.shutdownNow();
        }
    }

    private static double killed(Opened opened) throws Exception {
        ProcessHandle old = decoder().orElseThrow();
        long from = System.nanoTime();
        old.destroyForcibly();
        old.onExit().join();
        // a picture that was on its way is no picture of the new one's
        while (decoder().isEmpty()) {
            Thread.onSpinWait();
        }
        newPicture(opened).get();
        return (System.nanoTime() - from) / 1e6;
    }

    private static Optional<ProcessHandle> decoder() {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)
                .filter(p -> p.info().command().orElse("").endsWith("java")).findFirst();
    }

    private static CompletableFuture<Image> newPicture(Opened opened) {
        CompletableFuture<Image> coming = new CompletableFuture<>();
        Workplace.doFx(() -> opened.sourcePicture().imageProperty().subscribe((_, now) -> coming.complete(now)));
        return coming;
    }
}
