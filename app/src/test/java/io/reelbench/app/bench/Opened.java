package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.shell.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/** The whole window with a real engine behind it, and what the measures look at in it. */
final class Opened implements AutoCloseable {

    private static final int PULSES = 10;
    private static final double RULER = 5;

    private final Workplace place;
    private final Window window;
    private final Stage stage;

    Opened(Path folder) throws Exception {
        place = Workplace.in(folder);
        window = Workplace.onFx(() -> new Window(place.room()));
        stage = Workplace.onFx(() -> {
            Stage shown = new Stage();
            shown.setScene(window.scene());
            shown.setWidth(1280);
            shown.setHeight(720);
            shown.show();
            window.opened(() -> {
            });
            return shown;
        });
        calm();
    }

    /** A few pulses, as between the opening of a window and what somebody does with it. */
    private void calm() {
        AtomicInteger pulses = new AtomicInteger();
        Runnable count = pulses::incrementAndGet;
        Workplace.doFx(() -> scene().addPostLayoutPulseListener(count));
        Workplace.until("the window is calm", () -> {
            Platform.requestNextPulse();
            return pulses.get() > PULSES;
        });
        Workplace.doFx(() -> scene().removePostLayoutPulseListener(count));
    }

    Workplace place() {
        return place;
    }

    Desk desk() {
        return place.desk();
    }

    Window window() {
        return window;
    }

    Scene scene() {
        return window.scene();
    }

    /** Puts one file on the desk and waits until it is understood. */
    Clip add(Path file) {
        Clip clip = Workplace.onFx(() -> desk().add(List.of(file)).getFirst());
        Workplace.until("the clip is looked into", () -> clip.media().isPresent());
        return clip;
    }

    /** A film as a camera makes it, in size. */
    Path film(String name, int seconds) throws Exception {
        return place.film(name, seconds, 1920, 1080);
    }

    ImageView sourcePicture() {
        return pictures().getFirst();
    }

    /** Drags the playhead over the timeline's ruler to a share of its length. */
    void drag(double share) {
        ruler(MouseEvent.MOUSE_DRAGGED, share);
    }

    /** Clicks on the timeline's ruler, at a share of its length. */
    void click(double share) {
        ruler(MouseEvent.MOUSE_PRESSED, share);
        ruler(MouseEvent.MOUSE_RELEASED, share);
    }

    private void ruler(EventType<MouseEvent> what, double share) {
        Node timeline = scene().lookup(".rb-timeline-canvas");
        double x = share * timeline.getBoundsInLocal().getWidth();
        boolean down = what != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(timeline, new MouseEvent(what, x, RULER, x, RULER, MouseButton.PRIMARY, 1, false, false, false, false,
                down, false, false, true, false, false, null));
    }

    ImageView resultPicture() {
        return pictures().getLast();
    }

    /** In milliseconds, from what is done on the FX thread to the pulse that shows another result. */
    double untilResult(Runnable deed) throws Exception {
        CompletableFuture<Double> shown = new CompletableFuture<>();
        Runnable[] look = new Runnable[1];
        Workplace.doFx(() -> {
            Image before = resultPicture().getImage();
            long from = System.nanoTime();
            look[0] = () -> {
                Image now = resultPicture().getImage();
                if (now != null && now != before) {
                    shown.complete((System.nanoTime() - from) / 1e6);
                }
            };
            scene().addPostLayoutPulseListener(look[0]);
            deed.run();
        });
        Workplace.until("the result is seen", shown::isDone);
        Workplace.doFx(() -> scene().removePostLayoutPulseListener(look[0]));
        return shown.get();
    }

    private List<ImageView> pictures() {
        Node well = scene().lookup(".rb-well");
        return ((javafx.scene.layout.Region) well).getChildrenUnmodifiable().stream().filter(ImageView.class::isInstance)
                .map(ImageView.class::cast).toList();
    }

    @Override
    public void close() {
        Workplace.doFx(() -> {
            stage.close();
            window.close();
        });
        place.close();
    }
}
