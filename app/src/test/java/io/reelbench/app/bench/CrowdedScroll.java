package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Facts;
import io.reelbench.engine.Request;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.operation.RecipeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.input.ScrollEvent;

/**
 * The longest pause of the window while somebody scrolls through {@code -Dbench.clips} clips (5000), and then through twice as many past tasks:
 * first with the wheel, then from end to end as with the bar.
 */
final class CrowdedScroll implements WindowBench.Measure {

    private static final int CLIPS = Integer.getInteger("bench.clips", 5000);
    private static final int WHEEL_MS = 16;
    private static final double WHEEL = -120;
    private static final int TURNS = 500;
    private static final int JUMPS = 60;

    @Override
    public String title() {
        return "longest pause while scrolling " + CLIPS + " clips and " + 2 * CLIPS + " past tasks, at most 50 ms";
    }

    @Override
    public double[] take(Path folder, int n) throws Exception {
        double[] taken = new double[2 * n];
        try (Opened opened = new Opened(folder)) {
            List<Path> files = files(opened);
            Workplace.doFx(() -> opened.desk().add(files));
            past(opened, files.getFirst());
            Workplace.until("all are read",
                    () -> opened.desk().clips().stream().noneMatch(c -> c.facts().get() instanceof Facts.Reading));
            for (int i = 0; i < n; i++) {
                Workplace.doFx(() -> opened.place().room().actions().find("go-bench").fire());
                taken[2 * i] = scrolled(list(opened, ".rb-clip-list"));
                Workplace.doFx(() -> opened.place().room().actions().find("go-history").fire());
                ListView<?> past = list(opened, "#past-list");
                Workplace.until("the past is there", () -> past.getItems().size() >= 2 * CLIPS);
                taken[2 * i + 1] = scrolled(past);
                System.out.printf("  clips %.0f ms, past tasks %.0f ms%n", taken[2 * i], taken[2 * i + 1]);
            }
        }
        return taken;
    }

    private static ListView<?> list(Opened opened, String id) {
        return (ListView<?>) opened.scene().lookup(id);
    }

    /** Tasks that were cancelled before they ran are past as well. */
    private static void past(Opened opened, Path file) throws Exception {
        var engine = opened.place().engine();
        engine.pauseAll().join();
        var recipe = new RecipeReader(engine.catalog()).read("{\"schema\":1,\"steps\":[{\"op\":\"compress\"}]}").value()
                .orElseThrow();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 2 * CLIPS; i++) {
            requests.add(new Request(file, recipe, new OutputWish(), Priority.NORMAL).afresh());
        }
        List<String> ids = engine.submit(requests).stream().map(Task::id).toList();
        engine.cancel(ids).join();
        engine.remove(ids).join();
    }

    private static double scrolled(ListView<?> list) {
        AtomicInteger turns = new AtomicInteger();
        var hand = Executors.newSingleThreadScheduledExecutor();
        try (Pinging pinging = new Pinging()) {
            hand.scheduleAtFixedRate(() -> Platform.runLater(() -> turn(list, turns.getAndIncrement())), 0, WHEEL_MS,
                    TimeUnit.MILLISECONDS);
            Workplace.until("it is scrolled", () -> turns.get() >= TURNS + JUMPS);
            return pinging.longestMs();
        } finally {
            hand.shutdownNow();
        }
    }

    private static void turn(ListView<?> list, int turn) {
        if (turn < TURNS) {
            Event.fireEvent(list.lookup(".sheet"),
                    new ScrollEvent(ScrollEvent.SCROLL, 50, 50, 50, 50, false, false, false, false, false, false, 0,
                            WHEEL, 0, WHEEL, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                            ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
        } else {
            list.scrollTo((int) ((long) list.getItems().size() * ((turn - TURNS) * 37 % JUMPS) / JUMPS));
        }
    }

    private static List<Path> files(Opened opened) throws Exception {
        Path film = opened.place().film("short.mp4", 1, 160, 90);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            files.add(Files.copy(film, film.resolveSibling("clip " + i + ".mp4")));
        }
        return files;
    }
}
