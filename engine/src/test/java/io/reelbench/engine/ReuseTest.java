package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What was done before is taken from there, and only then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReuseTest {

    private static final int KILLS = Integer.getInteger("reelbench.kills", 3);
    private static final String SMALL = "{'op':'compress','crf':30,'preset':'ultrafast'}";

    private Path folder;
    private Engine engine;
    private final ConcurrentHashMap<String, CompletableFuture<Task>> over = new ConcurrentHashMap<>();

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        engine = Engine.open(places(folder), Engine.Mode.OWN_QUEUE);
        engine.listen(event -> {
            if (event instanceof TaskEvent.Changed(Task task) && task.state().isOver()) {
                future(task.id()).complete(task);
            }
        });
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private CompletableFuture<Task> future(String id) {
        return over.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    private static Places places(Path folder) {
        Places own = Places.in(folder.resolve("home"));
        return new Places(own.data(), Path.of("target", "studio", "cache").toAbsolutePath(), own.config(), own.logs());
    }

    /** A clip of its own for each test: what one test made is no other's. */
    private Path clip(String name, int hertz) throws Exception {
        Path file = folder.resolve(name);
        engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=1", "-f", "lavfi", "-i", "sine=" + hertz + ":d=1",
                "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-f", name.endsWith("mkv") ? "matroska" : "mp4"), file);
        return file;
    }

    private Recipe recipe(String... steps) {
        return recipe(engine, steps);
    }

    private static Recipe recipe(Engine engine, String... steps) {
        String json = ("{\"schema\":1,\"steps\":[" + String.join(",", steps) + "]}").replace('\'', '"');
        return engine.recipes().read(json).value().orElseThrow();
    }

    private Request request(Path clip, String... steps) {
        return new Request(clip, recipe(steps), new OutputWish().into(folder.resolve("out-" + clip.getFileName())),
                Priority.NORMAL);
    }

    private Task done(Request request) throws Exception {
        Task task = future(engine.submit(List.of(request)).getFirst().id()).get(5, TimeUnit.MINUTES);
        assertThat(task.state()).as("%s", task.outcome().failure()).isEqualTo(TaskState.DONE);
        engine.results().settle();
        return task;
    }

    private static boolean isTaken(Task task) {
        return task.outcome().notes().stream().anyMatch(n -> n.key().equals("reuse.same-as"));
    }

    private static Path file(Task task) {
        return task.outcome().results().getFirst().file();
    }

    @Test
    void theSameBytesAndStepsGiveTheEarlierResultWhateverTheClipIsCalled() throws Exception {
        Path clip = clip("first.mp4", 300);
        Task first = done(request(clip, SMALL));
        Task second = done(request(clip, SMALL));
        Path renamed = Files.copy(clip, folder.resolve("renamed.mp4"));
        Task third = done(request(renamed, SMALL));
        assertThat(isTaken(first)).isFalse();
        assertThat(List.of(second, third)).allSatisfy(task -> {
            assertThat(isTaken(task)).isTrue();
            assertThat(file(task)).hasSameBinaryContentAs(file(first)).isNotEqualTo(file(first));
            assertThat(task.outcome().results().getFirst().proof()).as("it is proven like any other").isPresent();
        });
        assertThat(second.outcome().notes().getFirst())
                .hasToString("The same as first.mp4: taken from " + file(first) + ".");
        assertThat(file(third).getFileName().toString()).startsWith("renamed");
    }

    @Test
    void aByteThatChangedWithTheSameSizeAndDateIsAnotherClip() throws Exception {
        Path clip = clip("byte.mp4", 310);
        done(request(clip, SMALL));
        FileTime date = Files.getLastModifiedTime(clip);
        try (RandomAccessFile bytes = new RandomAccessFile(clip.toFile(), "rw")) {
            bytes.seek(bytes.length() - 1);
            int last = bytes.read();
            bytes.seek(bytes.length() - 1);
            bytes.write(last ^ 1);
        }
        Files.setLastModifiedTime(clip, date);
        assertThat(isTaken(done(request(clip, SMALL)))).isFalse();
    }

    @Test
    void anyOtherOptionIsAnotherRecipeButItsNameIsNot() throws Exception {
        Path clip = clip("recipe.mp4", 320);
        done(request(clip, SMALL));
        assertThat(isTaken(done(request(clip, "{'op':'compress','crf':31,'preset':'ultrafast'}")))).isFalse();
        assertThat(isTaken(done(request(clip, "{'op':'trim','start':0.2,'mode':'exact'}", SMALL)))).isFalse();
        Recipe named = new Recipe(java.util.Optional.of("Named"), recipe(SMALL).steps());
        Task same = done(new Request(clip, named, new OutputWish().into(folder.resolve("named")), Priority.NORMAL));
        assertThat(isTaken(same)).isTrue();
    }

    @Test
    void aFileBesideTheClipCounts() throws Exception {
        Path clip = clip("beside.mp4", 330);
        Path words = Files.writeString(folder.resolve("words.srt"), "1\n00:00:00,000 --> 00:00:00,900\nOne\n");
        String burn = "{'op':'subtitle-burn','subtitle':'" + words + "'}";
        done(request(clip, burn));
        assertThat(isTaken(done(request(clip, burn)))).isTrue();
        FileTime date = Files.getLastModifiedTime(words);
        Files.writeString(words, "1\n00:00:00,000 --> 00:00:00,900\nTwo\n");
        Files.setLastModifiedTime(words, date);
        assertThat(isTaken(done(request(clip, burn)))).isFalse();
    }

    @Test
    void aResultThatIsGoneOrAlteredIsMadeAnew() throws Exception {
        Path clip = clip("result.mp4", 340);
        Task first = done(request(clip, SMALL));
        byte[] whole = Files.readAllBytes(file(first));
        FileTime date = Files.getLastModifiedTime(file(first));
        byte[] altered = whole.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(file(first), altered);
        Files.setLastModifiedTime(file(first), date);
        Task second = done(request(clip, SMALL));
        assertThat(isTaken(second)).as("another byte, the same size and date").isFalse();
        assertThat(file(second)).isNotEqualTo(file(first)).satisfies(f -> assertThat(engine.probe(f).lengthUs()).isPresent());
        Files.delete(file(first));
        Task third = done(request(clip, SMALL));
        assertThat(isTaken(third)).as("the second one is as good").isTrue();
        Files.delete(file(second));
        Files.delete(file(third));
        assertThat(isTaken(done(request(clip, SMALL)))).as("none is left").isFalse();
    }

    @Test
    void itIsDoneAnewWhenThatIsWished() throws Exception {
        Path clip = clip("afresh.mp4", 350);
        done(request(clip, SMALL));
        Task anew = done(request(clip, SMALL).afresh());
        assertThat(isTaken(anew)).isFalse();
        assertThat(engine.request(anew).fresh()).as("asked for again it is the same").isTrue();
        engine.settings().change(java.util.Map.of("reuse", List.of("no")));
        assertThat(isTaken(done(request(clip, SMALL)))).isFalse();
        engine.settings().change(java.util.Map.of("reuse", List.of()));
        assertThat(isTaken(done(request(clip, SMALL)))).isTrue();
    }

    @Test
    void copiesReportsAndWrittenCommandsAreNeverTaken() throws Exception {
        Path clip = clip("never.mp4", 360);
        for (String step : List.of("{'op':'transcode','container':'mkv'}", "{'op':'probe','format':'json'}",
                "{'op':'raw','command':'-i {{in_1}} -vf hflip {{out_1}}','outputs':['out_1=side.mp4']}",
                "{'op':'frames','interval':0.5,'format':'png'}")) {
            done(request(clip, step));
            assertThat(isTaken(done(request(clip, step)))).as(step).isFalse();
        }
    }

    @Test
    void killedWhileItTakesAResultItTakesItAgain() throws Exception {
        Path own = Files.createDirectories(folder.resolve("killed"));
        Path clip = own.resolve("clip.mp4");
        engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=4,noise=alls=60:allf=t", "-c:v", "libx264",
                "-preset", "ultrafast", "-crf", "5", "-f", "mp4"), clip);
        Random random = new Random(3);
        Set<String> accepted = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            accepted.addAll(killed(own, clip, random.nextInt(400)));
        }
        try (Engine again = Engine.open(places(own), Engine.Mode.OWN_QUEUE)) {
            org.awaitility.Awaitility.await().atMost(5, TimeUnit.MINUTES)
                    .until(() -> again.tasks().stream().allMatch(t -> t.state().isOver()));
            List<Task> tasks = again.tasks();
            assertThat(tasks).extracting(Task::id).containsAll(accepted).doesNotHaveDuplicates();
            assertThat(tasks).allSatisfy(t -> assertThat(t.state()).as("%s", t.outcome()).isEqualTo(TaskState.DONE));
            assertThat(tasks).filteredOn(ReuseTest::isTaken).isNotEmpty();
            assertThat(Files.list(own.resolve("out"))).as("each is placed once, and nothing half is left").hasSize(tasks.size());
            assertThat(tasks).allSatisfy(t -> assertThat(again.probe(file(t)).lengthUs().getAsLong()).isBetween(3_900_000L,
                    4_100_000L));
        }
    }

    private static List<String> killed(Path own, Path clip, int afterMs) throws Exception {
        try (ChildEngine child = ChildEngine.start(Victim.class, own, clip)) {
            List<String> accepted = child.accepted();
            child.work(afterMs);
            child.kill();
            return accepted;
        }
    }

    /** The engine that is killed: makes one result, then asks for it many times. */
    public static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            Path own = Path.of(arguments[0]);
            ChildEngine.begun();
            try (Engine engine = Engine.open(places(own), Engine.Mode.OWN_QUEUE)) {
                Request request = new Request(Path.of(arguments[1]),
                        recipe(engine, "{'op':'compress','crf':8,'preset':'ultrafast'}"),
                        new OutputWish().into(own.resolve("out")), Priority.NORMAL);
                String first = engine.submit(List.of(request)).getFirst().id();
                ChildEngine.accepted(first);
                org.awaitility.Awaitility.await().forever().until(() -> engine.task(first).orElseThrow().state().isOver());
                engine.results().settle();
                for (int i = 0; i < 6; i++) {
                    ChildEngine.accepted(engine.submit(List.of(request)).getFirst().id());
                }
                ChildEngine.running();
            }
        }
    }
}
