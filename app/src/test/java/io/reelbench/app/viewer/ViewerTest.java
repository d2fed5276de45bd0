package io.reelbench.app.viewer;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The viewer with the real decoder. */
@ExtendWith(ApplicationExtension.class)
class ViewerTest {

    @TempDir
    private Path folder;
    private Workplace place;
    private ViewerPane viewer;
    private Scene scene;

    @Start
    void show(Stage stage) throws Exception {
        place = Workplace.in(folder);
        Theme.load();
        viewer = new ViewerPane(place.room());
        scene = new Scene(viewer, 800, 600);
        Theme.dress(scene, Look.DARK);
        place.room().actions().listenTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        place.close();
    }

    private Clip look(Path file) {
        Clip clip = onFx(() -> place.desk().add(List.of(file)).getFirst());
        doFx(() -> viewer.lookup(".rb-well").requestFocus());
        until("a picture", () -> clip.media().isPresent() && shown(clip.playhead().get()));
        return clip;
    }

    private boolean shown(long us) {
        return viewer.viewing().source().get() instanceof Shot.Shown(var frame, _) && frame.atUs() == us;
    }

    private String timecode() {
        return onFx(() -> ((Label) viewer.lookup(".rb-timecode")).getText());
    }

    @Test
    void keysStepByFramesKeyframesAndSeconds(FxRobot robot) throws Exception {
        Clip clip = look(place.film("film.mp4", 4, 320, 180));
        assertThat(timecode()).isEqualTo("00:00:00:00");
        robot.push(KeyCode.RIGHT);
        until("the next frame", () -> clip.playhead().get() == 40_000 && shown(40_000));
        robot.push(KeyCode.PAGE_DOWN);
        until("the next keyframe", () -> shown(1_000_000));
        robot.push(KeyCode.LEFT);
        until("the frame before", () -> shown(960_000));
        assertThat(timecode()).isEqualTo("00:00:00:24");
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        until("a second later", () -> shown(1_960_000));
        robot.push(KeyCode.END);
        until("the last frame", () -> shown(3_960_000));
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.HOME);
        until("the first frame", () -> shown(0));
    }

    @Test
    void inAndOutAreTheRecipesTrim(FxRobot robot) throws Exception {
        Clip clip = look(place.film("film.mp4", 4, 320, 180));
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        until("a second later", () -> shown(1_000_000));
        robot.push(KeyCode.I);
        assertThat(onFx(() -> clip.draft().get().cards())).containsExactly(Card.of("trim").with("start", List.of("1")));
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        until("another second later", () -> shown(2_000_000));
        robot.push(KeyCode.O);
        assertThat(onFx(() -> clip.draft().get().cards().getFirst().given()))
                .isEqualTo(Map.of("start", List.of("1"), "end", List.of("2.04")));
        assertThat(onFx(() -> Kept.of(clip).parts())).containsExactly(new Cuts.Part("", 0, 1_000_000, 2_040_000));
        robot.push(KeyCode.X);
        assertThat(onFx(() -> clip.draft().get().cards())).isEmpty();
        doFx(() -> place.desk().history().undo());
        assertThat(onFx(() -> clip.draft().get().cards())).hasSize(1);
    }

    @Test
    void theResultStandsBesideItsSourceAndFollowsTheRecipe(FxRobot robot) throws Exception {
        Clip clip = look(place.film("film.mp4", 2, 320, 180));
        doFx(() -> place.desk().edit(Text.verbatim("Add a step"), d -> d.add(0, Card.of("scale").with("width", List.of("64")))));
        until("a result", () -> viewer.viewing().result().get() instanceof Outcome.Made(var made, _)
                && made.frame().picture().size().width() == 64);
        doFx(() -> place.desk().edit(Text.verbatim("Set width"), d -> d.change(0, c -> c.with("width", List.of("100")))));
        until("the new result", () -> viewer.viewing().result().get() instanceof Outcome.Made(var made, _)
                && made.frame().picture().size().width() == 100);
        assertThat(clip.playhead().get()).isZero();
        robot.push(KeyCode.DIGIT1);
        until("the wipe is away", () -> !viewer.lookup(".rb-wipe-line").getParent().isVisible());
        robot.push(KeyCode.DIGIT3);
        until("the wipe is back", () -> viewer.lookup(".rb-wipe-line").getParent().isVisible());
    }

    @Test
    void aDecoderThatDiesIsNotNoticed(FxRobot robot) throws Exception {
        look(place.film("film.mp4", 4, 320, 180));
        List<ProcessHandle> decoders = ProcessHandle.current().descendants()
                .filter(p -> p.info().command().orElse("").endsWith("java")).toList();
        assertThat(decoders).isNotEmpty();
        for (ProcessHandle decoder : decoders) {
            decoder.destroyForcibly();
            decoder.onExit().get(1, TimeUnit.MINUTES);
        }
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        until("the picture is back", () -> shown(1_000_000));
    }

    @Test
    void soundAloneIsSeenAsItsShape() throws Exception {
        Path sound = place.make("tone.wav", List.of("-f", "lavfi", "-i", "sine=duration=2"));
        doFx(() -> place.desk().add(List.of(sound)));
        until("its shape is seen", () -> viewer.lookup(".rb-sound-peaks") instanceof Polygon shape
                && shape.getParent().isVisible() && shape.getBoundsInLocal().getWidth() > 600
                && shape.getBoundsInLocal().getHeight() > 20);
        doFx(() -> viewer.viewing().seek(1_000_000));
        until("the line stands in the middle",
                () -> Math.abs(viewer.lookup(".rb-sound-line").getLayoutX() - viewer.getWidth() / 2) < 3);
    }

    @Test
    void thePictureHasItsColours() throws Exception {
        Path red = place.make("red.mp4",
                List.of("-f", "lavfi", "-i", "color=red:size=320x180:rate=25:duration=1", "-c:v", "libx264"));
        look(red);
        Color middle = onFx(() -> scene.snapshot(null).getPixelReader().getColor(400, 250));
        assertThat(middle.getRed()).isGreaterThan(0.9);
        assertThat(middle.getGreen()).isLessThan(0.1);
    }
}
