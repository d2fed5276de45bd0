package io.reelbench.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole command line in this process, with the real engine. */
@org.junit.jupiter.api.Timeout(value = 3, unit = TimeUnit.MINUTES)
class CliTest {

    private static final Path HOME = Path.of("target", "studio").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void film() throws Exception {
        try (Engine engine = Engine.open(Places.in(HOME), Engine.Mode.THROW_AWAY)) {
            engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2", "-f", "lavfi", "-i", "sine=d=2", "-c:v",
                    "libx264", "-preset", "ultrafast", "-g", "25", "-c:a", "aac"), made.resolve("film.mp4"));
            engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=60,noise=alls=30:allf=t", "-c:v", "libx264",
                    "-preset", "ultrafast"), made.resolve("long.mp4"));
        }
    }

    @BeforeEach
    void clips() throws IOException {
        Files.copy(made.resolve("film.mp4"), folder.resolve("film.mp4"));
    }

    private int run(String... arguments) {
        return run(new Stop(Thread.currentThread()), false, arguments);
    }

    private int run(Stop stop, boolean terminal, String... arguments) {
        List<String> all = new ArrayList<>();
        if (!List.of(arguments).contains("--data-dir")) {
            all.addAll(List.of("--data-dir", HOME.toString()));
        }
        all.addAll(Arrays.asList(arguments));
        out.reset();
        err.reset();
        Shell shell = new Shell(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), folder, terminal, () -> 80, true, false, stop);
        return Cli.run(all, shell);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private List<JsonNode> objects() {
        return out().lines().map(JSON::readTree).toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    @Test
    void stepWithSinkOptionsWritesOneFile() throws IOException {
        assertThat(run("scale", "film.mp4", "--width", "50%", "--crf", "30", "-o", "half.mkv")).as(err()).isZero();

        assertThat(files()).containsExactly("film.mp4", "half.mkv");
        assertThat(out()).contains("film.mp4 → half.mkv");
        assertThat(err()).isEmpty();
        run("probe", "half.mkv", "--json");
        assertThat(objects().getFirst().path("width").asInt()).isEqualTo(160);
        assertThat(objects().getFirst().path("audioCodec").asString()).isEqualTo("aac");
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws IOException {
        Files.createFile(folder.resolve("empty.mp4"));

        assertThat(run("thumbnail", "empty.mp4", "nosuch.mp4", "film.mp4")).isEqualTo(1);

        assertThat(err()).contains("There is no file nosuch.mp4.", "empty.mp4 is empty (0 bytes).");
        assertThat(out()).contains("1 done and verified, 1 failed, 1 not opened");
        assertThat(files()).containsExactly("empty.mp4", "film-thumbnail.jpg", "film.mp4");
    }

    @Test
    void folderIsMirrored() throws IOException {
        Files.createDirectories(folder.resolve("in/a/b"));
        Files.copy(folder.resolve("film.mp4"), folder.resolve("in/a/b/one.mp4"));
        Files.copy(folder.resolve("film.mp4"), folder.resolve("in/two.mp4"));

        assertThat(run("extract-audio", "in", "--to", "out", "--name", "{index}-{name}")).as(err()).isZero();

        assertThat(files()).contains("out/a/b/1-one.m4a", "out/2-two.m4a");
    }

    @Test
    void namesThatMeetAreToldApartAndExplainedBefore() throws IOException {
        Files.createDirectories(folder.resolve("in/a"));
        Files.copy(folder.resolve("film.mp4"), folder.resolve("in/a/film.mp4"));
        Files.createDirectories(folder.resolve("out"));
        Files.createFile(folder.resolve("out/001 film 90p.mp4"));
        String[] line = {"scale", "film.mp4", "in/a/film.mp4", "film.mp4", "--height", "90", "--to", "out", "--name",
                "{n:3} {name} {resolution}"};
        List<String> explain = new ArrayList<>(List.of("explain"));
        explain.addAll(List.of(line));
        assertThat(run(explain.toArray(String[]::new))).as(err()).isZero();
        assertThat(out()).contains("film.mp4 → out/001 film 90p-2.mp4", "in/a/film.mp4 → out/002 film 90p.mp4");
        assertThat(run(line)).as(err()).isZero();
        assertThat(files()).contains("out/001 film 90p.mp4", "out/001 film 90p-2.mp4", "out/002 film 90p.mp4");
        assertThat(run("thumbnail", "film.mp4", "in/a/film.mp4", "--to", "out", "--name", "poster")).as(err()).isZero();
        assertThat(files()).contains("out/poster.jpg", "out/poster-2.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale film.mp4 --width 0", "scale film.mp4", "trim film.mp4 --start 5", "scale film.mp4 --nonsense",
            "transcode film.mp4 --container webm --video-codec h264", "scale film.mp4 --width 50% -o small.jpg", "nonsense",
            "transcode film.mp4 film2.mp4 . -o x.mp4 --", "transcode film.mp4 -o x.xyz", "explain trim film.mp4 --start 5"})
    void badValuesExitWith2AndMakeNothing(String line) throws IOException {
        Files.copy(folder.resolve("film.mp4"), folder.resolve("film2.mp4"));

        assertThat(run(line.split(" "))).as(err()).isEqualTo(2);

        assertThat(err()).startsWith("reelbench");
        assertThat(files()).containsExactly("film.mp4", "film2.mp4");
    }

    @Test
    void existingFilesAreKeptAndSkippingCountsAsDone() throws IOException {
        assertThat(run("thumbnail", "film.mp4")).isZero();
        Files.setLastModifiedTime(folder.resolve("film-thumbnail.jpg"), FileTime.fromMillis(1_000_000));
        assertThat(run("thumbnail", "film.mp4", "--if-exists", "skip")).isZero();
        assertThat(out()).contains("left alone");
        assertThat(run("thumbnail", "film.mp4", "--if-exists", "fail")).isEqualTo(1);
        assertThat(run("thumbnail", "film.mp4")).isZero();

        assertThat(files()).containsExactly("film-thumbnail-2.jpg", "film-thumbnail.jpg", "film.mp4");
        assertThat(Files.getLastModifiedTime(folder.resolve("film-thumbnail.jpg")).toMillis()).isEqualTo(1_000_000);
    }

    @Test
    void recipesAreRunAndExplained() throws IOException {
        Files.writeString(folder.resolve("share.json"),
                "{\"schema\":1,\"name\":\"share\",\"steps\":[{\"op\":\"scale\",\"height\":90},{\"op\":\"compress\",\"if-larger\":\"write\"}]}");

        assertThat(run("explain", "run", "share.json", "film.mp4")).as(err()).isZero();
        assertThat(out()).contains("film.mp4 → film-share.mp4", "picture", "ffmpeg", "scale=160:90");
        assertThat(files()).hasSize(2);
        assertThat(run("run", "share.json", "film.mp4", "--to", "out")).as(err()).isZero();
        assertThat(files()).contains("out/film-share.mp4");
        run("explain", "scale", "film.mp4", "--width", "50%", "--json");
        assertThat(objects().getFirst().path("commands").get(0).asString()).contains("libx264");
    }

    @Test
    void presetsAreListedRunAndSentAsOneFile() throws IOException {
        assertThat(run("presets")).isZero();
        assertThat(out()).contains("Share", "Web 1080p", "every browser", "Archive");
        assertThat(run("run", "poster still", "film.mp4")).as(err()).isZero();
        assertThat(files()).contains("film-poster.jpg");
        assertThat(run("explain", "run", "Smaller, looks the same", "film.mp4")).as(err()).isZero();
        assertThat(out()).contains("film.mp4 → film-small.mp4", " to ").containsPattern("about [0-9.]+ (to [0-9.]+ )?s");

        assertThat(run("presets", "export", "Web 1080p", "Podcast", "--to", "ours.reelbench")).as(err()).isZero();
        assertThat(run("presets", "export", "Podcast", "--to", "ours.reelbench")).as("it is there").isEqualTo(2);
        assertThat(run("presets", "export", "Nothing")).isEqualTo(2);
        assertThat(err()).contains("Nothing: there is no preset");
        assertThat(run("run", "ours.reelbench", "film.mp4")).isEqualTo(2);
        assertThat(err()).contains("holds 2 presets", "reelbench presets import");

        String own = folder.resolve("home").toString();
        String text = Files.readString(folder.resolve("ours.reelbench")).replace("\"Podcast\"", "\"Talk\"").replace("\"mono\"",
                "\"moon\"");
        Files.writeString(folder.resolve("theirs.reelbench"), text.replace("\"Web 1080p\"", "\"Site\""));
        assertThat(run("--data-dir", own, "presets", "import", "theirs.reelbench")).isEqualTo(1);
        assertThat(out()).contains("Site is kept");
        assertThat(err()).contains("preset Talk", "moon");
        assertThat(run("--data-dir", own, "presets", "import", "ours.reelbench")).as(err()).isZero();
        assertThat(out()).contains("Web 1080p is there already", "Podcast is there already");
        assertThat(run("--data-dir", own, "presets", "list", "--json")).isZero();
        assertThat(objects().getFirst().path("name").asString()).isEqualTo("Site");
        assertThat(run("--data-dir", own, "presets", "show", "site")).isZero();
        assertThat(out()).contains("clip-web.…", "\"schema\":1");
    }

    @Test
    void jsonTellsEveryEvent() throws IOException {
        Files.createFile(folder.resolve("empty.mp4"));

        assertThat(run("trim", "film.mp4", "empty.mp4", "nosuch", "--end", "1", "--json")).isEqualTo(1);

        List<JsonNode> events = objects();
        assertThat(events.stream().map(e -> e.path("event").asString())).contains("added", "started", "done", "failed",
                "summary");
        JsonNode done = events.stream().filter(e -> e.path("event").asString().equals("done")).findFirst().orElseThrow();
        assertThat(Path.of(done.path("outputs").get(0).path("file").asString())).exists();
        assertThat(events.stream().map(e -> e.path("error").path("kind").asString("")).filter(k -> !k.isEmpty()))
                .containsExactlyInAnyOrder("missing", "empty-file");
        assertThat(events.getLast().path("exitCode").asInt()).isEqualTo(1);
        assertThat(err()).isEmpty();
    }

    @Test
    void jsonNamesWhatIsWrongWithACommandLine() {
        assertThat(run("scale", "film.mp4", "--width", "0", "--json")).isEqualTo(2);

        assertThat(objects().getFirst().path("option").asString()).isEqualTo("width");
        assertThat(objects().getFirst().path("code").asString()).isEqualTo("out-of-range");
    }

    @Test
    void terminalEndsCleanOfBars() {
        assertThat(run(new Stop(Thread.currentThread()), true, "scale", "film.mp4", "--width", "50%")).isZero();

        assertThat(out()).contains("✓ film.mp4 → film-scale.mp4").endsWith("\u001B[J\u001B[?25h");
    }

    @Test
    void stoppingLeavesNothingHalfDone() throws Exception {
        Path film = made.resolve("long.mp4");
        Stop stop = new Stop(Thread.currentThread());
        // a thread of its own: the engine hears of ended processes on the common pool, which may have a single thread
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread.ofPlatform()
                .start(() -> code.complete(run(stop, false, "compress", film.toString(), "--preset", "veryslow", "--to", "out")));
        org.awaitility.Awaitility.await().atMost(1, TimeUnit.MINUTES)
                .until(() -> files().stream().anyMatch(f -> f.endsWith(".part")));

        stop.ask();

        assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(130);
        assertThat(files()).containsExactly("film.mp4");
        assertThat(err()).contains("Nothing is left half done.");
    }

    @Test
    void versionAndReferenceNeedNoEngine() {
        Shell shell = new Shell(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder, false, () -> 80, true, false, new Stop(Thread.currentThread()));
        Path own = folder.resolve("own");
        for (String line : List.of("--version", "--help", "operations", "operations scale", "scale --help",
                "operations --json", "help trim", "schema")) {
            List<String> all = new ArrayList<>(List.of("--data-dir", own.toString()));
            all.addAll(List.of(line.split(" ")));
            assertThat(Cli.run(all, shell)).as(line).isZero();
        }
        assertThat(own).doesNotExist();
        assertThat(out()).startsWith("Reelbench ").contains("1 to 16384 px", "\"max\":16384", "Usage: reelbench trim",
                "\"$schema\" : \"https://json-schema.org/draft/2020-12/schema\"");
        assertThat(err()).isEmpty();
    }

    @Test
    void anotherCommandIsNamedWhereItIsTheOneThatIsMeant() {
        assertThat(run("convert-audio", "film.mp4")).isNotZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("take the sound out of it (extract-audio)");
    }
}
