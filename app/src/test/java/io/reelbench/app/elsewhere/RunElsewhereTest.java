package io.reelbench.app.elsewhere;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Services;
import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.FfmpegMediaStandIn;
import io.reelbench.engine.cloud.RelayStationStandIn;
import io.reelbench.engine.cloud.StandIn;
import io.reelbench.engine.cloud.WireServer;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.math.BigDecimal;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tools.jackson.databind.json.JsonMapper;

/** A recipe runs on an account, its row follows, and what it made is published: the whole window over a server that stands in. */
@ExtendWith(ApplicationExtension.class)
class RunElsewhereTest {

    @TempDir
    private Path folder;
    private Office office;
    private Workplace place;
    private StandIn server;

    @Start
    void show(Stage stage) throws Exception {
        office = new Office(folder, stage, FfmpegMediaStandIn::new);
        place = office.place;
        server = office.server;
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private Account account(String name, Optional<BigDecimal> cap) throws Exception {
        return office.account(server.account().named(name).capped(cap), Optional.of(Secret.of(StandIn.KEY)));
    }

    private Clip clip(String name, int seconds, Card... cards) throws Exception {
        return office.clip(name, seconds, folder.resolve("out"), cards);
    }

    private void runOn(FxRobot robot, Account account) {
        office.runOn(robot, account);
    }

    @Test
    void withoutAnAccountNobodySeesAnythingOfIt(FxRobot robot) throws Exception {
        clip("film.mp4", 1, Card.of("compress").with("crf", List.of("24")));
        office.settle();
        assertThat(onFx(() -> robot.lookup("#run-on").query().isVisible()
                && robot.lookup(".rb-run-on").query().isVisible())).isFalse();
        assertThat(server.requests.get()).isZero();
    }

    @Test
    void aRecipeRunsThereWithItsCostToldBeforeAndAfter(FxRobot robot) throws Exception {
        Account studio = account("studio", Optional.empty());
        Clip clip = clip("film.mp4", 1, Card.of("compress").with("crf", List.of("24")));
        runOn(robot, studio);
        until("the cost is in the plan line", () -> Office.words(robot, ".rb-foot").contains("On studio · ≈ 2 credits ·"));
        assertThat(server.requests.get()).as("nothing was sent for that").isZero();
        office.fire("toggle-queue");
        office.fire("add-to-queue");
        Task done = office.only(TaskState.DONE);
        assertThat(Cloud.accountOf(done)).contains(studio.id());
        until("its row tells", () -> Office.words(robot, "#queue-results").contains("decodes · 4 credits"));
        until("what was spent is known", () -> place.desk().elsewhere().find(studio.id()).orElseThrow().spent()
                .compareTo(new BigDecimal(4)) == 0);
        assertThat(server.violations).isEmpty();
        office.fire("undo");
        office.fire("undo");
        until("here again", () -> clip.draft().get().on().isEmpty());
        until("planned for here", () -> !Office.words(robot, ".rb-foot").contains("studio"));
    }

    @Test
    void whatAServiceCannotDoIsSaidWithWaysOut(FxRobot robot) throws Exception {
        Account studio = account("studio", Optional.empty());
        Clip clip = clip("film.mp4", 1, Card.of("compress").with("crf", List.of("40")));
        runOn(robot, studio);
        until("it cannot", () -> clip.planning().get() instanceof Planning.Impossible);
        until("it is said", () -> Office.words(robot, ".rb-foot").contains("18"));
        office.press(robot, "Use 32");
        until("it is mended", () -> clip.planning().get() instanceof Planning.Ready ready && ready.fare().isPresent());
        doFx(() -> place.desk().edit(Text.verbatim("Two"), draft -> draft.add(0, Card.of("deinterlace"))));
        until("one of the steps is not offered", () -> Office.words(robot, ".rb-foot").contains("does not offer"));
        office.press(robot, "Run on this computer");
        until("it runs here", () -> clip.planning().get() instanceof Planning.Ready ready && ready.fare().isEmpty());
    }

    @Test
    void whatWasDoneHereFirstIsGoneOnWithInALaterRun(FxRobot robot) throws Exception {
        try (Workplace later = Workplace.in(folder.resolve("later"))) {
            Path file = later.film("early.mp4", 1, 160, 90);
            Draft draft = Draft.EMPTY.with(List.of(Card.of("thumbnail")));
            Recipe recipe = later.engine().recipes().read("{\"schema\":1,\"steps\":[{\"op\":\"transcode\"}]}").value()
                    .orElseThrow();
            Task task = later.engine().submit(List.of(new Request(file, recipe, new OutputWish().into(folder.resolve("out")),
                    Priority.NORMAL).then(JsonMapper.builder().build().writeValueAsString(draft)))).getFirst();
            until("it is done", () -> later.engine().task(task.id()).orElseThrow().state() == TaskState.DONE);
            assertThat(onFx(() -> later.desk().clips().size())).as("nobody listened").isZero();
            Window fresh = onFx(() -> new Window(later.room()));
            until("its clip is there", () -> later.desk().clips().size() == 1);
            until("with its recipe", () -> later.desk().clips().getFirst().draft().get().ops().equals(List.of("thumbnail")));
            until("that is noted", () -> later.engine().then(later.engine().task(task.id()).orElseThrow()).isEmpty());
            doFx(fresh::close);
        }
    }

    @Test
    void whatMakesAClipFitIsDoneHereFirst(FxRobot robot) throws Exception {
        StandIn relay = new RelayStationStandIn(folder.resolve("relay"), Services.maker(place));
        Account account = relay.account().named("relay");
        office.account(account, Optional.of(Secret.of(StandIn.KEY)));
        Path file = place.make("film.mxf", List.of("-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=1", "-c:v",
                "mpeg2video"));
        Clip clip = onFx(() -> place.desk().add(List.of(file)).getFirst());
        until("it is read", () -> clip.media().isPresent());
        doFx(() -> place.desk().edit(Text.verbatim("Steps"),
                draft -> draft.with(List.of(Card.of("thumbnail").with("time", List.of("0.2"))))
                        .placed(Map.of("to", List.of(folder.resolve("out").toString())))));
        runOn(robot, account);
        until("its format is not taken", () -> Office.words(robot, ".rb-foot").contains("does not take files of the format"));
        office.press(robot, "Convert it to MP4 first");
        until("another clip is there", () -> place.desk().clips().size() == 2);
        Clip fresh = onFx(() -> place.desk().clips().getLast());
        until("it can run there", () -> fresh.planning().get() instanceof Planning.Ready ready && ready.fare().isPresent());
        assertThat(fresh.file().getFileName().toString()).endsWith(".mp4");
        assertThat(relay.requests.get()).isZero();
        relay.close();
    }

    @Test
    void aLimitThatWouldBePassedIsSaidBefore(FxRobot robot) throws Exception {
        Account studio = account("studio", Optional.of(new BigDecimal("0.5")));
        clip("film.mp4", 1, Card.of("compress").with("crf", List.of("24")));
        runOn(robot, studio);
        until("it is said",
                () -> Office.words(robot, ".rb-foot").contains("0 credits of 0.5 credits are spent this month on studio"));
        office.fire("toggle-queue");
        office.fire("add-to-queue");
        office.only(TaskState.FAILED);
        office.settle();
        office.press(robot, "Run here");
        Task done = office.only(TaskState.DONE);
        assertThat(Cloud.accountOf(done)).isEmpty();
        assertThat(server.requests.get()).isZero();
    }

    @Test
    void anAnswerThatWasLostIsCheckedOrSentAgainByThePerson(FxRobot robot) throws Exception {
        Account studio = account("studio", Optional.empty());
        clip("film.mp4", 1, Card.of("compress").with("crf", List.of("24")));
        runOn(robot, studio);
        until("the cost is known", () -> Office.words(robot, ".rb-foot").contains("On studio"));
        server.fault(StandIn.Part.SUBMIT, WireServer.Fault.CLOSE_AFTER);
        office.fire("toggle-queue");
        office.fire("add-to-queue");
        office.only(TaskState.FAILED);
        office.settle();
        until("it is said", () -> Office.words(robot, "#queue-results").contains("answer was lost"));
        office.press(robot, "Check");
        until("what can be known is said", () -> Office.words(robot, ".rb-answer").contains("cannot be asked"));
        office.press(robot, "Send again");
        office.only(TaskState.DONE);
        assertThat(server.submits.get()).as("the person sent it twice").isEqualTo(2);
    }

    @Test
    void aFinishedFileIsPublishedAndItsLinkCopied(FxRobot robot) throws Exception {
        Account studio = account("studio", Optional.empty());
        clip("film.mp4", 1, Card.of("compress").with("crf", List.of("24")));
        office.fire("toggle-queue");
        office.fire("add-to-queue");
        Task made = office.only(TaskState.DONE);
        office.settle();
        until("its row is there", () -> robot.lookup("#queue-results").queryListView().getItems().size() == 1);
        doFx(() -> {
            robot.lookup("#queue-results").queryListView().requestFocus();
            robot.lookup("#queue-results").queryListView().getSelectionModel().select(0);
        });
        office.fire("publish-output");
        until("the account is offered", () -> !robot.lookup("studio · FFmpeg Media · 1 credit a file").queryAll().isEmpty());
        doFx(() -> robot.listWindows().stream().filter(javafx.scene.control.ContextMenu.class::isInstance)
                .map(javafx.scene.control.ContextMenu.class::cast).flatMap(m -> m.getItems().stream())
                .filter(i -> "studio · FFmpeg Media · 1 credit a file".equals(i.getText())).findFirst().orElseThrow().fire());
        until("it is there", () -> place.engine().tasks().stream().anyMatch(t -> Cloud.address(t).isPresent()));
        Task delivery = place.engine().tasks().stream().filter(Cloud::isDelivery).findFirst().orElseThrow();
        assertThat(delivery.asked().inputs().getFirst().file()).isEqualTo(made.outcome().results().getFirst().file());
        office.settle();
        office.press(robot, "Copy link");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(Cloud.address(delivery).orElseThrow());
        assertThat(Destination.understood(delivery.asked().recipe())).get().isInstanceOf(Destination.Remote.class);
        office.fire("go-history");
        office.settle();
        until("history has both", () -> robot.lookup("#past-list").queryListView().getItems().size() == 2);
        until("it tells where", () -> {
            // a page that comes late takes the selection with it
            robot.lookup("#past-list").queryListView().getSelectionModel().select(0);
            return Office.words(robot, ".rb-past-details").contains("Published · studio");
        });
        assertThat(Office.words(robot, ".rb-past-details")).contains(Cloud.address(delivery).orElseThrow());
    }
}
