package io.reelbench.app.look;

import atlantafx.base.theme.PrimerDark;
import io.reelbench.app.memory.Remembered.Look;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** How the window looks: fonts, our style sheets over AtlantaFX, dark or light by one style class. */
public final class Theme {

    private static final String FOLDER = "/io/reelbench/ui/";
    private static final String LIGHT = "light";
    private static final List<String> FONTS = List.of("ReelbenchSans-Regular", "ReelbenchSans-Medium", "ReelbenchSans-SemiBold",
            "JetBrainsMono-Regular");
    private static final List<String> SHEETS = List.of("tokens", "controls", "shell", "clips", "viewer", "recipe", "queue");

    private Theme() {}

    /** Once, before the first scene. */
    public static void load() {
        FONTS.forEach(Theme::font);
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
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
