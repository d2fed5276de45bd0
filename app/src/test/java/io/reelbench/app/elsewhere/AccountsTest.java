package io.reelbench.app.elsewhere;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.engine.cloud.FfmpegMediaStandIn;
import io.reelbench.engine.cloud.StandIn;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.MemoryVault;
import io.reelbench.engine.cloud.account.Origin;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.account.Vault;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Accounts are added, tried, changed and taken away in Settings, over a server that stands in. */
@ExtendWith(ApplicationExtension.class)
class AccountsTest {

    @TempDir
    private Path folder;
    private final Ring ring = new Ring();
    private Office office;
    private Workplace place;
    private StandIn server;

    /** A keyring that can be away. */
    private static final class Ring implements Vault {

        private final Vault inside = new MemoryVault();
        private volatile boolean away;

        @Override
        public Optional<Secret> find(String account, Origin origin) throws FailedException {
            return inside.find(account, origin);
        }

        @Override
        public void keep(String account, Origin origin, Secret secret) throws FailedException {
            if (away) {
                Text words = new Text("account.no-keyring", "no keyring", List.of());
                throw new FailedException(new Failure.Invalid("ring", List.of(new Problem("keep-key", Code.NOT_AVAILABLE, words)
                        .mendedBy(new Fix.Choose(words, java.util.OptionalInt.empty(), Map.of("keep-key", List.of("ask")))))));
            }
            inside.keep(account, origin, secret);
        }

        @Override
        public void forget(String account, Origin origin) throws FailedException {
            inside.forget(account, origin);
        }
    }

    @Start
    void show(Stage stage) throws Exception {
        office = new Office(folder, stage, ring, FfmpegMediaStandIn::new);
        place = office.place;
        server = office.server;
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private void enter() {
        office.fire("go-accounts");
    }

    private void press(FxRobot robot, String selector) {
        press(robot, selector, 0);
    }

    /** The button of that number among those that are found, from 0. */
    private void press(FxRobot robot, String selector, int which) {
        doFx(() -> robot.lookup(selector).queryAllAs(Button.class).stream().skip(which).findFirst().orElseThrow().fire());
        office.settle();
    }

    private void type(FxRobot robot, String option, String text) {
        doFx(() -> robot.lookup("#setting-" + option + " .text-field").<TextField>query().setText(text));
    }

    private void choose(FxRobot robot, String service) {
        doFx(() -> robot.lookup("#setting-service .combo-box").<ComboBox<String>>query().setValue(service));
        office.settle();
    }

    private void add(FxRobot robot, String name) {
        press(robot, "#add-account");
        choose(robot, "ffmpeg-media");
        type(robot, "name", name);
        type(robot, "address", server.account().base().toString());
        doFx(() -> robot.lookup("#setting-key .password-field").<PasswordField>query().setText(StandIn.KEY));
    }

    @Test
    void anAccountIsAddedAndTriedAtOnceAndItsKeyIsNowhereToBeSeen(FxRobot robot) throws Exception {
        enter();
        add(robot, "studio");
        press(robot, "#save-account");
        until("it works", () -> Office.words(robot, "#account-studio").contains("It works"));
        Account account = place.engine().cloud().account("studio");
        assertThat(ring.find(account.id(), account.origin())).contains(Secret.of(StandIn.KEY));
        press(robot, "#account-studio .button", 1);
        assertThat(onFx(() -> robot.lookup("#setting-key .password-field").<PasswordField>query().getText())).isEmpty();
        assertThat(onFx(() -> robot.lookup(".text-field").queryAll().stream().map(n -> ((TextField) n).getText()).toList()))
                .noneMatch(text -> text != null && text.contains(StandIn.KEY));
        try (Stream<Path> all = Files.walk(folder.resolve("home"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(StandIn.KEY);
            }
        }
    }

    @Test
    void aKeyThatIsRefusedIsSaidInItsRow(FxRobot robot) {
        enter();
        add(robot, "studio");
        doFx(() -> robot.lookup("#setting-key .password-field").<PasswordField>query().setText("wrong"));
        press(robot, "#save-account");
        until("it is refused", () -> Office.words(robot, "#account-studio").contains("does not take the key"));
    }

    @Test
    void whatIsMissingIsSaidUnderItsFieldAndNothingIsKept(FxRobot robot) throws Exception {
        enter();
        press(robot, "#add-account");
        choose(robot, "ffmpeg-media");
        doFx(() -> robot.lookup("#setting-address .text-field").<TextField>query().clear());
        press(robot, "#save-account");
        until("no address", () -> Office.words(robot, "#setting-address").contains("no usual address"));
        type(robot, "address", "http://example.org");
        press(robot, "#save-account");
        until("no key", () -> Office.words(robot, "#setting-key").contains("needs its key"));
        doFx(() -> robot.lookup("#setting-key .password-field").<PasswordField>query().setText("k"));
        press(robot, "#save-account");
        until("not secret", () -> Office.words(robot, "#setting-address").contains("others can read it"));
        assertThat(place.engine().cloud().accounts()).isEmpty();
    }

    @Test
    void withoutAKeyringTheWaysOutAreOffered(FxRobot robot) throws Exception {
        ring.away = true;
        enter();
        add(robot, "studio");
        press(robot, "#save-account");
        until("a way out is offered", () -> !robot.lookup("#setting-keep-key .rb-link").queryAll().isEmpty());
        press(robot, "#setting-keep-key .rb-link");
        press(robot, "#save-account");
        until("it works for this run", () -> Office.words(robot, "#account-studio").contains("It works"));
        assertThat(place.engine().cloud().account("studio").keeping()).isEqualTo(Account.Keeping.ASK);
        assertThat(folder.resolve("home").resolve("keys.json")).doesNotExist();
    }

    @Test
    void removingAndChangingAreUndone(FxRobot robot) throws Exception {
        enter();
        add(robot, "studio");
        press(robot, "#save-account");
        until("it works", () -> Office.words(robot, "#account-studio").contains("It works"));
        press(robot, "#account-studio .button", 1);
        type(robot, "name", "workshop");
        type(robot, "monthly-limit", "20");
        press(robot, "#save-account");
        until("it is changed",
                () -> Office.words(robot, "#account-workshop").contains("0 credits of 20 credits spent this month"));
        doFx(() -> place.desk().history().undo());
        until("it is as it was", () -> !robot.lookup("#account-studio").queryAll().isEmpty());
        office.settle();
        press(robot, "#account-studio .button", 2);
        until("it is gone", () -> robot.lookup("#account-studio").queryAll().isEmpty());
        assertThat(place.engine().cloud().accounts()).isEmpty();
        doFx(() -> place.desk().history().undo());
        until("it is back", () -> !robot.lookup("#account-studio").queryAll().isEmpty());
        office.settle();
        press(robot, "#account-studio .button", 0);
        until("its key has to be told again", () -> Office.words(robot, "#account-studio").contains("is not known here"));
        List<Button> buttons = onFx(() -> robot.lookup("#account-studio .button").queryAllAs(Button.class).stream().toList());
        assertThat(buttons).extracting(Button::getAccessibleText).contains("Test the connection of studio");
    }
}
