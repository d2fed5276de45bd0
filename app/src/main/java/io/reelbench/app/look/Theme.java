package io.reelbench.app.look;

import atlantafx.base.theme.PrimerDark;
import io.reelbench.app.memory.Remembered.Look;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** How the window looks: fonts, our style sheets over AtlantaFX, dark or light by one style class. */
public final class Theme {

    private static final String FOLDER = "/io/reelbench/ui/";
    private static final String LIGHT = "light";
    private static final String OPAQUE = "rb-opaque";
    private static final String CONTRAST = "rb-contrast";
    private static final String STILL = "rb-still";
    /** -rb-raised of the dark theme. */
    private static final Color RAISED = Color.web("#252525");
    private static final List<String> FONTS = List.of("ReelbenchSans-Regular", "ReelbenchSans-Medium", "ReelbenchSans-SemiBold",
            "JetBrainsMono-Regular");
    private static final List<String> SHEETS = List.of("tokens", "controls", "shell", "clips", "viewer", "recipe", "queue",
            "rooms");

    private Theme() {}

    /** Once, before the first scene. */
    public static void load() {
        FONTS.forEach(Theme::font);
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            Window.getWindows().addListener(Theme::fillPopups);
        }
    }

    /** Where nothing composes windows (a bare X server) a popup has no transparent pixels: its corners would be white. */
    private static void fillPopups(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().stream().filter(PopupWindow.class::isInstance).map(PopupWindow.class::cast)
                    .forEach(popup -> {
                        Window owner = popup.getOwnerWindow();
                        boolean light = owner != null && owner.getScene() != null
                                && owner.getScene().getRoot().getStyleClass().contains(LIGHT);
                        popup.getScene().setFill(light ? Color.WHITE : RAISED);
                        popup.getScene().getRoot().getStyleClass().add(OPAQUE);
                    });
        }
    }

    /**
     * Gives the root of a card that floats the colours of the window that it belongs to. Call it before each showing: the card is styled
     * before its own window is known.
     */
    public static void wear(Parent card, Node owner) {
        ObservableList<String> own = owner.getScene().getRoot().getStyleClass();
        for (String one : List.of("root", "popup", LIGHT, OPAQUE, CONTRAST, STILL)) {
            card.getStyleClass().remove(one);
            if (one.equals("root") || one.equals("popup") || own.contains(one)) {
                card.getStyleClass().add(one);
            }
        }
    }

    private static void font(String name) {
        try (InputStream in = Theme.class.getResourceAsStream(FOLDER + "fonts/" + name + ".ttf")) {
            if (in == null || Font.loadFont(in, 12) == null) {
                throw new IllegalStateException("the font " + name + " is missing");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static void dress(Scene scene, Look look) {
        SHEETS.forEach(s -> scene.getStylesheets().add(Theme.class.getResource(FOLDER + s + ".css").toExternalForm()));
        wear(scene, look);
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            scene.getRoot().getStyleClass().add(OPAQUE);
        }
    }

    /** Whether edges of controls stand out, and whether nothing moves that need not. */
    public static void wear(Scene scene, boolean contrast, boolean still) {
        ObservableList<String> classes = scene.getRoot().getStyleClass();
        classes.removeAll(CONTRAST, STILL);
        if (contrast) {
            classes.add(CONTRAST);
        }
        if (still) {
            classes.add(STILL);
        }
    }

    /** Whether nothing shall move that need not where a node is. */
    public static boolean isStill(Node node) {
        return node.getScene() != null && node.getScene().getRoot().getStyleClass().contains(STILL);
    }

    /** Changes the colours of a dressed scene. */
    public static void wear(Scene scene, Look look) {
        ObservableList<String> classes = scene.getRoot().getStyleClass();
        classes.remove(LIGHT);
        if (look == Look.LIGHT) {
            classes.add(LIGHT);
        }
    }
}
