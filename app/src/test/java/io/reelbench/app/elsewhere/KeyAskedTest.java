package io.reelbench.app.elsewhere;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.desk.Card;
import io.reelbench.engine.cloud.FfmpegMediaStandIn;
import io.reelbench.engine.cloud.StandIn;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.TaskState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A key that is kept nowhere is asked for in the window when a task needs it, and the task goes on. */
@ExtendWith(ApplicationExtension.class)
class KeyAskedTest {

    @TempDir
    private Path folder;
    private Office office;

    @Start
    void show(Stage stage) throws Exception {
        office = new Office(folder, stage, FfmpegMediaStandIn::new);
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    /** As after a start: the account is there, and nobody has told its key yet. */
    private Account studio() throws Exception {
        return office.account(office.server.account().named("studio").kept(Account.Keeping.ASK), Optional.empty());
    }

    private void send(FxRobot robot, Account account, String... names) throws Exception {
        for (String name : names) {
            office.clip(name, 1, folder.resolve("out"), Card.of("compress").with("crf", List.of("24")));
            office.runOn(robot, account);
            until("it is planned for there", () -> Office.words(robot, ".rb-foot").contains("On studio"));
            office.fire("add-to-queue");
        }
        doFx(() -> office.place.room().actions().find("toggle-queue").fire());
        office.settle();
    }

    private void tell(FxRobot robot, String key) {
        doFx(() -> robot.lookup("#key-of-studio .password-field").<PasswordField>query().setText(key));
        office.press(robot, "Use");
    }

    private static boolean isAsked(FxRobot robot) {
        return !robot.lookup("#key-of-studio").queryAll().isEmpty();
    }

    @Test
    void tasksWaitForTheKeyAndGoOnTogether(FxRobot robot) throws Exception {
        send(robot, studio(), "one.mp4", "two.mp4");
        until("both wait for one answer",
                () -> Office.words(robot, "#key-of-studio").contains("2 tasks wait for the key of “studio”."));
        until("their rows say so", () -> Office.words(robot, "#queue-running").contains("Waiting for its key"));
        until("so does the title", () -> Office.words(robot, ".rb-title-bar").contains("2 tasks need you"));
        assertThat(onFx(() -> robot.lookup("#key-of-studio .password-field").query().isFocused()))
                .as("the keyboard stays where it is").isFalse();
        assertThat(office.tasks(TaskState.FAILED)).isEmpty();
        assertThat(office.server.requests.get()).isZero();
        office.fire("enter-key");
        assertThat(onFx(() -> robot.lookup("#key-of-studio .password-field").query().isFocused())).isTrue();
        tell(robot, StandIn.KEY);
        until("both are done", () -> office.tasks(TaskState.DONE).size() == 2);
        until("nothing is asked any more", () -> !isAsked(robot));
        try (Stream<Path> all = Files.walk(folder.resolve("home"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(StandIn.KEY);
            }
        }
    }

    @Test
    void whoWouldNotTellItCanDoSoLaterInTheRow(FxRobot robot) throws Exception {
        send(robot, studio(), "one.mp4");
        until("it is asked", () -> isAsked(robot));
        office.settle();
        office.press(robot, "Not now");
        assertThat(office.only(TaskState.FAILED).outcome().failure()).get().isInstanceOf(Failure.NoKey.class);
        until("nothing is asked any more", () -> !isAsked(robot));
        office.press(robot, "Enter the key…");
        until("it is asked again, with the keyboard there",
                () -> isAsked(robot) && robot.lookup("#key-of-studio .password-field").query().isFocused());
        tell(robot, StandIn.KEY);
        office.only(TaskState.DONE);
    }

    @Test
    void aWrongKeyIsToldAnewWhereItFailed(FxRobot robot) throws Exception {
        send(robot, studio(), "one.mp4");
        until("it is asked", () -> isAsked(robot));
        office.settle();
        tell(robot, "wrong");
        assertThat(office.only(TaskState.FAILED).outcome().failure()).get().isInstanceOf(Failure.KeyRefused.class);
        office.settle();
        office.press(robot, "Enter the key…");
        until("it is asked again", () -> isAsked(robot));
        office.settle();
        tell(robot, StandIn.KEY);
        office.only(TaskState.DONE);
        until("nothing is asked any more", () -> !isAsked(robot));
    }

    @Test
    void aTaskThatIsGivenUpAsksNoMore(FxRobot robot) throws Exception {
        send(robot, studio(), "one.mp4");
        until("it is asked", () -> isAsked(robot));
        office.place.engine().cancel(List.of(office.only(TaskState.RUNNING).id())).join();
        until("nothing is asked any more", () -> !isAsked(robot));
        assertThat(office.server.requests.get()).isZero();
    }

    @Test
    void theWindowClosesWhileItAsks(FxRobot robot) throws Exception {
        send(robot, studio(), "one.mp4");
        until("it is asked", () -> isAsked(robot));
    }
}
