package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs of recipes that say where they go. */
class PublishTest {

    private static final String SMALL = "{'op':'compress','crf':30}";

    @TempDir
    Path folder;
    private Abroad abroad;
    private Path clip;

    @BeforeEach
    void open() throws Exception {
        abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK);
        clip = folder.resolve("clip.mp4");
        abroad.engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-c:v", "libx264", "-f", "mp4"), clip);
    }

    @AfterEach
    void close() {
        abroad.close();
    }

    private Task done(String... places) throws Exception {
        Recipe recipe = abroad.recipe(SMALL).published(List.of(places));
        Task task = abroad.ended(abroad.engine.submit(List.of(
                new Request(clip, recipe, new OutputWish().into(folder.resolve("out")), Priority.NORMAL))).getFirst());
        assertThat(task.state()).as("%s", task.outcome()).isEqualTo(TaskState.DONE);
        return task;
    }

    private List<Task> deliveries(Task of, int count) throws Exception {
        Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> under(of).size() == count);
        for (Task each : under(of)) {
            abroad.ended(each);
        }
        return under(of);
    }

    private List<Task> under(Task of) {
        return abroad.engine.tasks().stream().filter(t -> t.batch().equals(of.id())).toList();
    }

    @Test
    void eachOutputGoesToEachPlace() throws Exception {
        try (VargStandIn varg = new VargStandIn(folder.resolve("varg"), (_, _) -> {
        })) {
            Account account = abroad.account(varg);
            Task task = done(account.name(), folder.resolve("copies").toString());
            List<Task> deliveries = deliveries(task, 2);
            Path output = task.outcome().results().getFirst().file();
            assertThat(deliveries).allSatisfy(d -> assertThat(d.state()).as("%s", d.outcome()).isEqualTo(TaskState.DONE));
            assertThat(folder.resolve("copies").resolve(output.getFileName())).hasSameBinaryContentAs(output);
            String address = deliveries.stream().flatMap(d -> Cloud.address(d).stream()).findFirst().orElseThrow();
            assertThat(varg.of(address)).hasSameBinaryContentAs(output);
            assertThat(abroad.engine.request(task).recipe().publish()).as("asked for again it is the same").hasSize(2);
        }
    }

    @Test
    void whatIsDoneElsewhereIsPublishedToo() throws Exception {
        try (VargStandIn varg = new VargStandIn(folder.resolve("varg"), (_, _) -> {
        })) {
            varg.always = Optional.of(clip);
            Account account = abroad.account(varg);
            Recipe recipe = abroad.recipe(SMALL).published(List.of(folder.resolve("copies").toString()));
            Task task = abroad.ended(abroad.engine.submit(List.of(
                    new Request(clip, recipe, new OutputWish().into(folder.resolve("out")), Priority.NORMAL)), account)
                    .getFirst());
            assertThat(deliveries(task, 1).getFirst().state()).isEqualTo(TaskState.DONE);
            assertThat(Files.list(folder.resolve("copies"))).hasSize(1);
        }
    }

    @Test
    void anAccountThatIsNotHereIsToldBeforeAnythingRuns() throws Exception {
        Recipe recipe = abroad.recipe(SMALL).published(List.of("nobody"));
        Request request = new Request(clip, recipe, new OutputWish().into(folder.resolve("out")), Priority.NORMAL);
        assertThatThrownBy(() -> abroad.engine.submit(List.of(request))).isInstanceOfSatisfying(FailedException.class,
                e -> assertThat(e.failure()).isEqualTo(new Failure.NoAccount("nobody")));
        assertThat(abroad.engine.tasks()).isEmpty();
    }

    @Test
    void aDeliveryThatFailsLeavesTheOutputAsItIs() throws Exception {
        try (VargStandIn varg = new VargStandIn(folder.resolve("varg"), (_, _) -> {
        })) {
            Account account = varg.account();
            abroad.engine.cloud().put(account, Optional.of(Secret.of("wrong-key")));
            Task task = done(account.name());
            assertThat(deliveries(task, 1).getFirst().outcome().failure()).get().isInstanceOf(Failure.KeyRefused.class);
            assertThat(abroad.engine.task(task.id()).orElseThrow().state()).isEqualTo(TaskState.DONE);
            assertThat(task.outcome().results().getFirst().file()).exists();
        }
    }

    @Test
    void aRestartBringsWhatWasNotBroughtAndNothingTwice() throws Exception {
        Task task = done(folder.resolve("copies").toString());
        deliveries(task, 1);
        Awaitility.await().atMost(1, TimeUnit.MINUTES).until(() -> Files.walk(folder.resolve("home"))
                .anyMatch(f -> f.endsWith("published.txt")));
        abroad.shut();
        abroad.open();
        assertThat(under(task)).hasSize(1);
        abroad.engine.remove(under(task).stream().map(Task::id).toList()).get(1, TimeUnit.MINUTES);
        abroad.shut();
        abroad.open();
        assertThat(under(task)).as("though it was taken off the list").isEmpty();
        abroad.shut();
        // the program ended between the output and its delivery
        try (var files = Files.walk(folder.resolve("home"))) {
            Files.delete(files.filter(f -> f.endsWith("published.txt")).findFirst().orElseThrow());
        }
        abroad.open();
        assertThat(deliveries(task, 1).getFirst().state()).isEqualTo(TaskState.DONE);
        assertThat(Files.list(folder.resolve("copies"))).hasSize(2);
    }
}
