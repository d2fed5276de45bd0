package io.reelbench.app.elsewhere;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Clip;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.FfmpegRestStandIn;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Films and pictures are asked for out of words and files, one or many, and come to the clips: over a server that stands in. */
@ExtendWith(ApplicationExtension.class)
class GenerateTest {

    private static final String ADD = "Add to queue";

    @TempDir
    private Path folder;
    private Office office;
    private Workplace place;

    @Start
    void show(Stage stage) throws Exception {
        office = new Office(folder, stage, FfmpegRestStandIn::new);
        place = office.place;
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private void enter() {
        office.fire("generate");
    }

    private void model(FxRobot robot, String id) {
        doFx(() -> {
            var list = robot.lookup("#generate-models").<io.reelbench.engine.cloud.provider.Model>queryListView();
            list.getSelectionModel().select(list.getItems().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow());
        });
        office.settle();
    }

    private void into(FxRobot robot, Path where) {
        doFx(() -> robot.lookup("#setting-folder .text-field").<TextField>query().setText(where.toString()));
    }

    private void write(FxRobot robot, String words) {
        doFx(() -> robot.lookup("#prompt .text-area").<TextArea>query().setText(words));
        office.settle();
    }

    private String foot(FxRobot robot) {
        return Office.words(robot, ".rb-making-foot");
    }

    private Clip clip(Path file) {
        Clip clip = onFx(() -> place.desk().add(List.of(file)).getFirst());
        until("it is read", () -> clip.media().isPresent());
        return clip;
    }

    private Path sound(String name) throws Exception {
        return place.make(name, List.of("-f", "lavfi", "-i", "sine=d=1", "-f", "wav"));
    }

    private Path face() throws Exception {
        return place.make("face.png", List.of("-f", "lavfi", "-i", "testsrc2=s=64x64", "-frames:v", "1", "-f", "image2"));
    }

    private boolean railHas(FxRobot robot) {
        return onFx(() -> robot.lookup(".rb-rail-button").queryAll().stream()
                .anyMatch(n -> "Generate…".equals(n.getAccessibleText()) && n.isVisible()));
    }

    @Test
    void withoutAnAccountTheWayToOneIsShownInOneSentence(FxRobot robot) throws Exception {
        assertThat(railHas(robot)).isFalse();
        enter();
        until("it says so", () -> !robot.lookup("#generate-accounts").queryAll().isEmpty());
        office.press(robot, "Go to accounts");
        until("the accounts are there", () -> Office.isSeen(robot.lookup("#add-account").query()));
        office.account("studio");
        until("the rail has it", () -> railHas(robot));
        assertThat(office.server.requests.get()).isZero();
    }

    @Test
    void aPictureOfWordsComesToTheClipsAndNobodyIsTornAway(FxRobot robot) throws Exception {
        Account studio = office.account("studio");
        Clip before = clip(place.film("film.mp4", 1, 160, 90));
        enter();
        model(robot, "zimage");
        into(robot, folder.resolve("made"));
        until("what is missing is no mistake yet", () -> foot(robot).contains("“Prompt” is needed"));
        assertThat(onFx(() -> robot.lookup("#prompt .rb-problem").queryAll())).isEmpty();
        office.press(robot, ADD);
        until("now it is", () -> !robot.lookup("#prompt .rb-problem").queryAll().isEmpty());
        assertThat(onFx(() -> office.window.scene().getFocusOwner())).isInstanceOf(TextArea.class);
        write(robot, "a red fox in the snow");
        until("it is said what comes", () -> foot(robot).contains("1 file | On studio · price not told"));
        office.press(robot, ADD);
        until("it was added", () -> foot(robot).contains("Added 1 task"));
        Task done = office.only(TaskState.DONE);
        assertThat(done.name()).isEqualTo("a red fox in the snow");
        assertThat(Cloud.accountOf(done)).contains(studio.id());
        until("it lies among the clips", () -> place.desk().clips().size() == 2);
        Path made = folder.resolve("made").resolve("a red fox in the snow-zimage.png");
        assertThat(onFx(() -> place.desk().clips().getLast().file())).isEqualTo(made).exists();
        assertThat(onFx(() -> place.desk().current().get())).as("what is looked at stays").isEqualTo(before);
        assertThat(Office.isSeen(onFx(() -> robot.lookup("#generate-models").query()))).as("the room stays").isTrue();
        office.press(robot, "Show the queue");
        until("it is said quietly", () -> Office.words(robot, ".rb-queue-notes").contains("1 more clip was made"));
        assertThat(office.server.violations).isEmpty();
        doFx(() -> place.desk().history().undo());
        until("undone, it leaves the clips", () -> place.desk().clips().size() == 1);
        assertThat(made).exists();
    }

    @Test
    void eachLineIsAJobWhenThePersonSaysSoAndUndoTakesAllAway(FxRobot robot) throws Exception {
        office.account("studio");
        place.engine().pauseAll().join();
        enter();
        model(robot, "zimage");
        into(robot, folder.resolve("made"));
        write(robot, "a fox\nan owl\n\na hare");
        until("one of all lines", () -> foot(robot).contains("1 file |"));
        doFx(() -> robot.lookup("#prompt .toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(b -> b.getText().equals("One for each line")).findFirst().orElseThrow().fire());
        until("one of each", () -> foot(robot).contains("3 files |"));
        office.press(robot, ADD);
        until("three rows", () -> place.engine().tasks().size() == 3);
        assertThat(place.engine().tasks()).extracting(Task::name).containsExactly("a fox", "an owl", "a hare");
        assertThat(place.engine().tasks()).extracting(Task::batch).containsOnly(place.engine().tasks().getFirst().batch());
        doFx(() -> place.desk().history().undo());
        until("they are gone", () -> place.engine().tasks().isEmpty());
        write(robot, String.join("\n", IntStream.range(0, 51).mapToObj(i -> "fox " + i).toList()));
        until("that is too much", () -> Office.words(robot, "#prompt").contains("51 at once; 50 are the most"));
        assertThat(office.server.requests.get()).isZero();
    }

    @Test
    void aValueBeyondTheRangeIsSaidAtOnceWithTheNearestOne(FxRobot robot) throws Exception {
        office.account("studio");
        enter();
        model(robot, "zimage");
        write(robot, "a fox");
        doFx(() -> robot.lookup("#setting-width .text-field").<TextField>query().setText("100"));
        until("it is said", () -> Office.words(robot, "#setting-width").contains("512 to 2048"));
        office.settle();
        office.press(robot, "Use 512 px");
        until("it is mended", () -> foot(robot).contains("1 file |"));
        assertThat(Office.words(robot, "#setting-width")).doesNotContain("2048 here");
        assertThat(Office.isSeen(onFx(() -> robot.lookup("#setting-seed").query()))).as("rare things are folded").isFalse();
        office.press(robot, "Expert options");
        assertThat(Office.isSeen(onFx(() -> robot.lookup("#setting-seed").query()))).isTrue();
    }

    @Test
    void voicesOfSelectedClipsGoTogetherWithOneFaceInOneRequest(FxRobot robot) throws Exception {
        office.account("studio");
        List<Clip> clips = List.of(clip(sound("one.wav")), clip(sound("two.wav")), clip(sound("three.wav")), clip(face()));
        doFx(() -> place.desk().select(clips));
        enter();
        model(robot, "infinitetalk");
        into(robot, folder.resolve("made"));
        office.press(robot, "Use 3 selected clips");
        office.press(robot, "Use the selected clip");
        until("three films", () -> foot(robot).contains("3 files | On studio · price not told · "));
        office.press(robot, ADD);
        until("all are done", () -> office.tasks(TaskState.DONE).size() == 3);
        until("all lie among the clips", () -> place.desk().clips().size() == 7);
        assertThat(office.server.submits.get()).isEqualTo(3);
        assertThat(office.server.violations).isEmpty();
        office.fire("go-bench");
        until("they are counted together",
                () -> Office.words(robot, ".rb-queue-notes").contains("3 more clips were made"));
        office.press(robot, "Show");
        assertThat(onFx(() -> place.desk().selected().size())).isEqualTo(3);
    }

    @Test
    void everyModelCanBeReachedByKeyboardAndSaysWhatItIs(FxRobot robot) throws Exception {
        office.account("studio");
        enter();
        var list = onFx(() -> robot.lookup("#generate-models").<io.reelbench.engine.cloud.provider.Model>queryListView());
        assertThat(list.getItems()).hasSize(5);
        for (var model : List.copyOf(list.getItems())) {
            model(robot, model.id());
            List<Node> nameless = onFx(() -> robot.lookup("#model-" + model.id()).query()
                    .lookupAll("*").stream().filter(n -> n.isFocusTraversable() && Office.isSeen(n))
                    .filter(n -> (n.getAccessibleText() == null || n.getAccessibleText().isBlank())
                            && !(n instanceof javafx.scene.control.Labeled l && !l.getText().isBlank()))
                    .filter(n -> !(n instanceof Label)).toList());
            assertThat(nameless).as(model.id()).isEmpty();
        }
    }
}
