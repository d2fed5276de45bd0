package io.reelbench.app.viewer;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.StepKey;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The place of the open step is set on the picture. */
@ExtendWith(ApplicationExtension.class)
class OpenPlaceTest {

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

    private Clip open(Card card) throws Exception {
        Path film = place.film("film.mp4", 1, 320, 180);
        Clip clip = onFx(() -> place.desk().add(List.of(film)).getFirst());
        until("a picture", () -> viewer.viewing().source().get() instanceof Shot.Shown);
        doFx(() -> {
            place.desk().edit(Text.verbatim("Add a step"), d -> d.add(0, card));
            place.desk().opened(Optional.of(new StepKey(card.op(), 0)));
        });
        until("the box is there",
                () -> box().isVisible() && box().getParent().isVisible() && box().getLayoutBounds().getWidth() > 10);
        return clip;
    }

    private Node box() {
        return viewer.lookup(".rb-handle-box");
    }

    private Map<String, List<String>> given(Clip clip) {
        return onFx(() -> clip.draft().get().cards().getFirst().given());
    }

    /** Moves the pointer over a node by pixels of the frame. */
    private void drag(Node node, double byX, double byY) {
        doFx(() -> {
            double scale = scale();
            Bounds on = node.localToScene(node.getBoundsInLocal());
            Point2D from = new Point2D(on.getCenterX(), on.getCenterY());
            fire(node, MouseEvent.MOUSE_PRESSED, from);
            fire(node, MouseEvent.MOUSE_DRAGGED, from.add(byX / 2 * scale, byY / 2 * scale));
            fire(node, MouseEvent.MOUSE_DRAGGED, from.add(byX * scale, byY * scale));
            fire(node, MouseEvent.MOUSE_RELEASED, from.add(byX * scale, byY * scale));
        });
    }

    private double scale() {
        Handles handles = (Handles) box().getParent();
        return box().getLayoutBounds().getWidth() / handles.box().get().getWidth();
    }

    private static void fire(Node node, javafx.event.EventType<MouseEvent> type, Point2D at) {
        Event.fireEvent(node, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false,
                false, false, false, true, false, false, true, false, false, null));
    }

    @Test
    void aCropIsDrawnAndPushedAndUndoneAtOnce(FxRobot robot) throws Exception {
        Clip clip = open(Card.of("crop").with("rect", List.of("160:90:80:45")));
        drag(box(), 20, -15);
        assertThat(given(clip)).isEqualTo(Map.of("rect", List.of("160:90:100:30")));
        Node corner = onFx(() -> viewer.lookupAll(".rb-handle-grip").stream().skip(7).findFirst().orElseThrow());
        drag(corner, 500, 20);
        assertThat(given(clip)).isEqualTo(Map.of("rect", List.of("220:110:100:30")));
        doFx(() -> box().requestFocus());
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(given(clip)).isEqualTo(Map.of("rect", List.of("220:110:99:40")));
        doFx(() -> place.desk().history().undo());
        doFx(() -> place.desk().history().undo());
        assertThat(given(clip)).isEqualTo(Map.of("rect", List.of("160:90:100:30")));
        until("the box follows", () -> ((Handles) box().getParent()).box().get().getWidth() == 160);
    }

    @Test
    void whatIsDrawnReplacesAShape() throws Exception {
        Clip clip = open(Card.of("crop").with("aspect", List.of("1:1")));
        drag(box(), -30, 0);
        assertThat(given(clip)).isEqualTo(Map.of("rect", List.of("180:180:40:0")));
    }

    @Test
    void captionsGoToTheNearestOfNinePlaces() throws Exception {
        Clip clip = open(Card.of("subtitle-burn"));
        drag(box(), 0, -300);
        assertThat(given(clip)).isEqualTo(Map.of("position", List.of("top"), "margin", List.of("0")));
    }

    @Test
    void aPictureOverItGoesToAPoint() throws Exception {
        Path logo = place.make("logo.png",
                List.of("-f", "lavfi", "-i", "color=red:size=60x30:duration=1:rate=1", "-frames:v", "1"));
        Clip clip = open(Card.of("overlay").with("image", List.of(logo.toString())).with("size", List.of("60")).with("at",
                List.of("10:10")));
        until("its shape is known", () -> Math.abs(((Handles) box().getParent()).box().get().getHeight() - 30) < 0.5);
        drag(box(), 50, 25);
        assertThat(given(clip)).containsEntry("at", List.of("60:35"));
    }

    @Test
    void aStepThatMeetsAnotherPictureHasNoHandles() throws Exception {
        open(Card.of("crop").with("rect", List.of("160:90:80:45")));
        doFx(() -> place.desk().edit(Text.verbatim("Turn"), d -> d.add(0, Card.of("rotate").with("turn", List.of("90")))));
        until("the box is gone", () -> !box().getParent().isVisible());
        doFx(() -> place.desk().opened(Optional.empty()));
        assertThat(onFx(() -> box().getParent().isVisible())).isFalse();
    }
}
