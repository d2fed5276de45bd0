package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** From an arrow key to the pulse that shows the frame beside, in a neighbourhood that was walked through before. */
final class SteppedFrames implements WindowBench.Measure {

    private static final int AROUND = 8;

    @Override
    public String title() {
        return "key → frame when stepping, cached neighbourhood, 1080p, at most 80 ms";
    }

    @Override
    public double[] take(Path folder, int n) throws Exception {
        try (Opened opened = new Opened(folder)) {
            opened.add(opened.film("film.mp4", 10));
            Workplace.until("the source is seen", () -> opened.sourcePicture().getImage() != null);
            Node well = opened.scene().lookup(".rb-well");
            for (int i = 0; i < AROUND; i++) {
                step(opened, well, KeyCode.RIGHT);
            }
            double[] taken = new double[4 * n];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = step(opened, well, i / (AROUND - 1) % 2 == 0 ? KeyCode.LEFT : KeyCode.RIGHT);
            }
            return taken;
        }
    }

    private static double step(Opened opened, Node well, KeyCode key) throws Exception {
        CompletableFuture<Double> shown = new CompletableFuture<>();
        Runnable[] look = new Runnable[1];
        Workplace.doFx(() -> {
            Image before = opened.sourcePicture().getImage();
            long from = System.nanoTime();
            look[0] = () -> {
                if (opened.sourcePicture().getImage() != before) {
                    shown.complete((System.nanoTime() - from) / 1e6);
                }
            };
            opened.scene().addPostLayoutPulseListener(look[0]);
            Event.fireEvent(well, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
        Workplace.until("the frame is seen", shown::isDone);
        Workplace.doFx(() -> opened.scene().removePostLayoutPulseListener(look[0]));
        return shown.get();
    }
}
