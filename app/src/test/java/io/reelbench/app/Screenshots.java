package io.reelbench.app;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Photographs the real window in named states, at two sizes, dark and light, into {@code -Dscreenshots.to} (default
 * {@code target/screenshots}). With {@code -Dscreenshots.only=empty,wipe} only those. Clips come from {@code -Dreelbench.media} when that
 * folder is there, else from ffmpeg.
 */
public final class Screenshots {

    private static final List<int[]> SIZES = List.of(new int[]{1280, 720}, new int[]{1920, 1080});
    private static final int TEN = 10;

    /** Brings the window into a state; what it waits for is on the screen when it returns. Not on the FX thread. */
    @FunctionalInterface
    interface Scenario {
        void play(Bench bench) throws Exception;
    }

    /** What a scenario works with. */
    record Bench(Room room, Window window, Engine engine, Path folder) {

        /** On the FX thread. */
        void fire(String action) {
            Workplace.doFx(() -> room.actions().find(action).fire());
        }

        void add(List<Path> files) {
            Workplace.doFx(() -> room.desk().add(files));
            Workplace.until("all clips are looked into",
                    () -> room.desk().clips().stream().map(c -> c.facts().get()).noneMatch(Facts.Reading.class::isInstance));
        }

        /** Gives the pictures that are on their way time to come. */
        void settle(double seconds) throws Exception {
            java.util.concurrent.CountDownLatch calm = new java.util.concurrent.CountDownLatch(1);
            Workplace.doFx(() -> {
                PauseTransition pause = new PauseTransition(Duration.seconds(seconds));
                pause.setOnFinished(_ -> calm.countDown());
                pause.play();
            });
            calm.await();
        }
    }

    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
    private final Path to = Path.of(System.getProperty("screenshots.to", "target/screenshots")).toAbsolutePath();
    private final Path media = Path.of(System.getProperty("reelbench.media", "../shared/media")).toAbsolutePath().normalize();

    private Screenshots() {
        scenarios.put("empty", _ -> {
        });
        scenarios.put("ten-clips", b -> b.add(clips(b)));
        scenarios.put("wipe", this::wipe);
        scenarios.put("queue-running", this::running);
        scenarios.put("failure", this::failure);
        scenarios.put("damaged", this::damaged);
        scenarios.put("command-box", b -> {
            b.add(clips(b));
            b.fire("command-box");
        });
    }

    public static void main(String[] arguments) throws Exception {
        Screenshots shots = new Screenshots();
        Platform.startup(Theme::load);
        Platform.setImplicitExit(false);
        List<String> only = Stream.of(System.getProperty("screenshots.only", "").split(",")).filter(s -> !s.isBlank()).toList();
        for (Map.Entry<String, Scenario> one : shots.scenarios.entrySet()) {
            if (only.isEmpty() || only.contains(one.getKey())) {
                shots.take(one.getKey(), one.getValue());
            }
        }
        Platform.exit();
        System.exit(0);
    }

    private void take(String name, Scenario scenario) throws Exception {
        Path folder = Files.createTempDirectory("reelbench-screenshots");
        Places own = Places.in(folder);
        Path cache = Path.of("target", "test-cache").toAbsolutePath();
        Engine engine = Engine.open(new Places(own.data(), cache, own.config(), own.logs()), Engine.Mode.OWN_QUEUE);
        Carrier carrier = new Carrier();
        Window window = Workplace
                .onFx(() -> new Window(new Room(new Desk(engine, carrier), new Actions(), new Memory(own.config()))));
        Stage stage = Workplace.onFx(() -> {
            Stage fresh = new Stage();
            fresh.setScene(window.scene());
            fresh.show();
            return fresh;
        });
        Bench bench = new Bench(window.room(), window, engine, folder);
        try {
            size(stage, SIZES.getFirst());
            scenario.play(bench);
            for (int[] size : SIZES) {
                size(stage, size);
                for (Look look : Look.values()) {
                    Workplace.doFx(() -> {
                        if (bench.room().memory().now().look() != look) {
                            bench.room().actions().find("switch-theme").fire();
                        }
                    });
                    bench.settle(1.5);
                    write(name + "-" + look.name().toLowerCase(java.util.Locale.ROOT) + "-" + size[0], window);
                }
            }
        } finally {
            Workplace.doFx(() -> {
                stage.close();
                window.close();
            });
            carrier.close();
            engine.close();
        }
    }

