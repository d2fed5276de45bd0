package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From a file on disk to a verified output: what must hold whatever the operation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineTest {

    private static final String REMUX = "{'op':'transcode','container':'mkv'}";

    @TempDir
    static Path folder;

    private Studio studio;
    private Path clip;
    private Path longer;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        clip = studio.counted("clip.mp4", 2, 25);
        longer = studio.clip("longer.mp4", "-f", "lavfi", "-i", "testsrc2=s=1280x720:r=25:d=20", "-f", "lavfi", "-i", "sine=d=20",
                "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private OutputWish wish(Path out, IfExists ifExists) {
        return new OutputWish(Optional.of(out), Optional.empty(), new OutputWish().name(), ifExists, true);
    }

    @Test
    void whatWasDoneIsLearntAndHoldsNoNames() throws Exception {
        var plan = studio.engine.plan(studio.recipe("{'op':'compress','preset':'superfast'}"), studio.look(clip)).plan()
                .orElseThrow();
        studio.run(clip, "{'op':'compress','preset':'superfast'}");
        var last = studio.engine.past().done().getLast();
        assertThat(last.seconds()).isPositive();
        assertThat(last.bytes()).singleElement().satisfies(b -> assertThat(b).isPositive());
        assertThat(studio.engine.past().of(plan.estimate()).seconds().orElseThrow().learnt()).isTrue();
        List<String> lines = Files.readAllLines(studio.engine.places().data().resolve("past.jsonl"));
        assertThat(lines.getLast()).contains("libx264 superfast", "cpu").doesNotContain("clip", folder.toString());
    }

    @Test
    void aDoneTaskSaysWhatWasCheckedAndAFailedOneWhatWasRun() throws Exception {
        Task done = studio.run(clip, "{'op':'compress','preset':'ultrafast'}");
        assertThat(done.outcome().results().getFirst().proof()).get().satisfies(proof -> {
            assertThat(proof.lengthUs().orElseThrow()).isBetween(1_950_000L, 2_100_000L);
            assertThat(proof.played()).isTrue();
            assertThat(proof.sounds()).isEqualTo(1);
        });
        byte[] whole = Files
                .readAllBytes(Studio.output(studio.run(longer, wish(folder.resolve("whole.mkv"), IfExists.FAIL), REMUX)));
        Path cut = Files.write(folder.resolve("broken.mkv"), java.util.Arrays.copyOf(whole, whole.length / 3));
        Task failed = studio.run(cut, "{'op':'compress','preset':'ultrafast'}");
        assertThat(failed.state()).isEqualTo(TaskState.FAILED);
        assertThat(failed.outcome().log()).get().satisfies(log -> assertThat(log.command()).startsWith("ffmpeg -hide_banner"));
        Request asked = studio.engine.request(failed);
        assertThat(asked.clip()).isEqualTo(cut);
        assertThat(asked.wish().elsewhere(folder).to()).contains(folder);
    }

    @Test
    void aRemovedTaskComesBackAsItWas() throws Exception {
        Task done = studio.run(clip, REMUX);
        studio.engine.remove(List.of(done.id())).get(1, TimeUnit.MINUTES);
        assertThat(studio.engine.task(done.id())).isEmpty();
        studio.engine.putBack(List.of(done)).get(1, TimeUnit.MINUTES);
        assertThat(studio.engine.task(done.id())).contains(done);
    }

    @Test
    void anExistingOutputIsNeverTouched() throws Exception {
        Path there = Files.createDirectories(folder.resolve("there")).resolve("a.mkv");
        Files.writeString(there, "precious");
        Task renamed = studio.run(clip, wish(there, IfExists.RENAME), REMUX);
        assertThat(Studio.output(renamed).getFileName()).hasToString("a-2.mkv");
        Task skipped = studio.run(clip, wish(there, IfExists.SKIP), REMUX);
        assertThat(skipped.state()).isEqualTo(TaskState.SKIPPED);
        Task failed = studio.run(clip, wish(there, IfExists.FAIL), REMUX);
        assertThat(failed.outcome().failure()).get().isInstanceOf(Failure.Exists.class);
        assertThat(there).hasContent("precious");
        assertThat(Studio.names(there.getParent())).containsExactly("a-2.mkv", "a.mkv");
    }

    @Test
    void replacingHappensOnlyOnceTheNewFileIsProven() throws Exception {
        Path there = Files.createDirectories(folder.resolve("replace")).resolve("a.mp4");
        Files.writeString(there, "precious");
        Task failed = studio.run(folder.resolve("nothing.mp4").resolveSibling("clip.mp4"), wish(there, IfExists.REPLACE),
                "{'op':'trim','start':100}");
        assertThat(failed.state()).isEqualTo(TaskState.FAILED);
        assertThat(there).hasContent("precious");
        Studio.output(studio.run(clip, wish(there, IfExists.REPLACE), "{'op':'transcode'}"));
        assertThat(studio.look(there).lengthUs().orElseThrow()).isBetween(1_900_000L, 2_100_000L);
        assertThat(Studio.names(there.getParent())).containsExactly("a.mp4");
    }

    @Test
    void theSourceIsNeverReplacedByItsOwnOutput() throws Exception {
        Path own = Files.copy(clip, folder.resolve("own.mp4"));
        byte[] before = Files.readAllBytes(own);
        Task task = studio.run(own, wish(own, IfExists.REPLACE), "{'op':'transcode'}");
        assertThat(task.outcome().failure()).get().isInstanceOf(Failure.Exists.class);
        assertThat(Files.readAllBytes(own)).isEqualTo(before);
    }

    @Test
    void badFilesFailWithOneSentenceAndTheRestGoesOn() throws Exception {
        Path bad = Files.createDirectories(folder.resolve("bad"));
        Path empty = Files.createFile(bad.resolve("empty.mp4"));
        Path text = Files.writeString(bad.resolve("text.mp4"), "Not a film at all, only words.\n".repeat(50));
        Path list = Files.writeString(bad.resolve("list.mp4"),
                "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:5,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n");
        byte[] whole = Files.readAllBytes(longer);
        Path cut = Files.write(bad.resolve("cut.mp4"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path odd = Files.copy(clip, bad.resolve("-i it's \"100%03d\" \u2728\n.mp4"));
        List<Request> requests = new ArrayList<>();
        for (Path file : List.of(empty, text, list, cut, odd)) {
            requests.add(new Request(file, studio.recipe(REMUX), new OutputWish().into(bad.resolve("out")), Priority.NORMAL));
        }
        List<Task> tasks = studio.awaited(studio.engine.submit(requests));
        assertThat(tasks).extracting(Task::state).containsExactly(TaskState.FAILED, TaskState.FAILED, TaskState.FAILED,
                TaskState.FAILED, TaskState.DONE);
        assertThat(tasks.subList(0, 4)).allSatisfy(task -> {
            Failure why = task.outcome().failure().orElseThrow();
            assertThat(why.headline().toString()).contains(task.name()).endsWith(".").doesNotContain("Exception")
                    .doesNotContain("ffmpeg");
            assertThat(why.fix().toString()).isNotBlank();
        });
        assertThat(Studio.names(bad.resolve("out"))).singleElement().asString().endsWith(".mkv");
    }

    @Test
    void cancellingLeavesNothingBehind() throws Exception {
        Path out = folder.resolve("cancelled");
        CountDownLatch running = new CountDownLatch(1);
        List<Task> tasks;
        try (var _ = studio.engine.listen(e -> {
            if (e instanceof TaskEvent.Progressed p && p.progress().fraction().orElse(0) > 0.02) {
                running.countDown();
            }
        })) {
            tasks = studio.engine.submit(List.of(new Request(longer, studio.recipe("{'op':'compress','preset':'veryslow'}"),
                    new OutputWish().into(out), Priority.NORMAL)));
            assertThat(running.await(2, TimeUnit.MINUTES)).isTrue();
            assertThat(Studio.names(out)).singleElement().asString().endsWith(".part");
            studio.engine.cancel(List.of(tasks.getFirst().id())).get(1, TimeUnit.MINUTES);
        }
        assertThat(studio.awaited(tasks).getFirst().state()).isEqualTo(TaskState.CANCELLED);
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(Studio.names(out)).isEmpty());
    }

    @Test
    void twoTasksOfTheSameNameBothComeOut() throws Exception {
        Path out = folder.resolve("same");
        Request request = new Request(clip, studio.recipe(REMUX), new OutputWish().into(out), Priority.NORMAL);
        List<Task> tasks = studio.awaited(studio.engine.submit(List.of(request, request, request, request)));
        assertThat(tasks).extracting(Task::state).containsOnly(TaskState.DONE);
        assertThat(tasks.stream().map(Studio::output).map(f -> f.getFileName().toString())).containsExactly("clip-transcode.mkv",
                "clip-transcode-2.mkv", "clip-transcode-3.mkv", "clip-transcode-4.mkv");
        assertThat(Studio.names(out)).hasSize(4);
    }

    @Test
    void theNamesOfABatchAreSettledWhenItIsSubmittedAndShownBefore() throws Exception {
        Path out = folder.resolve("settled");
        Files.createDirectories(out);
        Files.writeString(out.resolve("clip-1.mkv"), "precious");
        List<Request> requests = new ArrayList<>();
        for (String below : List.of("a", "b", "")) {
            Path copy = Files.createDirectories(folder.resolve("tree").resolve(below)).resolve("clip.mp4");
            OutputWish wish = new OutputWish(Optional.empty(), Optional.of(out),
                    io.reelbench.engine.output.Names.parse("{name}-{n:1}-{label}"), IfExists.RENAME, true);
            requests.add(new Request(Files.copy(clip, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING),
                    Path.of(below.equals("b") ? "deeper/b" : ""), studio.recipe(REMUX), wish, Priority.NORMAL));
        }
        List<List<Path>> shown = studio.engine.outputs(requests, requests.stream().map(this::plan).toList());
        assertThat(shown).containsExactly(List.of(out.resolve("clip-1-2.mkv")), List.of(out.resolve("deeper/b/clip-2.mkv")),
                List.of(out.resolve("clip-3.mkv")));
        List<Task> tasks = studio.awaited(studio.engine.submit(requests));
        assertThat(tasks.stream().map(Studio::output)).containsExactlyElementsOf(shown.stream().map(List::getFirst).toList());
        assertThat(out.resolve("clip-1.mkv")).hasContent("precious");
        assertThat(studio.engine.request(tasks.get(1)).below()).isEqualTo(Path.of("deeper/b"));
    }

    private Optional<io.reelbench.engine.plan.Plan> plan(Request request) {
        try {
            return studio.engine.plan(request.recipe(), studio.look(request.clip())).plan();
        } catch (Exception wrong) {
            throw new AssertionError(wrong);
        }
    }

    @Test
    void aTryGivesTheNameOfTheFirstOne() throws Exception {
        Path gone = Files.copy(clip, folder.resolve("gone.mp4"));
        OutputWish wish = new OutputWish(Optional.empty(), Optional.of(folder.resolve("tries")),
                io.reelbench.engine.output.Names.parse("{date} {time} {name}"), IfExists.RENAME, true);
        Path out = Files.createFile(folder.resolve("tries")); // not a folder
        Task failed = studio.run(gone, wish, REMUX);
        assertThat(failed.state()).isEqualTo(TaskState.FAILED);
        String fixed = studio.engine.request(failed).wish().name().toString();
        assertThat(fixed).matches("\\d{4}-\\d\\d-\\d\\d \\d{6} \\{name}");
        Files.delete(out);
        Task again = studio.run(gone, studio.engine.request(failed).wish(), REMUX);
        assertThat(Studio.output(again).getFileName()).hasToString(fixed.replace("{name}", "gone.mkv"));
    }

    @Test
    void threeRunAtOnceAndNoMore() throws Exception {
        ConcurrentLinkedQueue<Long> atOnce = new ConcurrentLinkedQueue<>();
        Request request = new Request(longer,
                studio.recipe("{'op':'trim','duration':3}", "{'op':'transcode','preset':'ultrafast'}"),
                new OutputWish().into(folder.resolve("three")), Priority.NORMAL);
        try (var _ = studio.engine
                .listen(e -> atOnce.add(studio.engine.tasks().stream().filter(t -> t.state() == TaskState.RUNNING).count()))) {
            studio.awaited(studio.engine.submit(java.util.Collections.nCopies(7, request)));
        }
        assertThat(atOnce).contains(3L).allMatch(n -> n <= 3);
    }

    @Test
    void theDateOfTheClipIsKept() throws Exception {
        Path old = Files.copy(clip, folder.resolve("old.mp4"));
        Files.setLastModifiedTime(old, java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
        assertThat(Files.getLastModifiedTime(Studio.output(studio.run(old, REMUX))).toMillis()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void aSecondEngineOfTheSameQueueIsRefused() throws Exception {
        Places places = Places.in(folder.resolve("home"));
        try (Engine first = Engine.open(
                new Places(places.data(), Path.of("target", "studio", "cache").toAbsolutePath(), places.config(), places.logs()),
                Engine.Mode.OWN_QUEUE)) {
            assertThat(first.tasks()).isEmpty();
            assertThatThrownBy(() -> Engine.open(places, Engine.Mode.OWN_QUEUE)).isInstanceOf(FailedException.class)
                    .hasMessageContaining("is open in another window");
        }
    }

    @Test
    void aPlanSaysItsCommandsAndWritesNothing() throws Exception {
        Path out = folder.resolve("never").resolve("it's.mp4");
        var plan = studio.engine.plan(studio.recipe("{'op':'scale','height':45}"), studio.look(clip)).plan().orElseThrow();
        assertThat(studio.engine.commands(plan, out)).singleElement().asString().startsWith("ffmpeg -hide_banner")
                .contains("scale=80:46").endsWith("'file:" + out.toString().replace("'", "'\\''") + "'");
        assertThat(out.getParent()).doesNotExist();
    }
}
