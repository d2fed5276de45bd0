package io.reelbench.app.viewer;

import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Wheel, pinch and pointer on the picture: nearer, farther, and pushed about. */
final class Loupe {

    private static final double STEP = 1.15;
    private static final double NOTCH = 40;

    private final Screen screen;
    private double lastX;
    private double lastY;
    private boolean pushing;

    private Loupe(Screen screen) {
        this.screen = screen;
    }

    static void on(Screen screen) {
        Loupe loupe = new Loupe(screen);
        screen.addEventHandler(ScrollEvent.SCROLL, loupe::scrolled);
        screen.addEventHandler(ZoomEvent.ZOOM, loupe::pinched);
        screen.addEventHandler(MouseEvent.MOUSE_PRESSED, loupe::pressed);
        screen.addEventHandler(MouseEvent.MOUSE_DRAGGED, loupe::dragged);
        screen.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> loupe.pushing = false);
        screen.addEventHandler(MouseEvent.MOUSE_CLICKED, loupe::clicked);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0 && !event.isInertia()) {
            screen.zoom(Math.pow(STEP, event.getDeltaY() / NOTCH), event.getX(), event.getY());
        }
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        screen.zoom(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void pressed(MouseEvent event) {
        pushing = event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE;
        lastX = event.getX();
        lastY = event.getY();
    }

    private void dragged(MouseEvent event) {
        if (pushing && screen.lens().get().zoom() > 1) {
            Rectangle2D room = screen.room();
            screen.lens().set(screen.lens().get().pushed(event.getX() - lastX, event.getY() - lastY, screen.fitted(), room));
            event.consume();
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    /** Twice: to single pixels, and back. */
    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && event.isStillSincePress() && event.getButton() == MouseButton.PRIMARY) {
            if (screen.lens().get().zoom() > 1) {
                screen.lens().set(Lens.FIT);
            } else {
                screen.zoomToPixels(event.getX(), event.getY());
            }
        }
    }
}