    /** A scene may be larger than the screen of the headless platform. */
    private static void size(Stage stage, int[] size) {
        Workplace.doFx(() -> {
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
        });
    }

    private void write(String name, Window window) throws IOException {
        WritableImage seen = Workplace.onFx(() -> window.scene().snapshot(null));
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        int[] pixels = new int[width * height];
        seen.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Files.createDirectories(to);
        ImageIO.write(image, "png", to.resolve(name + ".png").toFile());
        System.out.println(to.resolve(name + ".png") + "  " + width + "×" + height);
    }

    private List<Path> clips(Bench bench) throws Exception {
        Path video = media.resolve("video");
        if (Files.isDirectory(video)) {
            try (Stream<Path> files = Files.list(video)) {
                List<Path> all = files.sorted().toList();
                return Stream.iterate(0, i -> i + Math.max(1, all.size() / TEN)).limit(TEN).filter(i -> i < all.size())
                        .map(all::get)
                        .toList();
            }
        }
        List<Path> made = new ArrayList<>();
        for (int i = 1; i <= TEN; i++) {
            made.add(film(bench, "shot_%02d.mp4".formatted(i), 4 + i));
        }
        return made;
    }

    private static Path film(Bench bench, String name, int seconds) throws Exception {
        Path file = bench.folder().resolve(name);
        bench.engine()
                .generate(List.of("-f", "lavfi", "-i", "mandelbrot=size=1280x720:rate=24", "-f", "lavfi", "-i",
                        "sine=frequency=330",
                        "-t", String.valueOf(seconds), "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac"), file);
        return file;
    }

    private void select(Bench bench, List<Clip> clips) {
        Workplace.doFx(() -> bench.room().desk().select(clips));
    }

    private void recipe(Bench bench, Card... cards) {
        Workplace.doFx(() -> bench.room().desk().edit("Recipe", null, draft -> draft.with(List.of(cards))));
    }

    private void wipe(Bench bench) throws Exception {
        bench.add(clips(bench));
        select(bench, List.of(bench.room().desk().clips().get(4)));
        recipe(bench, Card.of("scale").with("width", List.of("640")), Card.of("compress"));
        bench.settle(8);
    }

    private void running(Bench bench) throws Exception {
        bench.add(clips(bench));
        Workplace.doFx(() -> bench.room().desk().select(bench.room().desk().clips()));
        recipe(bench, Card.of("transcode").with("codec", List.of("av1")));
        bench.settle(4);
        bench.fire("add-to-queue");
        Workplace.doFx(() -> bench.room().actions().find("toggle-queue").fire());
        Workplace.until("three tasks run", () -> bench.engine().tasks().stream().filter(t -> t.state().isActive()).count() == 3);
        bench.settle(4);
    }

    private void failure(Bench bench) throws Exception {
        Path cut = film(bench, "cut short.mp4", 30);
        bench.add(List.of(cut, film(bench, "whole.mp4", 4)));
        Workplace.doFx(() -> bench.room().desk().select(bench.room().desk().clips()));
        recipe(bench, Card.of("transcode"));
        bench.settle(3);
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 3));
        bench.fire("add-to-queue");
        Workplace.until("the queue has ended",
                () -> !bench.engine().tasks().isEmpty() && bench.engine().tasks().stream().allMatch(t -> t.state().isOver()));
        Workplace.doFx(() -> bench.room().actions().find("toggle-queue").fire());
        bench.settle(3);
    }

    private void damaged(Bench bench) throws Exception {
        Path broken = Files.writeString(bench.folder().resolve("holiday.mov"), "this was a film once");
        List<Path> all = new ArrayList<>(clips(bench).subList(0, 3));
        all.add(1, broken);
        bench.add(all);
        select(bench, List.of(bench.room().desk().clips().get(1)));
        bench.settle(3);
    }
}
