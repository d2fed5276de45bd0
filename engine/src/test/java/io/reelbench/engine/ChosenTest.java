package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.Transcode;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.preview.Where;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each setting that the engine answers to does what it says. */
class ChosenTest {

    private static final Path SHARED = Path.of("target", "test-cache").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Places places() {
        Places own = Places.in(folder);
        return new Places(own.data(), SHARED, own.config(), own.logs());
    }

    private Engine engine() throws Exception {
        return Engine.open(places(), Engine.Mode.THROW_AWAY);
    }

    private Path film(Engine engine, String name) throws Exception {
        Path file = folder.resolve(name);
        engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=2", "-c:v", "libx264", "-preset",
                "ultrafast"), file);
        return file;
    }

    private static List<Request> requests(Path film, int count) {
        Recipe recipe = new Recipe(Optional.empty(), List.of(new Transcode()));
        List<Request> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Request(film, recipe, new OutputWish(), Priority.NORMAL));
        }
        return all;
    }

    @Test
    void soManyTasksRunAtOnce() throws Exception {
        try (Engine engine = engine()) {
            Path film = film(engine, "film.mp4");
            engine.settings().change(Map.of("tasks", List.of("1")));
            List<Integer> together = new ArrayList<>();
            try (var pin = engine.listen(_ -> {
                synchronized (together) {
                    together.add((int) engine.tasks().stream().filter(t -> t.state() == TaskState.RUNNING).count());
                }
            })) {
                assertThat(pin).isNotNull();
                // the change takes effect on a thread of its own
                Awaitility.await().atMost(PATIENCE).until(() -> engine.settings().now().work().tasks() == 1);
                List<Task> tasks = engine.submit(requests(film, 3));
                Awaitility.await().atMost(PATIENCE).until(() -> tasks.stream()
                        .allMatch(t -> engine.task(t.id()).filter(now -> now.state().isOver()).isPresent()));
            }
            synchronized (together) {
                assertThat(together).isNotEmpty().allMatch(n -> n <= 1);
            }
        }
    }

    @Test
    void anotherFfmpegIsLookedAtAndThenUsed() throws Exception {
        try (Engine engine = engine()) {
            assertThat(engine.look(folder.resolve("none")).why()).isPresent();
            Path lonely = script("lonely", "echo ffmpeg version 8.0 of mine");
            assertThat(engine.look(lonely).why().map(Text::toString)).contains("there is no ffprobe beside it");
            Path bin = Files.createDirectories(folder.resolve("bin"));
            script("bin/ffprobe", "echo ffprobe version 8.0 of mine");
            assertThat(engine.look(script("bin/ffmpeg", "echo hello there you")).why()).isPresent();
            script("bin/ffmpeg", "echo ffmpeg version 4.4.1 Copyright");
            assertThat(engine.look(bin.resolve("ffmpeg")).why().map(Text::toString)).hasValueSatisfying(
                    why -> assertThat(why).contains("4.4.1", "too old"));
        }
        Path own = ownPrograms();
        try (Engine engine = engine()) {
            assertThat(engine.look(own).version()).isPresent();
            engine.settings().change(Map.of("ffmpeg", List.of(own.toString())));
        }
        try (Engine engine = engine()) {
            Path film = film(engine, "made.mp4");
            assertThat(engine.probe(film).name()).isEqualTo("made.mp4");
            assertThat(folder.resolve("used")).as("the chosen program ran").exists();
            assertThat(engine.openingTroubles()).isEmpty();
        }
        Files.delete(own);
        try (Engine engine = engine()) {
            assertThat(engine.openingTroubles()).extracting(Text::toString).singleElement().asString()
                    .contains("The ffmpeg that comes along is used");
            assertThat(film(engine, "still.mp4")).exists();
        }
    }

    /** Stands before our own programs, and leaves a trace. */
    private Path ownPrograms() throws Exception {
        Path bundled;
        try (var found = Files.walk(SHARED.resolve("programs"))) {
            bundled = found.filter(f -> f.getFileName().toString().equals("ffmpeg")).findFirst().orElseThrow();
        }
        Path home = bundled.getParent();
        Files.createDirectories(folder.resolve("own"));
        for (String name : List.of("ffmpeg", "ffprobe")) {
            script("own/" + name, "touch '" + folder.resolve("used") + "'\nexport LD_LIBRARY_PATH='"
                    + home.resolve("stub") + ":" + home + "'\nexec '" + home.resolve(name) + "' \"$@\"");
        }
        return folder.resolve("own").resolve("ffmpeg");
    }

    private Path script(String name, String body) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    @Test
    void workingFilesLieWhereTheyWereWished() throws Exception {
        Path cache = folder.resolve("elsewhere").resolve("cache");
        try (Engine engine = engine()) {
            engine.settings().change(Map.of("cache", List.of(cache.toString())));
        }
        try (Engine engine = engine()) {
            assertThat(engine.places().cache()).isEqualTo(cache);
            assertThat(cache.resolve("programs")).isDirectory();
        }
        try (Engine engine = engine()) {
            engine.settings().change(Map.of("cache", List.of(Files.writeString(folder.resolve("file"), "").toString())));
        }
        try (Engine engine = engine()) {
            assertThat(engine.places().cache()).isEqualTo(SHARED);
            assertThat(engine.openingTroubles()).extracting(Text::toString).singleElement().asString().contains("Working files");
        }
    }

    @Test
    void thePreviewCacheKeepsToItsLimitAndCanBeEmptied() throws Exception {
        Places own = Places.in(folder);
        try (Engine engine = Engine.open(new Places(own.data(), own.cache(), own.config(), own.logs()), Engine.Mode.THROW_AWAY)) {
            var media = engine.probe(film(engine, "film.mp4"));
            engine.previews().thumbnail(media, new Size(160, 90)).get();
            Awaitility.await().atMost(PATIENCE).until(() -> engine.previews().cachedBytes() > 0);
            engine.previews().clearCache();
            assertThat(engine.previews().cachedBytes()).isZero();
            Path old = Files.createDirectories(own.cache().resolve("previews").resolve("kept").resolve("aa")).resolve("x.kept");
            try (var wide = new java.io.RandomAccessFile(old.toFile(), "rw")) {
                wide.setLength(150_000_000);
            }
            engine.settings().change(Map.of("cache-limit", List.of("100MB")));
            Awaitility.await().atMost(PATIENCE).until(() -> engine.previews().cachedBytes() < 100_000_000);
        }
    }

    @Test
    void otherRoomForFramesStartsTheDecoderAnew() throws Exception {
        try (Engine engine = engine()) {
            var media = engine.probe(film(engine, "film.mp4"));
            engine.previews().frame(media, new Where.At(0), new Size(160, 90)).get();
            List<Long> before = decoders();
            engine.settings().change(Map.of("frames", List.of("100MB")));
            Awaitility.await().atMost(PATIENCE).until(() -> decoders().stream().noneMatch(before::contains));
            assertThat(engine.previews().frame(media, new Where.At(40_000), new Size(160, 90)).get().picture().size().width())
                    .isEqualTo(160);
        }
    }

    private static List<Long> decoders() {
        return ProcessHandle.current().children().filter(p -> p.info().commandLine().orElse("").contains("--decoder"))
                .map(ProcessHandle::pid).toList();
    }
}
