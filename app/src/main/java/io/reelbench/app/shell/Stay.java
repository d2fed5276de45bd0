package io.reelbench.app.shell;

import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered.Bounds;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Puts the window where it stood last time, and remembers where it goes. */
public final class Stay {

    /** The smallest window that can be worked with. */
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;
    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 760;
    /** So much of the title bar must be seen to be dragged. */
    private static final double HANDLE = 80;
    private static final Duration CALM = Duration.millis(400);

    private final Stage stage;
    private final Memory memory;
    private final PauseTransition calm = new PauseTransition(CALM);

    private Stay(Stage stage, Memory memory) {
        this.stage = stage;
        this.memory = memory;
    }

    /** Before the stage is shown. */
    public static void keep(Stage stage, Memory memory) {
        new Stay(stage, memory).begin();
    }

    private void begin() {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Bounds at = fit(memory.now().window(), screens, Screen.getPrimary().getVisualBounds());
        stage.setX(at.x());
        stage.setY(at.y());
        stage.setWidth(at.width());
        stage.setHeight(at.height());
        stage.setMaximized(at.maximised());
        calm.setOnFinished(_ -> note());
        stage.xProperty().subscribe(calm::playFromStart);
        stage.yProperty().subscribe(calm::playFromStart);
        stage.widthProperty().subscribe(calm::playFromStart);
        stage.heightProperty().subscribe(calm::playFromStart);
        stage.maximizedProperty().subscribe(calm::playFromStart);
        stage.setOnHiding(_ -> note());
    }

    /** A window that is maximised keeps the place it will go back to. */
    private void note() {
        if (stage.isIconified() || stage.isFullScreen() || !stage.isShowing() || Double.isNaN(stage.getX())) {
            return;
        }
        Optional<Bounds> last = memory.now().window();
        Bounds now = stage.isMaximized() && last.isPresent()
                ? new Bounds(last.get().x(), last.get().y(), last.get().width(), last.get().height(), true)
                : new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        if (!last.equals(Optional.of(now))) {
            memory.change(remembered -> remembered.with(now));
        }
    }

    /** Where it can be seen and dragged on the screens there are now. */
    static Bounds fit(Optional<Bounds> wish, List<Rectangle2D> screens, Rectangle2D primary) {
        Optional<Bounds> seen = wish
                .filter(w -> screens.stream()
                        .anyMatch(s -> s.intersects(w.x() + HANDLE, w.y(), Math.max(1, w.width() - 2 * HANDLE), 40)
                                && w.y() >= s.getMinY()));
        double width = Math.min(wish.map(Bounds::width).orElse(USUAL_WIDTH), primary.getWidth());
        double height = Math.min(wish.map(Bounds::height).orElse(USUAL_HEIGHT), primary.getHeight());
        return seen.orElseGet(() -> new Bounds(Math.rint(primary.getMinX() + (primary.getWidth() - width) / 2),
                Math.rint(primary.getMinY() + (primary.getHeight() - height) / 2), width, height,
                wish.map(Bounds::maximised).orElse(false)));
    }
}
