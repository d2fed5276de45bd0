package io.reelbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A real window on a real X display, seen by another program. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class WindowToolkitTest {
    private static final String TITLE = "Reelbench window test";

    @Start
    void show(Stage stage) {
        stage.setTitle(TITLE);
        stage.setScene(new Scene(new Label("Hello"), 300, 200));
        stage.show();
    }

    @Test
    void another_program_finds_the_window_by_its_title() throws Exception {
        var search = new ProcessBuilder("xdotool", "search", "--sync", "--onlyvisible", "--name", "^" + TITLE + "$")
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(search.waitFor(20, TimeUnit.SECONDS)).as("xdotool finds the window").isTrue();
            var windows = new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(search.exitValue()).as(windows).isZero();
            assertThat(windows).matches("\\d+");
        } finally {
            search.destroyForcibly();
        }
    }
}
