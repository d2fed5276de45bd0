package io.reelbench.app.settings;

import io.reelbench.app.room.Tip;
import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Theme;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Keymap;
import io.reelbench.app.room.Keys;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.settings.KeySet;
import io.reelbench.engine.settings.Keyboard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The rail, the room of settings and the keys, in the whole window. */
@ExtendWith(ApplicationExtension.class)
class SettingsFlowTest {

    @TempDir
    private Path folder;
    private Workplace place;
    private Window window;

    @Start
    void show(Stage stage) throws Exception {
        Theme.load();
        place = Workplace.in(folder);
        window = new Window(place.room());
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(800);
        stage.show();
    }

    @AfterEach
    void close() {
        doFx(window::close);
        place.close();
    }

    private void fire(String action) {
        doFx(() -> place.room().actions().find(action).fire());
    }

    private <T extends Node> T find(FxRobot robot, String selector) {
        return robot.lookup(selector).query();
    }

    private void page(FxRobot robot, String title) {
        fire("go-settings");
        doFx(window.scene().getRoot()::applyCss);
        doFx(() -> robot.lookup(".rb-settings-nav").queryListView().getItems().stream()
                .filter(p -> ((Page) p).title().equals(title)).findFirst()
                .ifPresent(p -> robot.lookup(".rb-settings-nav").<Object>queryListView().getSelectionModel().select(p)));
        doFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        });
    }

    private List<String> styles() {
        return onFx(() -> List.copyOf(window.scene().getRoot().getStyleClass()));
    }

    @Test
    void theRailLeadsToEveryRoomAndBack(FxRobot robot) {
        List<Button> rail = onFx(() -> new ArrayList<>(robot.lookup(".rb-rail-button").queryAllAs(Button.class)));
        assertThat(rail).hasSizeGreaterThanOrEqualTo(2).allSatisfy(button -> {
            assertThat(button.getAccessibleText()).isNotBlank();
            assertThat(Tip.of(button)).isNotBlank();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        assertThat(find(robot, ".rb-settings").isVisible()).isTrue();
        assertThat(find(robot, ".rb-empty").getParent().isVisible()).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.B);
        assertThat(find(robot, ".rb-settings").isVisible()).isFalse();
        rail.forEach(button -> {
            doFx(button::fire);
            assertThat(onFx(() -> button.getPseudoClassStates().toString())).contains("here");
        });
        Button last = rail.getLast();
        doFx(last::requestFocus);
        robot.push(KeyCode.UP);
        assertThat(window.scene().getFocusOwner()).as("up and down go along the rail").isNotSameAs(last)
                .isInstanceOf(Button.class);
    }

    @Test
    void keysOfTheBenchDoNothingWhileItIsNotSeen(FxRobot robot) throws Exception {
        Clip clip = onFx(() -> place.desk().add(List.of(place.film("film.mp4", 1, 160, 90))).getFirst());
        page(robot, "General");
        doFx(() -> find(robot, ".rb-settings-nav").requestFocus());
        robot.push(KeyCode.DELETE);
        assertThat(onFx(() -> place.desk().clips().size())).isEqualTo(1);
        fire("go-bench");
        doFx(() -> place.desk().select(List.of(clip)));
        robot.push(KeyCode.DELETE);
        assertThat(onFx(() -> place.desk().clips().size())).isZero();
    }

    @Test
    void appearanceTakesEffectAtOnceIsKeptAndCanBeUndone(FxRobot robot) {
        page(robot, "General");
        ToggleButton light = robot.lookup("#setting-theme .toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(b -> b.getText().equals("Light")).findFirst().orElseThrow();
        doFx(light::fire);
        until("it is light", () -> styles().contains("light"));
        ToggleSwitch contrast = find(robot, "#setting-contrast .toggle-switch");
        doFx(() -> contrast.setSelected(true));
        until("edges stand out", () -> styles().contains("rb-contrast"));
        ToggleSwitch still = find(robot, "#setting-reduce-motion .toggle-switch");
        doFx(() -> still.setSelected(true));
        until("nothing moves", () -> styles().contains("rb-still"));
        assertThat(onFx(() -> Theme.isStill(light))).isTrue();
        fire("undo");
        fire("undo");
        fire("undo");
        until("all is as before", () -> !styles().contains("light") && !styles().contains("rb-contrast"));
        until("it is kept", () -> place.engine().settings().given().isEmpty());
    }

    @Test
    void aWrongValueIsSaidUnderItsFieldAndNotKept(FxRobot robot) {
        page(robot, "General");
        TextField size = find(robot, "#setting-size .text-field");
        doFx(() -> {
            size.requestFocus();
            size.setText("500");
        });
        until("it is said", () -> !robot.lookup("#setting-size .rb-problem").queryAll().isEmpty());
        assertThat(place.engine().settings().now().appearance().size()).isEqualTo(100);
        doFx(() -> size.setText("150"));
        until("it is kept", () -> place.engine().settings().now().appearance().size() == 150);
        assertThat(robot.lookup("#setting-size .rb-problem").queryAll()).isEmpty();
    }

    @Test
    void outputsGoWhereSettingsSayUnlessTheRecipeSaysOtherwise(FxRobot robot) throws Exception {
        Path film = place.film("film.mp4", 1, 160, 90);
        Clip clip = onFx(() -> place.desk().add(List.of(film)).getFirst());
        until("it is read", () -> clip.media().isPresent());
        fire("add-step:compress");
        until("there is a plan", () -> clip.planning().get() instanceof Planning.Ready);
        page(robot, "Files and disks");
        Path outputs = folder.resolve("outputs");
        TextField field = find(robot, "#setting-outputs .text-field");
        doFx(() -> field.setText(outputs.toString()));
        until("the plan says so", () -> clip.planning().get() instanceof Planning.Ready ready
                && ready.judged().wish().orElseThrow().to().equals(Optional.of(outputs)));
    }

    @Test
    void anFfmpegThatIsNoneIsRefused(FxRobot robot) {
        page(robot, "Tools");
        TextField field = find(robot, "#setting-ffmpeg .text-field");
        doFx(() -> field.setText(folder.resolve("no-ffmpeg").toString()));
        until("it is refused", () -> !robot.lookup("#setting-ffmpeg .rb-problem").queryAll().isEmpty());
        assertThat(place.engine().settings().given()).isEmpty();
    }

    @Test
    void theCommandBoxFindsSettings(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write("memory for frames").type(KeyCode.ENTER);
        assertThat(find(robot, "#setting-frames").getScene()).isNotNull();
        assertThat(onFx(() -> window.scene().getFocusOwner().getParent() != null)).isTrue();
    }

    @Test
    void everySetGivesNoKeyTwoMeaningsAndNamesOnlyWhatThereIs() throws Exception {
        List<Action> all = onFx(() -> List.copyOf(place.room().actions().all()));
        for (KeySet set : KeySet.values()) {
            Map<Action, Optional<KeyCombination>> keys = new Keymap(new Keyboard(set, List.of())).of(all);
            Map<KeyCombination, List<Action>> holders = new HashMap<>();
            keys.forEach((action, key) -> key.ifPresent(k -> holders.computeIfAbsent(k, _ -> new ArrayList<>()).add(action)));
            holders.forEach((key, those) -> those.forEach(one -> those.forEach(
                    other -> assertThat(one.excludes(other)).as("%s: %s is of %s and %s", set, key, one, other).isFalse())));
            assertThat(keys).as("every action is reachable: the command box lists it").containsOnlyKeys(all);
            if (set != KeySet.REELBENCH) {
                Properties read = new Properties();
                String file = "/io/reelbench/ui/keys/" + set.name().toLowerCase().replace('_', '-') + ".properties";
                try (var in = Keymap.class.getResourceAsStream(file)) {
                    read.load(in);
                }
                assertThat(all).extracting(Action::id).containsAll(read.stringPropertyNames());
                read.forEach((id, key) -> assertThat(keys.get(place.room().actions().find((String) id)))
                        .as("%s of %s", id, set).isEqualTo(Keymap.read((String) key)));
            }
        }
    }

    @Test
    void aKeyIsPressedToBeGivenAndWhatIsInTheWayIsSaid(FxRobot robot) {
        page(robot, "Keyboard");
        Button key = find(robot, "#key-mark-in .rb-key-button");
        doFx(() -> {
            key.requestFocus();
            key.fire();
        });
        robot.push(KeyCode.O);
        Label said = (Label) robot.lookup("#key-mark-in .rb-key-taken .label").queryAll().stream().findFirst().orElseThrow();
        assertThat(said.getText()).contains("Set out");
        Button take = robot.lookup("#key-mark-in .rb-key-taken .button").queryAllAs(Button.class).iterator().next();
        doFx(take::fire);
        Action in = place.room().actions().find("mark-in");
        Action out = place.room().actions().find("mark-out");
        until("it has moved", () -> in.key().map(Keys::words).equals(Optional.of("O")) && out.key().isEmpty());
        assertThat(onFx(() -> io.reelbench.app.room.Actions.words(in))).isEqualTo("Set in   O");
        fire("undo");
        until("it is back", () -> in.key().map(Keys::words).equals(Optional.of("I")) && out.key().isPresent());
        TextField search = find(robot, "#find-key");
        doFx(() -> search.setText("ctrl k"));
        assertThat(robot.lookup(".rb-key-row").queryAll()).hasSize(1);
    }

    @Test
    void anotherSetChangesKeysEverywhere(FxRobot robot) throws Exception {
        Path film = place.film("film.mp4", 1, 64, 64);
        doFx(() -> place.desk().add(List.of(film)));
        doFx(() -> place.desk().carrier().aside(
                () -> place.engine().settings().change(Map.of("keys", List.of("premiere")))));
        Action add = place.room().actions().find("add-to-queue");
        until("it is Premiere's", () -> add.key().map(Keys::words).equals(Optional.of("Ctrl M")));
        until("the bench says so", () -> robot.lookup(".rb-recipe .rb-key").queryAllAs(Label.class).stream().map(Label::getText)
                .anyMatch("Ctrl M"::equals));
    }
}
