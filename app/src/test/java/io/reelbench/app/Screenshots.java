package io.reelbench.app;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.problem.Text;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Photographs the real window in named states, at two sizes, dark and light, into {@code -Dscreenshots.to} (default
 * {@code target/screenshots}). With {@code -Dscreenshots.only=empty,wipe} only those. Clips come from {@code -Dreelbench.media} when that
 * folder is there, else from ffmpeg; those of {@code window}, the picture of the README, are free films.
 */
public final class Screenshots {

    private static final List<int[]> SIZES = List.of(new int[]{1280, 720}, new int[]{1920, 1080});
    private static final int TEN = 10;
    /** So many clips come as files, the others in a folder. */
    private static final int LOOSE = 5;
    private static final Duration CALM = Duration.seconds(1.5);
    /** Clips that show a lot, in this order; the first one has a face in it after {@value #TELLING} seconds. */
    private static final List<String> TELLING_CLIPS = List.of("sintel-trailer-720p-h264-aac.mp4",
            "tears-of-steel-battle-800x332-vp8.webm",
            "bbb-1080p60-h264-aac51.mp4", "hlg10-hevc-1080p.mp4", "interlaced-1080i50-sony-a7m3.mts",
            "long-12min-1080p-earth-mkv-srt.mkv",
            "flower-540p-h264-aac.mp4", "iphone-portrait-rot90.mov", "multi-3audio-3subs-count.mkv",
            "cockatoo-444-mp3-in-mp4.mp4");
    private static final int TELLING = 29;
    /** Films of the Blender Foundation (CC BY 3.0), NASA (public domain) and Mozilla (CC0), which the README may show; it names them. */
    private static final List<Map.Entry<String, String>> FREE_CLIPS = List.of(
            Map.entry("sintel_trailer.mp4", "sintel-trailer-720p-h264-aac.mp4"),
            Map.entry("tears_of_steel_battle.webm", "tears-of-steel-battle-800x332-vp8.webm"),
            Map.entry("bunny_wakes.webm", "bbb-720p-vp8-vorbis-30s.webm"),
            Map.entry("big_buck_bunny_60p.mp4", "bbb-1080p60-h264-aac51.mp4"),
            Map.entry("earth_from_orbit.mov", "earth-h264-aac.mov"),
            Map.entry("flower_macro.mp4", "flower-540p-h264-aac.mp4"),
            Map.entry("frog_pond.mp4", "frog-480p-h264-aac.mp4"),
            Map.entry("tears_bridge.webm", "av1-1920x800-film-noaudio.webm"),
            Map.entry("pig_at_the_fence.mp4", "pig-480p-h264-aac.mp4"));

    /** Brings the window into a state; what it waits for is on the screen when it returns. Not on the FX thread. */
    @FunctionalInterface
    interface Scenario {
        void play(Bench bench) throws Exception;
    }

    /** What a scenario works with. */
    record Bench(Room room, Window window, Engine engine, Path folder, List<String> before) {

        /** On the FX thread. */
        void fire(String action) {
            Workplace.doFx(() -> room.actions().find(action).fire());
        }

        void add(List<Path> files) {
            Workplace.doFx(() -> room.desk().add(files));
            Workplace.until("all clips are looked into",
                    () -> room.desk().clips().stream().map(c -> c.facts().get()).noneMatch(Facts.Reading.class::isInstance));
        }

        /** What hangs on a control is shown anew for each picture: its place depends on the size. */
        void beforeEachFire(String action) {
            before.add(action);
        }

        /** Puts the playhead of the clip on screen that many seconds on. */
        void goTo(int seconds) throws Exception {
            Workplace.until("there is a picture", () -> room.actions().find("second-on").possible().get());
            for (int i = 0; i < seconds; i++) {
                fire("second-on");
            }
            settle(Duration.seconds(4));
        }

