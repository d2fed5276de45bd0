package io.reelbench.app.viewer;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Comparing;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.engine.Request;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A finished file beside its clip, with the real decoder. */
@ExtendWith(ApplicationExtension.class)
class CompareTest {

    @TempDir
    private Path folder;
    private Stage stage;
    private Workplace place;
    private ViewerPane viewer;
    private final List<String> wrong = new ArrayList<>();

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        place = Workplace.in(folder);
        doFx(() -> {
            Theme.load();
            viewer = new ViewerPane(place.room());
            Scene scene = new Scene(viewer, 800, 600);
            Theme.dress(scene, Look.DARK);
            place.room().actions().listenTo(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        place.close();
    }

    private Task done(Path clip, String recipe) throws Exception {
        Recipe read = place.engine().recipes().read(("{'schema':1,'steps':[" + recipe + "]}").replace('\'', '"')).value()
                .orElseThrow();
        String id = place.engine()
                .submit(List.of(new Request(clip, read, new OutputWish().into(folder.resolve("out")), Priority.NORMAL)))
                .getFirst().id();
        until("it is done", () -> place.engine().task(id).filter(t -> t.state() == TaskState.DONE).isPresent());
        return place.engine().task(id).orElseThrow();
    }

    private void compare(Task task) {
        doFx(() -> {
            viewer.lookup(".rb-well").requestFocus();
            place.desk().comparing().begin(task, () -> {
            }, failure -> wrong.add(failure.headline().toString()));
        });
    }

    private boolean finished(boolean kept) {
        return viewer.viewing().result().get() instanceof Outcome.Finished(_, boolean is) && is == kept;
    }

    /** How far two pictures of the same size are from each other, 0 to 255. */
    private double apart() {
        Image one = ((Shot.Shown) viewer.viewing().source().get()).image();
        Image other = ((Outcome.Finished) viewer.viewing().result().get()).image();
        double sum = 0;
        int count = 0;
        for (int y = 0; y < one.getHeight(); y += 3) {
            for (int x = 0; x < one.getWidth(); x += 3) {
                var a = one.getPixelReader().getColor(x, y);
                var b = other.getPixelReader().getColor(x, y);
                sum += Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen())
                        + Math.abs(a.getBlue() - b.getBlue());
                count += 3;
            }
        }
        return 255 * sum / count;
    }

    @Test
    void theFinishedFileIsShownInStepAndLeftAgain(FxRobot robot) throws Exception {
        Task task = done(place.film("film.mp4", 3, 320, 180), "{'op':'trim','start':1,'end':2}");
        assertThat(Comparing.isPossible(task)).isTrue();
        doFx(() -> viewer.modes().set(Mode.SOURCE));
        compare(task);
        until("both are seen", () -> finished(true) && viewer.viewing().source().get() instanceof Shot.Shown shown
                && shown.frame().atUs() == 1_000_000);
        assertThat(onFx(() -> viewer.modes().get())).isEqualTo(Mode.WIPE);
        assertThat(onFx(this::apart)).as("the same moment").isLessThan(8);
        until("it is said", () -> viewer.lookup(".rb-finished-tag").isVisible());
        Clip clip = onFx(() -> place.desk().current().get());
        for (int i = 0; i < 5; i++) {
            long next = 1_000_000 + (i + 1) * 40_000L;
            robot.push(KeyCode.RIGHT);
            until("the next frame", () -> clip.playhead().get() == next);
        }
        until("in step", () -> finished(true) && apart() < 8);
        robot.push(KeyCode.HOME);
        until("a moment that is not in it", () -> clip.playhead().get() == 0 && finished(false));

        robot.push(KeyCode.BACK_SPACE);
        until("the recipe's own result again", () -> viewer.viewing().result().get() instanceof Outcome.None);
        assertThat(onFx(() -> viewer.lookup(".rb-finished-tag").isVisible())).isFalse();
        assertThat(wrong).isEmpty();
    }

    @Test
    void anotherRecipeOrClipLeavesIt() throws Exception {
        Task task = done(place.film("film.mp4", 1, 160, 90), "{'op':'scale','width':80}");
        Clip clip = onFx(() -> place.desk().add(List.of(folder.resolve("clips/film.mp4"))).getFirst());
        until("the clip is read", () -> clip.media().isPresent());
        doFx(() -> viewer.viewing().seek(520_000));
        until("the moment is seen", () -> viewer.viewing().source().get() instanceof Shot.Shown shown
                && shown.frame().atUs() == 520_000);
        compare(task);
        until("it is seen", () -> finished(true));
        assertThat(clip.playhead().get()).as("at the moment that was looked at").isEqualTo(520_000);
        doFx(() -> place.desk().edit(Text.verbatim("Add a step"), d -> d.add(0, Card.of("scale").with("width", List.of("64")))));
        until("what the recipe makes", () -> viewer.viewing().result().get() instanceof Outcome.Made(var made, _)
                && made.frame().picture().size().width() == 64);
        compare(task);
        until("it is seen again", () -> finished(true));
        doFx(() -> place.desk().history().undo());
        until("an undone recipe is another one", () -> place.desk().comparing().now().get().isEmpty());
        compare(task);
        until("it is seen once more", () -> finished(true));
        Path other = place.film("other.mp4", 1, 160, 90);
        doFx(() -> place.desk().add(List.of(other)));
        assertThat(onFx(() -> place.desk().comparing().now().get())).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsSaid() throws Exception {
        Task task = done(place.film("film.mp4", 1, 160, 90), "{'op':'scale','width':80}");
        java.nio.file.Files.delete(task.outcome().results().getFirst().file());
        compare(task);
        until("why", () -> !wrong.isEmpty());
        assertThat(wrong.getFirst()).contains("film");
        assertThat(onFx(() -> place.desk().comparing().now().get())).isEmpty();
    }
}
