package io.reelbench.app.viewer;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Ranges, zones, marks and checked cuts on the timeline, with the real decoder and the real plans. */
@ExtendWith(ApplicationExtension.class)
class TimelineTest {

    @TempDir
    private Path folder;
    private Workplace place;
    private ViewerPane viewer;

    @Start
    void show(Stage stage) throws Exception {
        place = Workplace.in(folder);
        Theme.load();
        viewer = new ViewerPane(place.room());
        Scene scene = new Scene(viewer, 800, 600);
        Theme.dress(scene, Look.DARK);
        place.room().actions().listenTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        place.close();
    }

    /** A film of 25 frames a second with a keyframe each second. */
    private Clip film(int seconds) throws Exception {
        return look(place.film("film.mp4", seconds, 160, 90));
    }

    private Clip look(Path file) {
        Clip clip = onFx(() -> place.desk().add(List.of(file)).getFirst());
        until("the clip is known", () -> clip.media().isPresent() && timeline().canvas().scenery().shown().lengthUs() > 0);
        until("keyframes", () -> timeline().canvas().scenery().film().keyframes().length > 0);
        doFx(() -> timeline().requestFocus());
        return clip;
    }

    private TimelinePane timeline() {
        return viewer.timeline();
    }

    private void fire(String action) {
        doFx(() -> place.room().actions().find(action).fire());
    }

    private void seek(Clip clip, long us) {
        doFx(() -> viewer.viewing().seek(us));
        until("the playhead stands", () -> clip.playhead().get() == us
                && viewer.viewing().source().get() instanceof Shot.Shown(var frame, _) && frame.atUs() == us);
    }

    private List<Cuts.Part> parts(Clip clip) {
        return onFx(() -> clip.draft().get().cuts().parts());
    }

    private static Cuts.Part part(int colour, long fromMs, long toMs) {
        return new Cuts.Part("", colour, fromMs * 1000, toMs < 0 ? Cuts.OPEN : toMs * 1000);
    }

    /** On the screen, in the lane or on the film. */
    private Point2D at(long us, boolean lane) {
        return onFx(() -> timeline().canvas().localToScreen(timeline().canvas().scenery().shown().x(us),
                lane ? TimelineCanvas.RULER + 8 : TimelineCanvas.RULER + TimelineCanvas.LANE + 20));
    }

