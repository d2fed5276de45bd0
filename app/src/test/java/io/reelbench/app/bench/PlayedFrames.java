package io.reelbench.app.bench;

import io.reelbench.app.room.Tip;
import io.reelbench.app.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.scene.image.Image;

/**
 * The clip is {@code -Dbench.clip}, a minute long, when that is there, else made.
 * How many frames of a minute of 1080p30 are not seen, beside an idle queue: those that come too late, and those that no pulse shows.
 */
final class PlayedFrames implements WindowBench.Single {

    private static final int SECONDS = 60;
    private static final int RATE = 30;

    @Override
    public String title() {
        return "frames not seen in a minute of 1080p30 H.264, at most 1";
    }

    @Override
    public String unit() {
        return "frames";
    }

    @Override
    public double once(Path folder, int run) throws Exception {
        try (Opened opened = new Opened(folder.resolve("run" + run))) {
            Path given = Path.of(System.getProperty("bench.clip", ""));
            var clip = opened.add(Files.isRegularFile(given)
                    ? given
                    : opened.place().make("minute.mp4",
                            List.of("-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=30:duration=" + SECONDS, "-f", "lavfi",
                                    "-i",
                                    "sine=frequency=440:duration=" + SECONDS, "-c:v", "libx264", "-preset", "veryfast",
                                    "-pix_fmt",
                                    "yuv420p", "-c:a", "aac")));
            Workplace.until("the source is seen", () -> opened.sourcePicture().getImage() != null);
            AtomicInteger seen = new AtomicInteger();
            Image[] last = new Image[1];
            String[] told = new String[1];
            Runnable look = () -> {
                Image now = opened.sourcePicture().getImage();
                if (now != last[0]) {
                    last[0] = now;
                    seen.incrementAndGet();
                }
                String tip = Tip.of(opened.scene().lookup(".rb-timecode"));
                told[0] = tip.isEmpty() ? told[0] : tip;
            };
            Workplace.doFx(() -> {
                opened.scene().addPostLayoutPulseListener(look);
                opened.place().room().actions().find("play").fire();
            });
            Workplace.until("it was played", () -> clip.playhead().get() >= (SECONDS - 1) * 1_000_000L + 900_000);
            Workplace.doFx(() -> opened.scene().removePostLayoutPulseListener(look));
            // the still before and a frame that is on its way count for nothing
            long frames = Workplace.onFx(() -> Math.round(clip.playhead().get() * RATE / 1e6)) + 1;
            ProcessHandle.current().descendants().filter(p -> p.info().command().orElse("").endsWith("java")).findFirst()
                    .flatMap(p -> p.info().totalCpuDuration())
                    .ifPresent(cpu -> System.out.printf("  the decoder took %.1f s of processor time%n", cpu.toMillis() / 1e3));
            System.out.printf("  %d of %d frames seen; the window says: %s%n", seen.get(), frames, told[0]);
            return Math.max(0, frames - seen.get());
        }
    }
}
