package io.reelbench.app.recipe;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Origin;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Remembered;
import io.reelbench.app.room.PublishGoals;
import io.reelbench.app.room.Section;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Optional;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The recipe region by hand and by key, with a real engine. */
@ExtendWith(ApplicationExtension.class)
class RecipePaneTest {

    @TempDir
    static Path folder;
    private static int run;

    private Workplace work;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        work = Workplace.in(folder.resolve("run" + run++));
        Theme.load();
        work.room().actions().add("add-step", Text.verbatim("Add a step"), Section.RECIPE, "", () -> {
        });
        PublishGoals goals = new PublishGoals(work.desk(), _ -> Optional.of(folder.resolve("nas")));
        scene = new Scene(new RecipePane(work.room(), goals), 320, 720);
        Theme.dress(scene, Remembered.Look.DARK);
        work.room().actions().listenTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        doFx(() -> List.copyOf(Window.getWindows()).stream().filter(w -> w != scene.getWindow()).forEach(Window::hide));
        work.close();
    }

    private List<Clip> clips(int count) throws Exception {
        List<Path> files = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(work.film("clip" + i + ".mp4", 2, 320, 180));
        }
        List<Clip> clips = onFx(() -> work.desk().add(files));
        until("clips are read", () -> clips.stream().allMatch(c -> c.media().isPresent()));
        return clips;
    }

    private void act(String id) {
        doFx(() -> {
            work.room().actions().find(id).fire();
            settle();
        });
    }

    /** All stands where it will be, so that a robot can find it. */
    private void settle() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private <N extends Node> N node(String selector, Class<N> type) {
        return onFx(() -> type.cast(scene.lookup(selector)));
    }

    private String plan() {
        return onFx(() -> ((Label) scene.lookup("#plan")).getText());
    }

    private List<String> ops(Clip clip) {
        return onFx(() -> clip.draft().get().ops());
    }

    private static List<String> given(Clip clip, int step, String option) {
        return onFx(() -> clip.draft().get().cards().get(step).given().getOrDefault(option, List.of()));
    }

    @Test
    void everyOperationCanBeAddedAndThoseThatWriteComeLast() throws Exception {
        Clip clip = clips(1).getFirst();
        List<Catalog.Entry> entries = work.engine().catalog().entries();
        entries.reversed().forEach(e -> act("add-step:" + e.about().id()));
        Order order = new Order(work.engine().catalog());
        List<String> ops = ops(clip);
        assertThat(ops).hasSameSizeAs(entries);
        assertThat(ops.stream().map(order::writes).toList()).isSorted();
        until("every step has its card", () -> scene.getRoot().lookupAll(".rb-step").size() == entries.size() + 1);
    }

    @Test
    void typingIsOneDeedAndAMistakeStaysInTheFieldUntilItIsMended(FxRobot robot) throws Exception {
        Clip clip = clips(1).getFirst();
        act("add-step:compress");
        until("the form is open", () -> scene.lookup("#field-quality .text-field") != null);
        robot.clickOn("#field-quality .text-field").push(KeyCode.SHORTCUT, KeyCode.A).write("140");
        assertThat(given(clip, 0, "quality")).containsExactly("140");
        until("the mistake is told beside the field",
                () -> scene.lookup("#field-quality .rb-problem") != null && scene.lookup("#add-to-queue").isDisabled());
        assertThat(plan()).isEqualTo("Quality: 140 is outside 0 to 100");
        robot.clickOn("Use 100");
        assertThat(given(clip, 0, "quality")).containsExactly("100");
        until("all is well",
                () -> scene.lookup("#field-quality .rb-problem") == null && !scene.lookup("#add-to-queue").isDisabled());
        doFx(work.desk().history()::undo);
        assertThat(given(clip, 0, "quality")).containsExactly("140");
        doFx(work.desk().history()::undo);
        assertThat(given(clip, 0, "quality")).isEmpty();
        until("the field shows the default again",
                () -> ((TextField) scene.lookup("#field-quality .text-field")).getText().equals("65"));
        doFx(work.desk().history()::redo);
        assertThat(given(clip, 0, "quality")).containsExactly("140");
    }

    @Test
    void aPartOfACommandIsAllowedForOneRun(FxRobot robot) throws Exception {
        Clip clip = clips(1).getFirst();
        doFx(() -> {
            work.engine().pauseAll();
            work.desk().edit(Text.verbatim("Write"), draft -> draft
                    .with(List.of(Card.of("raw").with("command", List.of("-vf metadata=mode=print -c:a copy")))));
        });
        until("it is refused", () -> plan().contains("metadata") && scene.lookup("#add-to-queue").isDisabled());
        until("it may be allowed", () -> robot.lookup("Allow “metadata” for one run").tryQuery().isPresent());
        robot.clickOn("Allow “metadata” for one run");
        until("it would run", () -> !scene.lookup("#add-to-queue").isDisabled());
        act("add-to-queue");
        until("it waits", () -> work.engine().tasks().size() == 1);
        until("the next run is asked about again", () -> scene.lookup("#add-to-queue").isDisabled());
        assertThat(onFx(() -> clip.draft().get().allowed())).isEmpty();
    }

    @Test
    void whereARecipeGoesIsSeenAndDone() throws Exception {
        Clip clip = clips(1).getFirst();
        Path away = java.nio.file.Files.createDirectories(folder.resolve("away" + run));
        act("add-step:compress");
        assertThat(onFx(() -> scene.lookup("#publish-to").getParent().isVisible())).isFalse();
        doFx(() -> work.desk().edit(Text.verbatim("Publish"), draft -> draft.published(List.of(away.toString()))));
        until("it is said", () -> ((Label) scene.lookup("#publish-to")).getText().equals(away.toString()));
        until("it would run", () -> !scene.lookup("#add-to-queue").isDisabled());
        act("add-to-queue");
        until("it is brought there", () -> work.engine().tasks().size() == 2
                && work.engine().tasks().stream().allMatch(t -> t.state() == io.reelbench.engine.queue.TaskState.DONE));
        assertThat(away).isDirectoryContaining(file -> file.getFileName().toString().startsWith("clip0"));
        assertThat(onFx(() -> clip.draft().get().publish())).hasSize(1);
    }

    @Test
    void aFolderIsAddedBesideTheNameAndGoesWithAPreset(FxRobot robot) throws Exception {
        Clip clip = clips(1).getFirst();
        String nas = folder.resolve("nas").toString();
        act("add-step:compress");
        act("close-steps"); // open, it leaves no room for the name
        robot.clickOn("#step-name");
        until("the card is open", () -> scene.lookup("#publish-targets") != null);
        robot.clickOn("#publish-targets .rb-link");
        robot.clickOn("Folder…");
        until("it is there", () -> clip.draft().get().publish().equals(List.of(nas)));
        until("it has its line", () -> robot.lookup("#publish-targets .rb-icon-button").queryAll().size() == 1);
        act("presets");
        robot.clickOn("Save as…").write("To the NAS").push(KeyCode.ENTER);
        until("the preset has it", () -> work.engine().presets().list().own().stream()
                .anyMatch(r -> r.publish().equals(List.of(nas))));
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#publish-targets .rb-icon-button");
        until("it is left out", () -> clip.draft().get().publish().isEmpty());
        doFx(() -> work.desk().history().undo());
        until("undone", () -> clip.draft().get().publish().equals(List.of(nas)));
    }

    @Test
    void theSelectedClipsBecomeOneTaskInTheirOrder() throws Exception {
        List<Clip> clips = clips(3);
        act("add-step:concat");
        until("all three are one", () -> plan().equals("3 clips → 1 file"));
        doFx(() -> work.desk().select(List.of(clips.get(2), clips.get(0))));
        until("two are one", () -> plan().equals("2 clips → 1 file"));
        doFx(() -> work.desk().select(List.of(clips.get(0))));
        until("one cannot be joined", () -> plan().contains("at least two clips"));
        doFx(() -> work.desk().select(clips));
        doFx(() -> work.desk().move(List.of(clips.get(2)), clips.get(0)));
        until("all three are one again", () -> plan().equals("3 clips → 1 file") && !scene.lookup("#add-to-queue").isDisabled());
        act("add-to-queue");
        until("one task is there", () -> work.engine().tasks().size() == 1);
        List<Path> files = work.engine().tasks().getFirst().asked().inputs().stream().map(i -> i.file()).toList();
        assertThat(files).containsExactly(clips.get(2).file(), clips.get(0).file(), clips.get(1).file());
        until("it is done", () -> work.engine().tasks().getFirst().state() == TaskState.DONE);
    }

    @Test
    void aStepThatWouldDoNothingStartsWithAValueAndOneThatMayIsNotBlamed() throws Exception {
        Clip clip = clips(1).getFirst();
        act("add-step:speed");
        assertThat(given(clip, 0, "factor")).containsExactly("2");
        until("it can run at once", () -> !scene.lookup("#add-to-queue").isDisabled());
        doFx(work.desk().history()::undo);
        assertThat(ops(clip)).isEmpty();
        act("add-step:scale");
        assertThat(given(clip, 0, "resolution")).as("smaller than the clip, or as small as there is").isNotEmpty();
        act("add-step:colour");
        until("it is told quietly", () -> scene.lookup("#step-colour .rb-problem.rb-untouched") != null);
        assertThat(onFx(() -> scene.lookup("#step-colour .rb-problem.rb-amber"))).isNull();
        doFx(() -> work.desk().edit(Text.verbatim("x"), d -> d.change(1, c -> c.with("contrast", List.of("1")))));
        until("who chose it is told what to do",
                () -> texts("#step-colour .rb-problem .rb-link").contains("Leave this step out"));
        doFx(() -> button("#step-colour .rb-problem .rb-link", "Leave this step out").fire());
        assertThat(ops(clip)).containsExactly("scale");
        doFx(work.desk().history()::undo);
        assertThat(ops(clip)).containsExactly("scale", "colour");
    }

    @Test
    void titlesAreNeverCutAndStepsAreCalledByThem() throws Exception {
        clips(1);
        act("add-step:contact-sheet");
        until("it stands there", () -> scene.lookup("#step-contact-sheet .rb-step-title") instanceof Label l && l.getWidth() > 0);
        assertThat(onFx(() -> {
            Label title = (Label) scene.lookup("#step-contact-sheet .rb-step-title");
            return title.getWidth() >= title.prefWidth(-1);
        })).isTrue();
        doFx(() -> work.desk().edit(Text.verbatim("x"), d -> d.with(List.of())));
        act("add-step:convert-image");
        until("what it needs is told", () -> scene.getRoot().lookupAll("#step-convert-image .rb-sentence").stream()
                .anyMatch(n -> ((Label) n).getText().startsWith("“Picture format” needs a picture file")));
    }

    @Test
    void whatTheEngineFindsStandsAtItsStep() throws Exception {
        Clip clip = clips(1).getFirst();
        act("add-step:transcode");
        doFx(() -> work.desk().edit(Text.verbatim("x"), d -> d.change(0,
                c -> c.with(Map.of("container", List.of("webm"), "video-codec", List.of("h264"))))));
        until("it is planned", () -> clip.planning().get() instanceof Planning.Impossible);
        until("it is told", () -> scene.lookup("#field-video-codec .rb-problem") != null);
        assertThat(plan()).startsWith("Picture codec: ").contains("cannot hold");
    }

    @Test
    void editsGoToAllSelectedClipsAndWhatDiffersIsSaid(FxRobot robot) throws Exception {
        List<Clip> clips = clips(3);
        act("add-step:scale");
        assertThat(clips).allSatisfy(c -> assertThat(ops(c)).containsExactly("scale"));
        doFx(() -> work.desk().edit(List.of(clips.get(1)), Text.verbatim("x"), null,
                d -> d.change(0, c -> c.with(Map.of("width", List.of("160"))))));
        doFx(() -> work.desk().edit(List.of(clips.get(0), clips.get(2)), Text.verbatim("x"), null,
                d -> d.change(0, c -> c.with(Map.of("width", List.of("80"))))));
        doFx(() -> work.desk().select(clips, clips.get(0)));
        until("mixed values are a dash",
                () -> scene.lookup("#field-width .text-field") instanceof TextField f && f.getText().equals("—"));
        doFx(() -> ((TextField) scene.lookup("#field-width .text-field")).requestFocus());
        robot.write("96");
        assertThat(clips).allSatisfy(c -> assertThat(given(c, 0, "width")).containsExactly("96"));
        doFx(work.desk().history()::undo);
        assertThat(given(clips.get(1), 0, "width")).containsExactly("160");
        until("the difference is said", () -> texts(".rb-scope .button").contains("Size differs in 1"));
        doFx(() -> button(".rb-scope .button", "Size differs in 1").fire());
        assertThat(onFx(() -> List.copyOf(work.desk().selected()))).containsExactly(clips.get(1));
    }

    @Test
    void otherStepsAreSaidAndCanBeMadeTheSame() throws Exception {
        List<Clip> clips = clips(2);
        act("add-step:trim");
        doFx(() -> work.desk().select(List.of(clips.get(0))));
        act("add-step:scale");
        doFx(() -> work.desk().select(clips, clips.get(0)));
        until("it is said", () -> texts(".rb-scope .button").contains("Steps differ in 1"));
        doFx(() -> button(".rb-scope .button", "Use this recipe for all").fire());
        assertThat(ops(clips.get(1))).containsExactly("trim", "scale");
        doFx(work.desk().history()::undo);
        assertThat(ops(clips.get(1))).containsExactly("trim");
    }

    @Test
    void stepsAreMovedSwitchedOffAndRemovedByKey(FxRobot robot) throws Exception {
        Clip clip = clips(1).getFirst();
        act("add-step:trim");
        act("add-step:scale");
        act("add-step:compress");
        doFx(() -> scene.lookup("#step-scale .rb-step-row").requestFocus());
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(ops(clip)).containsExactly("scale", "trim", "compress");
        robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(ops(clip)).as("what writes stays last").containsExactly("trim", "scale", "compress");
        until("it stands there", () -> scene.getFocusOwner() == scene.lookup("#step-scale .rb-step-row"));
        robot.push(KeyCode.DELETE);
        assertThat(ops(clip)).containsExactly("trim", "compress");
        doFx(work.desk().history()::undo);
        assertThat(ops(clip)).containsExactly("trim", "scale", "compress");
    }

    @Test
    void aStepIsDraggedToAnotherPlaceButNotBehindThoseThatWrite() throws Exception {
        Clip clip = clips(1).getFirst();
        act("add-step:trim");
        act("add-step:scale");
        act("add-step:compress");
        act("close-steps");
        until("all are closed", () -> scene.lookup(".rb-form") == null);
        drag("#step-trim", 45);
        assertThat(onFx(() -> scene.lookup(".rb-insertion").isVisible())).as("a line says where it would go").isTrue();
        drop("#step-trim");
        assertThat(ops(clip)).containsExactly("scale", "trim", "compress");
        until("it stands there", () -> scene.lookup("#step-scale").getLayoutY() < scene.lookup("#step-trim").getLayoutY());
        drag("#step-scale", 130);
        drop("#step-scale");
        assertThat(ops(clip)).containsExactly("trim", "scale", "compress");
        doFx(work.desk().history()::undo);
        assertThat(ops(clip)).containsExactly("scale", "trim", "compress");
    }

    /** The headless platform does not drag: the events are made. */
    private void drag(String step, double by) {
        doFx(() -> {
            Node row = scene.lookup(step + " .rb-step-row");
            Bounds at = row.localToScene(row.getLayoutBounds());
            row.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, at.getCenterX(), at.getCenterY() + by));
        });
    }

    private void drop(String step) {
        doFx(() -> scene.lookup(step + " .rb-step-row").fireEvent(mouse(MouseEvent.MOUSE_RELEASED, 0, 0)));
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false,
                false,
                false, null);
    }

    @Test
    void clipsOfOneNameAreToldApartBeforeTheyRunAndATreeIsMirrored() throws Exception {
        Path one = work.film("one/clip.mp4", 1, 160, 90);
        Path two = work.film("two/clip.mp4", 1, 160, 90);
        Path deep = work.film("three/clip.mp4", 1, 160, 90);
        Path out = folder.resolve("named" + run);
        List<Clip> clips = onFx(
                () -> work.desk().add(List.of(one, two, deep), Map.of(deep, new Origin(Optional.empty(), Path.of("three")))));
        until("clips are read", () -> clips.stream().allMatch(c -> c.media().isPresent()));
        act("add-step:thumbnail");
        doFx(() -> work.desk().edit(Text.verbatim("x"),
                d -> d.placed(Map.of("to", List.of(out.toString()), "name", List.of("{name} {n:2}x{height}")))));
        doFx(() -> work.desk().select(clips, clips.get(1)));
        until("its own number is shown", () -> name().equals("Name: clip 02x90.jpg"));
        doFx(() -> work.desk().edit(Text.verbatim("x"),
                d -> d.placed(Map.of("to", List.of(out.toString()), "name", List.of("{name}")))));
        until("the second one is told apart", () -> name().equals("Name: clip-2.jpg"));
        doFx(() -> work.desk().select(clips, clips.get(2)));
        until("the third one lies elsewhere", () -> name().equals("Name: clip.jpg"));
        act("add-to-queue");
        until("all are done", () -> work.engine().tasks().stream().filter(t -> t.state() == TaskState.DONE).count() == 3);
        assertThat(work.engine().tasks().stream().map(t -> out.relativize(t.outcome().results().getFirst().file()).toString()))
                .containsExactly("clip.jpg", "clip-2.jpg", Path.of("three", "clip.jpg").toString());
        until("what was made is passed over", () -> name().equals("Name: clip-2.jpg"));
    }

    private String name() {
        return scene.lookup("#step-name .rb-step-row").getAccessibleText();
    }

    @Test
    void aPresetIsSavedUsedAndDeleted(FxRobot robot) throws Exception {
        Clip clip = clips(1).getFirst();
        act("add-step:compress");
        act("presets");
        robot.clickOn("Save as…").write("Mine").push(KeyCode.ENTER);
        until("it has the name", () -> ((Button) scene.lookup("#preset")).getText().equals("Mine"));
        assertThat(work.engine().presets().list().own()).hasSize(1);
        robot.push(KeyCode.ESCAPE);
        doFx(() -> work.desk().edit(Text.verbatim("x"), d -> d.with(List.of())));
        act("presets");
        until("it is offered", () -> robot.lookup("#presets .rb-preset-row").queryAll().size() > 1);
        robot.clickOn(".rb-picker .text-field").write("min").push(KeyCode.ENTER);
        assertThat(ops(clip)).containsExactly("compress");
        act("presets");
        Node delete = robot.from(robot.lookup("#presets").queryAll())
                .lookup((Node n) -> "Delete Mine".equals(n.getAccessibleText())).query();
        robot.clickOn(delete);
        until("it is gone", () -> work.engine().presets().list().own().isEmpty());
        doFx(work.desk().history()::undo);
        until("it is back", () -> work.engine().presets().list().own().size() == 1);
    }

    @Test
    void aFileOfPresetsThatComesInIsKeptAndNamesOutputs() throws Exception {
        Clip clip = clips(1).getFirst();
        Path file = folder.resolve("theirs" + run + ".reelbench");
        java.nio.file.Files.writeString(file, """
                {"reelbench":1,"presets":[{"schema":1,"name":"For Ann","short":"ann","steps":[{"op":"thumbnail"}]}]}
                """);
        doFx(() -> work.desk().bringPresets(List.of(file)));
        until("it is used", () -> ops(clip).equals(List.of("thumbnail")));
        until("it is kept", () -> work.engine().presets().list().own().size() == 1);
        until("outputs are called by its short name", () -> name().endsWith("-ann.jpg"));
        until("it is said", () -> said().equals("For Ann kept"));
        doFx(() -> work.desk().bringPresets(List.of(file)));
        until("once is enough", () -> said().equals("For Ann there already"));
        java.nio.file.Files.writeString(file, "{\"reelbench\":7}");
        doFx(() -> work.desk().bringPresets(List.of(file)));
        until("why not is said", () -> scene.getRoot().lookupAll(".rb-foot .label").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().contains("newer Reelbench")));
        doFx(work.desk().history()::undo);
        until("taken back", () -> work.engine().presets().list().own().isEmpty());
    }

    private String said() {
        return scene.lookup("#said") instanceof Label label ? label.getText() : "";
    }

    @Test
    void addedToTheQueueAndTakenBack(FxRobot robot) throws Exception {
        List<Clip> clips = clips(2);
        work.engine().pauseAll().join();
        act("add-step:transcode");
        doFx(() -> work.desk().edit(Text.verbatim("x"), d -> d.change(0, c -> c.with("container", List.of("mkv")))));
        until("both are planned", () -> clips.stream().allMatch(c -> c.planning().get() instanceof Planning.Ready));
        until("it is said", () -> plan().equals("2 clips → 2 files"));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("they are in the queue", () -> work.engine().tasks().size() == 2);
        until("it is said quietly",
                () -> scene.lookup("#said") instanceof Labeled l && l.getText().equals("2 added to the queue"));
        doFx(work.desk().history()::undo);
        until("they are taken back", () -> work.engine().tasks().isEmpty());
        doFx(work.desk().history()::redo);
        until("they are back", () -> work.engine().tasks().size() == 2);
        robot.clickOn("#run-now");
        until("a held queue goes on and all are done", () -> work.engine().tasks().size() == 4
                && work.engine().tasks().stream().allMatch(t -> t.state() == TaskState.DONE));
        assertThat(folder.resolve("run" + (run - 1)).resolve("clips").resolve("clip0-transcode.mkv")).exists();
    }

    private List<String> texts(String selector) {
        return scene.getRoot().lookupAll(selector).stream().map(n -> ((Labeled) n).getText()).toList();
    }

    private Button button(String selector, String text) {
        return scene.getRoot().lookupAll(selector).stream().map(Button.class::cast).filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCodecThatTheContainerRefusesIsExchangedWithOneClick() throws Exception {
        Clip clip = clips(1).getFirst();
        act("add-step:transcode");
        doFx(() -> work.desk().edit(Text.verbatim("WebM with H.264"), null,
                draft -> draft.change(0, card -> card.with("container", List.of("webm")).with("video-codec", List.of("h264")))));
        until("it is offered", () -> links().contains("Use VP9") && links().contains("Use MKV"));
        doFx(() -> scene.getRoot().lookupAll(".rb-foot .rb-link").stream().map(Button.class::cast)
                .filter(b -> b.getText().equals("Use MKV")).findFirst().orElseThrow().fire());
        assertThat(given(clip, 0, "container")).containsExactly("mkv");
        until("it is possible", () -> onFx(() -> clip.planning().get()) instanceof Planning.Ready);
        doFx(() -> work.desk().history().undo());
        assertThat(given(clip, 0, "container")).containsExactly("webm");
    }

    private List<String> links() {
        return onFx(() -> scene.getRoot().lookupAll(".rb-foot .rb-link").stream().map(b -> ((Button) b).getText()).toList());
    }
}