    private void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        for (int i = 1; i <= 4; i++) {
            robot.moveTo(from.interpolate(to, i / 4.0));
        }
        robot.release(MouseButton.PRIMARY);
    }

    /** The headless platform tells no modifiers with the mouse. */
    private void shiftDrag(long fromUs, long toUs) {
        doFx(() -> {
            fire(MouseEvent.MOUSE_PRESSED, fromUs);
            fire(MouseEvent.MOUSE_DRAGGED, toUs);
            fire(MouseEvent.MOUSE_RELEASED, toUs);
        });
    }

    private void fire(javafx.event.EventType<MouseEvent> type, long us) {
        double x = timeline().canvas().scenery().shown().x(us);
        double y = TimelineCanvas.RULER + 8;
        Point2D there = timeline().canvas().localToScreen(x, y);
        Point2D inScene = timeline().canvas().localToScene(x, y);
        timeline().canvas()
                .fireEvent(new MouseEvent(type, inScene.getX(), inScene.getY(), there.getX(), there.getY(), MouseButton.PRIMARY,
                        1, true, false,
                        false, false, true, false, false, false, false, false, null));
    }

    private String words(String id) {
        return onFx(() -> viewer.lookup(id) instanceof Label label ? label.getText() : "");
    }

    private List<Range> drawn() {
        return timeline().canvas().scenery().zones();
    }

    @Test
    void keysMakeSplitRenameMoveAndDeleteRanges(FxRobot robot) throws Exception {
        Clip clip = film(6);
        seek(clip, 1_000_000);
        robot.push(KeyCode.I);
        seek(clip, 1_960_000);
        robot.push(KeyCode.O);
        assertThat(parts(clip)).containsExactly(part(0, 1000, 2000));
        seek(clip, 3_000_000);
        robot.push(KeyCode.N);
        assertThat(parts(clip)).containsExactly(part(0, 1000, 2000), part(1, 3000, -1));
        seek(clip, 4_000_000);
        robot.push(KeyCode.S);
        assertThat(parts(clip)).containsExactly(part(0, 1000, 2000), part(1, 3000, 4000), part(2, 4000, -1));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(parts(clip)).containsExactly(part(0, 1000, 2000), part(2, 4000, -1), part(1, 3000, 4000));
        assertThat(onFx(() -> clip.draft().get().cards()))
                .containsExactly(Card.of("trim").with("keep", List.of("1..2", "4..end", "3..4")));
        robot.push(KeyCode.X);
        assertThat(parts(clip)).containsExactly(part(0, 1000, 2000), part(1, 3000, 4000));
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        until("its beginning is looked at", () -> clip.playhead().get() == 1_000_000);
        robot.push(KeyCode.F2);
        robot.write("Snow").push(KeyCode.ENTER);
        assertThat(parts(clip).getFirst().name()).isEqualTo("Snow");
        assertThat(onFx(() -> viewer.lookup("#range-1").getAccessibleText())).isEqualTo("Range 1 Snow: 0:01 to 0:02, 0:01 long");
        robot.push(KeyCode.DELETE);
        assertThat(parts(clip)).as("the focused range goes").containsExactly(part(1, 3000, 4000));
        for (int i = 0; i < 8; i++) {
            doFx(() -> place.desk().history().undo());
        }
        assertThat(parts(clip)).isEmpty();
        assertThat(onFx(() -> clip.draft().get().cards())).isEmpty();
        doFx(() -> place.desk().history().redo());
        assertThat(parts(clip)).containsExactly(part(0, 1000, -1));
    }

    @Test
    void endsAreDraggedToFramesAndKeyframes(FxRobot robot) throws Exception {
        Clip clip = film(4);
        doFx(() -> place.desk().cut(clip, Text.verbatim("Cut"), null, _ -> Cuts.of(List.of(new long[]{1_000_000, 2_000_000}))));
        drag(robot, at(1_000_000, false), at(1_411_000, false));
        long start = parts(clip).getFirst().fromUs();
        assertThat(start).isBetween(1_360_000L, 1_480_000L);
        assertThat(start % 40_000).as("on a frame").isZero();
        until("the frame that it begins with is seen", () -> clip.playhead().get() == start);
        shiftDrag(2_000_000, 2_870_000);
        assertThat(parts(clip).getFirst().toUs()).as("on a keyframe").isEqualTo(3_000_000);
        until("the last frame that is kept is seen", () -> clip.playhead().get() == 2_960_000);
        drag(robot, at(2_200_000, true), at(1_800_000, true));
        assertThat(parts(clip).getFirst().toUs() - parts(clip).getFirst().fromUs()).as("it moves whole")
                .isEqualTo(3_000_000 - start);
        assertThat(parts(clip).getFirst().fromUs()).isLessThan(start);
        doFx(() -> place.desk().history().undo());
        assertThat(parts(clip).getFirst().fromUs()).as("a drag is undone at once").isEqualTo(start);
    }

    @Test
    void theHatchedZoneIsWhatThePlanEncodes() throws Exception {
        Clip clip = film(6);
        doFx(() -> place.desk().cut(clip, Text.verbatim("Cut"), null, _ -> Cuts.of(List.of(new long[]{400_000, 4_000_000}))));
        until("the plan is there", () -> clip.planning().get() instanceof Planning.Ready && !drawn().isEmpty());
        Planning.Ready ready = (Planning.Ready) onFx(() -> clip.planning().get());
        assertThat(onFx(this::drawn)).isEqualTo(ready.plan().zones()).first().isEqualTo(new Range(400_000, 1_000_000));
        long encoded = ready.plan().zones().stream().mapToLong(z -> z.toUs() - z.fromUs()).sum();
        assertThat(words("#timeline-words")).isEqualTo(String.format("0.%02d s re-encoded, %.1f s copied", encoded / 10_000,
                (3_600_000 - encoded) / 1e6));
        doFx(() -> place.desk().cut(clip, Text.verbatim("Cut"), null, _ -> Cuts.of(List.of(new long[]{800_000, 4_000_000}))));
        assertThat(onFx(this::drawn)).as("no zone of a plan that is over").isEmpty();
        until("the new one", () -> !drawn().isEmpty() && drawn().getFirst().equals(new Range(800_000, 1_000_000)));
        doFx(() -> place.desk().edit(Text.verbatim("Smaller"),
                d -> d.add(d.cards().size(), Card.of("scale").with("width", List.of("64")))));
        until("all is encoded", () -> clip.planning().get() instanceof Planning.Ready r && !r.plan().copiesAroundCuts()
                && words("#timeline-words").equals("0:03.2 of 0:06 kept"));
        assertThat(onFx(this::drawn)).isEmpty();
    }

    @Test
    void whatTheRecipeKeepsBecomesTheClipsOwnWhenItIsChanged() throws Exception {
        Clip clip = film(4);
        doFx(() -> place.desk().edit(Text.verbatim("Trim"), d -> d.add(0, Card.of("trim").with("start", List.of("25%")))));
        until("it is seen", () -> timeline().ranges().cuts().parts().equals(List.of(part(0, 1000, -1))));
        assertThat(parts(clip)).isEmpty();
        seek(clip, 2_960_000);
        fire("mark-out");
        assertThat(parts(clip)).containsExactly(part(0, 1000, 3000));
        assertThat(onFx(() -> clip.draft().get().cards().getFirst().given()))
                .containsEntry("start", List.of("1")).containsEntry("end", List.of("3"));
        doFx(() -> place.desk().edit(Text.verbatim("Type"), d -> d.change(0, c -> c.with("end", List.of("2.5")))));
        assertThat(parts(clip)).as("one truth").containsExactly(part(0, 1000, 2500));
    }

    @Test
    void scenesAreFoundAndSlicedAtWithOneClick(FxRobot robot) throws Exception {
        Path file = place.make("scenes.mp4", List.of("-f", "lavfi", "-i", "color=red:s=160x90:r=25:d=2", "-f", "lavfi", "-i",
                "color=blue:s=160x90:r=25:d=1", "-f", "lavfi", "-i", "color=yellow:s=160x90:r=25:d=2", "-filter_complex",
                "[0][1][2]concat=n=3:v=1[v]", "-map", "[v]", "-c:v", "libx264"));
        Clip clip = look(file);
        robot.clickOn("#find-marks");
        until("they are found", () -> timeline().finding().of(clip) instanceof Finding.State.Found);
        until("they are drawn", () -> timeline().canvas().scenery().marks().equals(
                List.of(new Mark(Mark.Kind.SCENE, 2_000_000, 2_000_000), new Mark(Mark.Kind.SCENE, 3_000_000, 3_000_000))));
        robot.clickOn("#marks-scene");
        until("a kind can be hidden", () -> timeline().canvas().scenery().marks().isEmpty());
        robot.clickOn("#marks-scene");
        until("and shown", () -> !timeline().canvas().scenery().marks().isEmpty());
        robot.clickOn("#slice-at-marks");
        assertThat(parts(clip)).containsExactly(part(0, 0, 2000), part(1, 2000, 3000), part(2, 3000, -1));
        assertThat(onFx(() -> clip.draft().get().ops())).containsExactly("slice");
        robot.clickOn("#one-film");
        assertThat(onFx(() -> clip.draft().get().ops())).containsExactly("trim");
        doFx(() -> place.desk().history().undo());
        doFx(() -> place.desk().history().undo());
        assertThat(parts(clip)).isEmpty();
    }

    @Test
    void findingCanBeStopped() throws Exception {
        Clip clip = film(6);
        fire("find-marks");
        doFx(() -> timeline().finding().cancel());
        assertThat(onFx(() -> timeline().finding().of(clip))).isInstanceOf(Finding.State.Unknown.class);
        until("it can be asked again", () -> place.room().actions().find("find-marks").possible().get());
        fire("find-marks");
        until("they are found", () -> timeline().finding().of(clip) instanceof Finding.State.Found);
    }

    @Test
    void aCutIsCheckedOnWhatIsReallyMade(FxRobot robot) throws Exception {
        Clip clip = film(8);
        doFx(() -> place.desk().cut(clip, Text.verbatim("Cut"), null,
                _ -> Cuts.of(List.of(new long[]{400_000, 3_200_000}, new long[]{5_400_000, 8_000_000}))));
        until("the plan is there", () -> !drawn().isEmpty());
        seek(clip, 3_160_000);
        doFx(() -> timeline().requestFocus());
        robot.push(KeyCode.C);
        until("its frames are there", () -> timeline().check().state().get() instanceof CutCheck.State.Shown f && f.whole());
        CutCheck.State.Shown frames = (CutCheck.State.Shown) onFx(() -> timeline().check().state().get());
        Seam seam = onFx(() -> timeline().check().seam().orElseThrow());
        assertThat(seam).as("the nearest, a few frames before the range ends").isIn(
                new Seam(Seam.Kind.JOIN, 0, 3_200_000, 5_400_000),
                new Seam(Seam.Kind.COPIED_ENCODED, 0, seam.beforeUs(), seam.beforeUs()));
        assertThat(frames.before()).hasSize(3);
        assertThat(frames.after()).hasSizeBetween(1, 3);
        assertThat(frames.film().path()).as("what is seen was really made").isNotEqualTo(clip.file());
        assertThat(frames.toUs() - frames.fromUs()).isBetween(1_000_000L, 2_000_000L);
        assertThat(onFx(() -> viewer.lookup("#check").isVisible())).isTrue();
        while (onFx(() -> timeline().check().seam().orElseThrow().kind() != Seam.Kind.JOIN)) {
            robot.push(KeyCode.C);
        }
        until("the join is there", () -> timeline().check().state().get() instanceof CutCheck.State.Shown f && f.whole()
                && f.title().equals(CheckWords.JOIN.say(index() + 1, seams(), 1, 2)));
        until("it plays",
                () -> viewer.lookup("#check-picture") instanceof javafx.scene.image.ImageView v && v.getImage() != null);
        Path made = onFx(() -> ((CutCheck.State.Shown) timeline().check().state().get()).film().path());
        robot.push(KeyCode.ESCAPE);
        until("it is closed", () -> !viewer.lookup("#check").isVisible());
        until("nothing is left", () -> java.nio.file.Files.notExists(made));
        assertThat(onFx(() -> place.engine().tasks())).isEmpty();
    }

    private int index() {
        return timeline().check().index();
    }

    private int seams() {
        return timeline().check().count();
    }

    @Test
    void theTimelineZoomsAndFits(FxRobot robot) throws Exception {
        Clip clip = film(8);
        seek(clip, 4_000_000);
        Zoomed whole = onFx(() -> timeline().canvas().scenery().shown());
        robot.push(KeyCode.EQUALS);
        Zoomed near = onFx(() -> timeline().canvas().scenery().shown());
        assertThat(near.spanUs()).isLessThan(whole.spanUs());
        assertThat(near.x(4_000_000)).as("the playhead stays where it is").isCloseTo(whole.x(4_000_000),
                org.assertj.core.data.Offset.offset(1.0));
        doFx(() -> timeline().canvas().fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 100, 50, 100, 50, false, false, false, false,
                true, false, 0, 40, 0, 40, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0, 0, null)));
        assertThat(onFx(() -> timeline().canvas().scenery().shown().spanUs())).isLessThan(near.spanUs());
        robot.push(KeyCode.BACK_SLASH);
        assertThat(onFx(() -> timeline().canvas().scenery().shown())).isEqualTo(whole);
    }
}
