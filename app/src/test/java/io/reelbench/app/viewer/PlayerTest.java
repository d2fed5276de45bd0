package io.reelbench.app.viewer;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Remembered.Hearing;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Clips are played with keys, by the real decoder. */
@ExtendWith(ApplicationExtension.class)
class PlayerTest {

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

    private Clip look(Path file) {
        Clip clip = onFx(() -> place.desk().add(List.of(file)).getFirst());
        doFx(() -> viewer.lookup(".rb-well").requestFocus());
        until("it is understood", () -> clip.media().isPresent());
        return clip;
    }

    private Clip film(int seconds) throws Exception {
        Clip clip = look(place.film("film.mp4", seconds, 320, 180));
        until("a picture", () -> shown(0));
        return clip;
    }

    private boolean shown(long us) {
        return viewer.viewing().source().get() instanceof Shot.Shown(var frame, _) && frame.atUs() == us;
    }

    private double speed() {
        return viewer.player().speed().get();
    }

    @Test
    void spacePlaysAndSpaceStopsOnTheFrameThatIsSeen(FxRobot robot) throws Exception {
        Clip clip = film(20);
        robot.push(KeyCode.SPACE);
        until("it plays", () -> speed() == 1 && clip.playhead().get() > 200_000);
        robot.push(KeyCode.SPACE);
        assertThat(onFx(this::speed)).isZero();
        long at = onFx(() -> clip.playhead().get());
        until("the frame as good as it gets", () -> shown(clip.playhead().get()) && viewer.viewing()
                .source().get() instanceof Shot.Shown(var frame, _) && frame.keyframe() == (frame.atUs() % 1_000_000 == 0));
        assertThat(onFx(() -> clip.playhead().get())).isEqualTo(at).isLessThan(20_000_000);
    }

    @Test
    void theEndIsTheOutWhereTheClipHasOne(FxRobot robot) throws Exception {
        Clip clip = film(4);
        doFx(() -> place.desk().edit(Text.verbatim("Cut"),
                d -> d.add(0, Card.of("trim").with("start", List.of("1")).with("end", List.of("2")))));
        until("the kept part is known", () -> !Kept.of(clip).areNone());
        doFx(() -> viewer.viewing().seek(1_600_000));
        until("it is there", () -> shown(1_600_000));
        robot.push(KeyCode.SPACE);
        until("it has stopped", () -> speed() == 0);
        until("the last frame that is kept", () -> shown(1_960_000) && clip.playhead().get() == 1_960_000);
        robot.push(KeyCode.SPACE);
        until("it begins anew", () -> speed() == 1 && clip.playhead().get() < 1_600_000);
        assertThat(onFx(() -> clip.playhead().get())).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void aLoopGoesOnUntilSomebodyStepsAndIsRemembered(FxRobot robot) throws Exception {
        Clip clip = film(1);
        robot.push(KeyCode.SHORTCUT, KeyCode.L);
        robot.push(KeyCode.SPACE);
        for (int i = 0; i < 2; i++) {
            until("late in it", () -> clip.playhead().get() > 600_000);
            until("early in it", () -> clip.playhead().get() < 400_000);
        }
        robot.push(KeyCode.RIGHT);
        assertThat(onFx(this::speed)).isZero();
        robot.push(KeyCode.SHIFT, KeyCode.M);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(place.room().memory().now().hearing()).isEqualTo(new Hearing(0.9, true, true));
    }

    @Test
    void theShuttleGoesFasterAndTheOtherWay(FxRobot robot) throws Exception {
        Clip clip = film(20);
        robot.push(KeyCode.L);
        robot.push(KeyCode.L);
        assertThat(onFx(this::speed)).isEqualTo(2);
        until("it goes on", () -> clip.playhead().get() > 1_000_000);
        robot.push(KeyCode.J);
        assertThat(onFx(this::speed)).isEqualTo(-1);
        long from = onFx(() -> clip.playhead().get());
        until("it goes back", () -> clip.playhead().get() < from);
        robot.push(KeyCode.K);
        assertThat(onFx(this::speed)).isZero();
    }

    @Test
    void markersAreSetFoundAndTakenBack(FxRobot robot) throws Exception {
        Clip clip = film(4);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        until("a second later", () -> shown(1_000_000));
        robot.push(KeyCode.M);
        robot.push(KeyCode.END);
        until("the last frame", () -> shown(3_960_000));
        robot.push(KeyCode.M);
        assertThat(onFx(() -> clip.markers().get())).containsExactly(1_000_000L, 3_960_000L);
        until("they are drawn", () -> viewer.lookupAll(".rb-marker").size() == 2);
        robot.push(KeyCode.SHORTCUT, KeyCode.LEFT);
        until("the first one", () -> shown(1_000_000));
        robot.push(KeyCode.M);
        assertThat(onFx(() -> clip.markers().get())).containsExactly(3_960_000L);
        doFx(() -> place.desk().history().undo());
        assertThat(onFx(() -> clip.markers().get())).hasSize(2);
    }

    @Test
    void soundAloneIsPlayedToo(FxRobot robot) throws Exception {
        Clip clip = look(place.make("tone.wav", List.of("-f", "lavfi", "-i", "sine=duration=1")));
        robot.push(KeyCode.SPACE);
        until("it is over", () -> speed() == 0 && clip.playhead().get() > 800_000);
    }

    @Test
    void anotherClipStopsIt(FxRobot robot) throws Exception {
        film(20);
        robot.push(KeyCode.SPACE);
        until("it plays", () -> speed() == 1);
        Path other = place.film("other.mp4", 1, 320, 180);
        doFx(() -> place.desk().add(List.of(other)));
        assertThat(onFx(this::speed)).isZero();
        until("the other one", () -> shown(0));
    }
}
