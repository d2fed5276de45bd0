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
import io.reelbench.app.look.Theme;
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
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
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
    private Workplace place;
    private Window window;
    private StandIn server;

    @Start
    void show(Stage stage) throws Exception {
        Theme.load();
        place = Workplace.in(folder.resolve("home"), Services.world());
        server = new FfmpegMediaStandIn(folder.resolve("server"), Services.maker(place));
        window = new Window(place.room());
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(900);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        doFx(window::close);
        place.close();
        server.close();
    }

    private Account account(String name, Optional<BigDecimal> cap) throws Exception {
        Account account = server.account().named(name).capped(cap);
        place.engine().cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
        doFx(() -> place.desk().elsewhere().again());
        until("the window knows it", () -> place.desk().elsewhere().find(account.id()).isPresent());
        return account;
    }

    /** A clip with one step. */
    private Clip clip(String name, int seconds, Card... cards) throws Exception {
        Path file = place.film(name, seconds, 160, 90);
        Clip clip = onFx(() -> place.desk().add(List.of(file)).getFirst());
        until("it is read", () -> clip.media().isPresent());
        doFx(() -> place.desk().edit(Text.verbatim("Steps"), draft -> draft.with(List.of(cards))
                .placed(Map.of("to", List.of(folder.resolve("out").toString())))));
        until("it is planned", () -> clip.planning().get() instanceof Planning.Ready);
        return clip;
    }

    private void runOn(FxRobot robot, Account account) {
        settle();
        doFx(() -> robot.lookup("#run-on").<ComboBox<Optional<String>>>query().setValue(Optional.of(account.id())));
    }

    private void settle() {
        doFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        });
    }

    private static String words(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAll().stream().flatMap(n -> n.lookupAll(".label").stream()).filter(Node::isVisible)
                .filter(Label.class::isInstance).map(n -> ((Label) n).getText()).collect(Collectors.joining(" | "));
    }

    private static void press(FxRobot robot, String words) {
        until("there is " + words, () -> button(robot, words).isPresent());
        doFx(() -> button(robot, words).orElseThrow().fire());
    }

    private static Optional<Button> button(FxRobot robot, String words) {
        return robot.lookup(".button").queryAllAs(Button.class).stream().filter(b -> words.equals(b.getText()) && b.isVisible())
                .findFirst();
    }

    private void fire(String action) {
        doFx(() -> place.room().actions().find(action).fire());
        settle();
    }

    private Task only(TaskState state) {
        until("one is " + state, () -> place.engine().tasks().stream().anyMatch(t -> t.state() == state));
        return place.engine().tasks().stream().filter(t -> t.state() == state).findFirst().orElseThrow();
    }

    @Test
    void withoutAnAccountNobodySeesAnythingOfIt(FxRobot robot) throws Exception {
        clip("film.mp4", 1, Card.of("compress").with("crf", List.of("24")));
        settle();
        assertThat(onFx(() -> robot.lookup("#run-on").query().isVisible()
                && robot.lookup(".rb-run-on").query().isVisible())).isFalse();
        assertThat(server.requests.get()).isZero();
    }

    @Test
    void aRecipeRunsThereWithItsCostToldBeforeAndAfter(FxRobot robot) throws Exception {
        Account studio = account("studio", Optional.empty());
        Clip clip = clip("film.mp4", 1, Card.of("compress").with("crf", List.of("24")));
        runOn(robot, studio);
        until("the cost is in the plan line", () -> words(robot, ".rb-foot").contains("On studio · ≈ 1 credit ·"));
        assertThat(server.requests.get()).as("nothing was sent for that").isZero();
        fire("toggle-queue");
        fire("add-to-queue");
        Task done = only(TaskState.DONE);
        assertThat(Cloud.accountOf(done)).contains(studio.id());
        until("its row tells", () -> words(robot, "#queue-results").contains("decodes · 3 credits"));
        until("what was spent is known", () -> place.desk().elsewhere().find(studio.id()).orElseThrow().spent()
                .compareTo(new BigDecimal(3)) == 0);
        assertThat(server.violations).isEmpty();
        fire("undo");
        fire("undo");
        until("here again", () -> clip.draft().get().on().isEmpty());
        until("planned for here", () -> !words(robot, ".rb-foot").contains("studio"));
    }

    @Test
    void whatAServiceCannotDoIsSaidWithWaysOut(FxRobot robot) throws Exception {
        Account studio = account("studio", Optional.empty());
        Clip clip = clip("film.mp4", 1, Card.of("compress").with("crf", List.of("40")));
        runOn(robot, studio);
        until("it cannot", () -> clip.planning().get() instanceof Planning.Impossible);
        until("it is said", () -> words(robot, ".rb-foot").contains("18"));
        press(robot, "Use 32");
        until("it is mended", () -> clip.planning().get() instanceof Planning.Ready ready && ready.fare().isPresent());
        doFx(() -> place.desk().edit(Text.verbatim("Two"), draft -> draft.add(0, Card.of("deinterlace"))));
        until("one of the steps is not offered", () -> words(robot, ".rb-foot").contains("does not offer"));
        press(robot, "Run on this computer");
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
        place.engine().cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
        doFx(() -> place.desk().elsewhere().again());
        until("the window knows it", () -> place.desk().elsewhere().find(account.id()).isPresent());
        Path file = place.make("film.mxf", List.of("-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=1", "-c:v",
                "mpeg2video"));
        Clip clip = onFx(() -> place.desk().add(List.of(file)).getFirst());
        until("it is read", () -> clip.media().isPresent());
        doFx(() -> place.desk().edit(Text.verbatim("Steps"),
                draft -> draft.with(List.of(Card.of("thumbnail").with("time", List.of("0.2"))))
                        .placed(Map.of("to", List.of(folder.resolve("out").toString())))));
        runOn(robot, account);
        until("its format is not taken", () -> words(robot, ".rb-foot").contains("does not take files of the format"));
        press(robot, "Convert it to MP4 first");
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
        until("it is said", () -> words(robot, ".rb-foot").contains("0 credits of 0.5 credits are spent this month on studio"));
        fire("toggle-queue");
        fire("add-to-queue");
        only(TaskState.FAILED);
        settle();
        press(robot, "Run here");
        Task done = only(TaskState.DONE);
        assertThat(Cloud.accountOf(done)).isEmpty();
        assertThat(server.requests.get()).isZero();
    }

    @Test
    void anAnswerThatWasLostIsCheckedOrSentAgainByThePerson(FxRobot robot) throws Exception {
        Account studio = account("studio", Optional.empty());
        clip("film.mp4", 1, Card.of("compress").with("crf", List.of("24")));
        runOn(robot, studio);
        until("the cost is known", () -> words(robot, ".rb-foot").contains("On studio"));
        server.fault(StandIn.Part.SUBMIT, WireServer.Fault.CLOSE_AFTER);
        fire("toggle-queue");
        fire("add-to-queue");
        only(TaskState.FAILED);
        settle();
        until("it is said", () -> words(robot, "#queue-results").contains("answer was lost"));
        press(robot, "Check");
        until("what can be known is said", () -> words(robot, ".rb-answer").contains("cannot be asked"));
        press(robot, "Send again");
        only(TaskState.DONE);
        assertThat(server.submits.get()).as("the person sent it twice").isEqualTo(2);
    }

    @Test
    void aFinishedFileIsPublishedAndItsLinkCopied(FxRobot robot) throws Exception {
        Account studio = account("studio", Optional.empty());
        clip("film.mp4", 1, Card.of("compress").with("crf", List.of("24")));
        fire("toggle-queue");
        fire("add-to-queue");
        Task made = only(TaskState.DONE);
        settle();
        until("its row is there", () -> robot.lookup("#queue-results").queryListView().getItems().size() == 1);
        doFx(() -> {
            robot.lookup("#queue-results").queryListView().requestFocus();
            robot.lookup("#queue-results").queryListView().getSelectionModel().select(0);
        });
        fire("publish-output");
        until("the account is offered", () -> !robot.lookup("studio · FFmpeg Media").queryAll().isEmpty());
        doFx(() -> robot.listWindows().stream().filter(javafx.scene.control.ContextMenu.class::isInstance)
                .map(javafx.scene.control.ContextMenu.class::cast).flatMap(m -> m.getItems().stream())
                .filter(i -> "studio · FFmpeg Media".equals(i.getText())).findFirst().orElseThrow().fire());
        until("it is there", () -> place.engine().tasks().stream().anyMatch(t -> Cloud.address(t).isPresent()));
        Task delivery = place.engine().tasks().stream().filter(Cloud::isDelivery).findFirst().orElseThrow();
        assertThat(delivery.asked().inputs().getFirst().file()).isEqualTo(made.outcome().results().getFirst().file());
        settle();
        press(robot, "Copy link");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(Cloud.address(delivery).orElseThrow());
        assertThat(Destination.understood(delivery.asked().recipe())).get().isInstanceOf(Destination.Remote.class);
        fire("go-history");
        settle();
        until("history has both", () -> robot.lookup("#past-list").queryListView().getItems().size() == 2);
        doFx(() -> robot.lookup("#past-list").queryListView().getSelectionModel().select(0));
        until("it tells where", () -> words(robot, ".rb-past-details").contains("Published · studio"));
        assertThat(words(robot, ".rb-past-details")).contains(Cloud.address(delivery).orElseThrow());
    }
}
