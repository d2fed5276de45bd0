package io.reelbench.app.room;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * What is said of a node while the mouse rests on it, and by screen readers as its help. A tool-tip of JavaFX is a window with a scene of
 * its own, about as much work as a row of a list, so that it is made only when the mouse first comes. FX thread only.
 */
public final class Tip {

    private static final Duration DELAY = Duration.millis(700);
    /** Pixels; more words than that stand on several lines. */
    private static final double WIDE = 420;

    private final Node node;
    private String words = "";
    private Tooltip shown;

    private Tip(Node node) {
        this.node = node;
        node.addEventFilter(MouseEvent.MOUSE_ENTERED, _ -> come());
    }

    /** Nothing is said where there are no words. */
    public static void say(Node node, String words) {
        if (node.getProperties().get(Tip.class) instanceof Tip tip) {
            tip.change(words);
        } else if (!words.isEmpty()) {
            Tip tip = new Tip(node);
            node.getProperties().put(Tip.class, tip);
            tip.change(words);
        }
    }

    /** What is said of a node; empty for nothing. */
    public static String of(Node node) {
        return node.getProperties().get(Tip.class) instanceof Tip tip ? tip.words : "";
    }

    private void change(String now) {
        words = now;
        node.setAccessibleHelp(now.isEmpty() || now.equals(node.getAccessibleText()) ? null : now);
        if (shown != null) {
            shown.setText(now);
            if (now.isEmpty()) {
                shown.hide();
                Tooltip.uninstall(node, shown);
                shown = null;
            }
        }
    }

    private void come() {
        if (shown == null && !words.isEmpty()) {
            shown = new Tooltip(words);
            shown.setWrapText(true);
            shown.setMaxWidth(WIDE);
            shown.setShowDelay(DELAY);
            Tooltip.install(node, shown);
        }
    }
}