        /** Gives the pictures that are on their way time to come. */
        void settle(Duration time) throws Exception {
            CountDownLatch calm = new CountDownLatch(1);
            Workplace.doFx(() -> {
                PauseTransition pause = new PauseTransition(time);
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
        scenarios.put("compare", this::compare);
        scenarios.put("folders", this::folders);
        scenarios.put("queue-running", b -> running(b, clips(b)));
        scenarios.put("failure", this::failure);
        scenarios.put("damaged", this::damaged);
        scenarios.put("command-box", b -> {
            b.add(clips(b));
            b.fire("command-box");
        });
        scenarios.put("steps", b -> {
            b.add(clips(b));
            select(b, b.room().desk().clips().subList(1, 2));
            b.fire("add-step");
        });
        scenarios.put("open-step", this::problem);
        scenarios.put("presets", b -> {
            wipe(b);
            b.beforeEachFire("presets");
        });
        scenarios.put("explain", b -> {
            wipe(b);
            b.beforeEachFire("explain-plan");
        });
        scenarios.put("about-clip", b -> {
            b.add(clips(b));
            b.beforeEachFire("about-clip");
        });
        scenarios.put("window", this::readme);
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
            fresh.setX(0);
            fresh.setY(0);
            fresh.show();
            return fresh;
        });
        Bench bench = new Bench(window.room(), window, engine, folder, new ArrayList<>());
        try {
            size(stage, SIZES.getFirst());
            // Nothing on the picture is under the pointer.
            Workplace.doFx(() -> new Robot().mouseMove(1919, 1079));
            scenario.play(bench);
            for (int[] size : SIZES) {
                size(stage, size);
                for (Look look : Look.values()) {
                    Workplace.doFx(() -> {
                        if (bench.room().memory().now().look() != look) {
                            bench.room().actions().find("switch-theme").fire();
                        }
                    });
                    bench.before().forEach(action -> Workplace.doFx(() -> {
                        List.copyOf(javafx.stage.Window.getWindows()).stream().filter(PopupWindow.class::isInstance)
                                .forEach(javafx.stage.Window::hide);
                        bench.room().actions().find(action).fire();
                    }));
                    bench.settle(CALM);
                    write(name + "-" + look.name().toLowerCase(Locale.ROOT) + "-" + size[0], size);
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

    /** What is on the display: with the popups, which are windows of their own. */
    private void write(String name, int[] size) throws IOException {
        int width = size[0];
        int height = size[1];
        int[] pixels = new int[width * height];
        Workplace.doFx(() -> {
            Robot robot = new Robot();
            robot.getScreenCapture(null, 0, 0, width, height).getPixelReader().getPixels(0, 0, width, height,
                    PixelFormat.getIntArgbInstance(), pixels, 0, width);
        });
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Files.createDirectories(to);
        ImageIO.write(image, "png", to.resolve(name + ".png").toFile());
        System.out.println(to.resolve(name + ".png") + "  " + width + "×" + height);
    }

    /** Copies: outputs are put beside their clips. */
    private List<Path> clips(Bench bench) throws Exception {
        List<Path> telling = TELLING_CLIPS.stream().map(media.resolve("video")::resolve).toList();
        if (!telling.stream().allMatch(Files::isRegularFile)) {
            return DrawnClips.make(bench.engine(), bench.folder(), TEN);
        }
        List<Path> copies = new ArrayList<>();
        for (Path clip : telling) {
            copies.add(Files.copy(clip, bench.folder().resolve(clip.getFileName())));
        }
        return copies;
    }

    private void select(Bench bench, List<Clip> clips) {
        Workplace.doFx(() -> bench.room().desk().select(clips));
    }

    private void selectFirst(Bench bench, int count) {
        select(bench, bench.room().desk().clips().subList(0, count));
    }

    private void recipe(Bench bench, Card... cards) {
        Workplace.doFx(() -> bench.room().desk().edit(Text.verbatim("Recipe"), null, draft -> draft.with(List.of(cards))));
    }

    private void wipe(Bench bench) throws Exception {
        bench.add(clips(bench));
        selectFirst(bench, 1);
        recipe(bench, Card.of("scale").with("resolution", List.of("360p")), Card.of("compress").with("quality", List.of("20")));
        bench.goTo(TELLING);
    }

    /** One is done, three run, the others wait. */
    private void running(Bench bench, List<Path> clips) throws Exception {
        bench.add(clips);
        Clip shown = bench.room().desk().clips().getFirst();
        select(bench, bench.room().desk().clips().subList(6, 7));
        recipe(bench, Card.of("scale").with("resolution", List.of("360p")), Card.of("compress"));
        enqueue(bench);
        Workplace.until("the first is done", () -> bench.engine().tasks().stream().allMatch(t -> t.state().isOver()));
        Workplace.doFx(() -> bench.room().desk().select(bench.room().desk().clips(), shown));
        recipe(bench,
                Card.of("transcode").with("container", List.of("mkv")).with("video-codec", List.of("av1"))
                        .with("preset", List.of("slow"))
                        .with("quality", List.of("80")));
        bench.goTo(TELLING);
        enqueue(bench);
        Workplace.doFx(() -> bench.room().actions().find("toggle-queue").fire());
        Workplace.until("three tasks run", () -> bench.engine().tasks().stream().filter(t -> t.state().isActive()).count() == 3);
        bench.settle(Duration.seconds(6));
    }

    private static void enqueue(Bench bench) {
        int before = bench.engine().tasks().size();
        Workplace.until("the plan stands", () -> bench.room().actions().find("add-to-queue").possible().get());
        bench.fire("add-to-queue");
        Workplace.until("it is in the queue", () -> bench.engine().tasks().size() > before);
    }

    private void failure(Bench bench) throws Exception {
        List<Path> films = DrawnClips.make(bench.engine(), bench.folder(), 3);
        Path cut = films.getFirst();
        bench.add(films);
        select(bench, bench.room().desk().clips());
        recipe(bench, Card.of("transcode"));
        bench.settle(Duration.seconds(3));
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 3));
        enqueue(bench);
        Workplace.until("the queue has ended", () -> bench.engine().tasks().stream().allMatch(t -> t.state().isOver()));
        bench.fire("toggle-queue");
        bench.settle(Duration.seconds(3));
    }

    private void damaged(Bench bench) throws Exception {
        Path broken = Files.writeString(bench.folder().resolve("holiday.mov"), "this was a film once");
        List<Path> all = new ArrayList<>(clips(bench).subList(0, 3));
        all.add(1, broken);
        bench.add(all);
        select(bench, List.of(bench.room().desk().clips().get(1)));
        bench.settle(Duration.seconds(3));
    }

    /** A step is open and one of its values cannot be. */
    private void problem(Bench bench) throws Exception {
        bench.add(clips(bench));
        selectFirst(bench, 3);
        bench.fire("add-step:transcode");
        Workplace.doFx(
                () -> bench.room().desk().edit(Text.verbatim("Recipe"), null, draft -> draft.with(List.of(Card.of("transcode")
                        .with("container", List.of("webm")).with("video-codec", List.of("h264"))))));
        bench.goTo(TELLING);
    }

    /** The picture of the README: a film is graded, levelled and made smaller, while others are worked on. */
    private void readme(Bench bench) throws Exception {
        bring(bench, freeClips(bench));
        List<Clip> all = List.copyOf(Workplace.onFx(() -> List.copyOf(bench.room().desk().clips())));
        select(bench, all.subList(4, 5));
        recipe(bench, Card.of("loudness-report"));
        enqueue(bench);
        select(bench, all.subList(5, 6));
        recipe(bench, Card.of("frames").with("count", List.of("12")));
        enqueue(bench);
        Workplace.until("both are done", () -> bench.engine().tasks().stream().allMatch(t -> t.state().isOver()));
        select(bench, all.subList(0, 1));
        bench.goTo(TELLING);
        Workplace.doFx(() -> bench.room().desk().select(all, all.getFirst()));
        recipe(bench, Card.of("transcode").with("container", List.of("mkv")).with("video-codec", List.of("h265"))
                .with("preset", List.of("medium")));
        Workplace.until("all are planned", () -> all.stream().allMatch(c -> c.planning().get() instanceof Planning.Ready));
        enqueue(bench);
        bench.fire("toggle-queue");
        Workplace.doFx(() -> bench.room().desk().select(all.subList(0, 3), all.getFirst()));
        recipe(bench, Card.of("trim").with("start", List.of("14")).with("end", List.of("44")),
                Card.of("loudness").with("standard", List.of("streaming")), Card.of("compress"));
        bench.fire("add-step:colour");
        Workplace.doFx(() -> bench.room().desk().edit(Text.verbatim("Colour"), null, draft -> draft.change(2, card -> card
                .with("contrast", List.of("1.12")).with("saturation", List.of("1.35")).with("temperature", List.of("4600")))));
        Workplace.until("three tasks run", () -> bench.engine().tasks().stream().filter(t -> t.state().isActive()).count() >= 3);
        bench.settle(Duration.seconds(25));
    }

    /** Free films under names as people give them; without them, drawn ones. */
    private List<Path> freeClips(Bench bench) throws Exception {
        if (!FREE_CLIPS.stream().map(clip -> media.resolve("video").resolve(clip.getValue())).allMatch(Files::isRegularFile)) {
            return DrawnClips.make(bench.engine(), bench.folder(), TEN);
        }
        List<Path> copies = new ArrayList<>();
        for (Map.Entry<String, String> clip : FREE_CLIPS) {
            Path folder = copies.size() < LOOSE
                    ? bench.folder()
                    : Files.createDirectories(bench.folder().resolve("second camera"));
            copies.add(Files.copy(media.resolve("video").resolve(clip.getValue()), folder.resolve(clip.getKey())));
        }
        return copies;
    }

    /** Some as files, the others in their folder. */
    private static void bring(Bench bench, List<Path> files) {
        List<Path> given = new ArrayList<>(files.subList(0, LOOSE));
        Path folder = files.getLast().getParent();
        given.addAll(folder.equals(files.getFirst().getParent()) ? files.subList(LOOSE, files.size()) : List.of(folder));
        Workplace.doFx(() -> bench.window().bring(given));
        Workplace.until("all clips are looked into", () -> bench.room().desk().clips().size() == files.size() && bench.room()
                .desk().clips().stream().map(c -> c.facts().get()).noneMatch(Facts.Reading.class::isInstance));
    }

    /** A finished file beside its clip. */
    private void compare(Bench bench) throws Exception {
        wipe(bench);
        enqueue(bench);
        Workplace.until("it is done", () -> bench.engine().tasks().stream().allMatch(t -> t.state().isOver()));
        bench.fire("toggle-queue");
        Workplace.doFx(() -> bench.room().desk().comparing().begin(bench.engine().tasks().getFirst(), () -> {
        }, failure -> {
            throw new AssertionError(failure);
        }));
        bench.settle(Duration.seconds(4));
    }

    /** Folders open and shut. */
    private void folders(Bench bench) throws Exception {
        List<Path> files = freeClips(bench);
        Path many = Files.createDirectories(bench.folder().resolve("rushes"));
        for (int i = 1; i <= 2 * TEN; i++) {
            Files.copy(files.getLast(), many.resolve("take " + i + ".mp4"));
        }
        bring(bench, files);
        Workplace.doFx(() -> bench.window().bring(List.of(many)));
        bench.settle(Duration.seconds(6));
    }
}
