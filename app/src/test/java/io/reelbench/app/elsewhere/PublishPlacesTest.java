package io.reelbench.app.elsewhere;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.FfmpegMediaStandIn;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.queue.TaskState;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Places that outputs are brought to are chosen in the recipe, stay with it, and can be left out again. */
@ExtendWith(ApplicationExtension.class)
class PublishPlacesTest {

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

    private Clip clip() throws Exception {
        Clip clip = office.clip("film.mp4", 1, folder.resolve("out"), Card.of("compress").with("crf", List.of("24")));
        office.settle();
        return clip;
    }

    private List<String> offered(FxRobot robot) {
        return onFx(() -> items(robot).map(MenuItem::getText).filter(java.util.Objects::nonNull).toList());
    }

    private static java.util.stream.Stream<MenuItem> items(FxRobot robot) {
        return robot.listWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .flatMap(m -> m.getItems().stream());
    }

    private void take(FxRobot robot, String item) {
        until("there is " + item, () -> items(robot).anyMatch(i -> item.equals(i.getText())));
        doFx(() -> {
            MenuItem wanted = items(robot).filter(i -> item.equals(i.getText())).findFirst().orElseThrow();
            wanted.getParentPopup().hide();
            wanted.fire();
        });
        office.settle();
    }

    @Test
    void aPlaceIsAddedInTheRecipeAndUndone(FxRobot robot) throws Exception {
        office.account("studio");
        office.account(new Account("b00000000001", "films", Service.S3, URI.create("http://127.0.0.1:9"), Account.Keeping.KEYRING,
                Optional.<BigDecimal>empty(), Optional.of(new Account.Bucket("films-2026", "us-east-1", "", "access"))),
                Optional.of(Secret.of("k")));
        Clip clip = clip();
        office.fire("publish-outputs");
        assertThat(offered(robot)).containsExactly("studio · FFmpeg Media · 1 credit a file", "films · films-2026", "Folder…");
        take(robot, "films · films-2026");
        until("it is in the recipe", () -> clip.draft().get().publish().equals(List.of("s3://films-2026")));
        until("the foot says so", () -> Office.words(robot, ".rb-foot").contains("s3://films-2026"));
        doFx(() -> robot.lookup("#publish-more").<Button>query().fire());
        take(robot, "studio · FFmpeg Media · 1 credit a file");
        until("both", () -> clip.draft().get().publish().equals(List.of("s3://films-2026", "studio")));
        until("what it costs is told",
                () -> Office.words(robot, ".rb-foot").contains("s3://films-2026, studio (1 credit a file)"));
        doFx(() -> office.place.desk().history().undo());
        doFx(() -> office.place.desk().history().undo());
        until("none", () -> clip.draft().get().publish().isEmpty());
        assertThat(office.server.requests.get()).isZero();
    }

    @Test
    void whatIsMadeIsBroughtThere(FxRobot robot) throws Exception {
        office.account("studio");
        clip();
        office.fire("publish-outputs");
        take(robot, "studio · FFmpeg Media · 1 credit a file");
        until("the foot says so", () -> Office.words(robot, ".rb-foot").contains("studio"));
        office.fire("add-to-queue");
        until("made and brought there", () -> office.tasks(TaskState.DONE).size() == 2);
        assertThat(office.tasks(TaskState.DONE)).anyMatch(t -> Cloud.address(t).isPresent());
    }

    @Test
    void withoutAnAccountTheWayToOneIsThere(FxRobot robot) throws Exception {
        clip();
        office.fire("publish-outputs");
        assertThat(offered(robot)).containsExactly("Folder…", "Add an account…");
        take(robot, "Add an account…");
        until("the accounts are there", () -> Office.isSeen(robot.lookup("#add-account").query()));
    }
}
