package io.reelbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The toolkit itself, on a machine without any display: it shows, is clicked, and can be photographed. */
@ExtendWith(ApplicationExtension.class)
class HeadlessToolkitTest {
    private final AtomicInteger clicks = new AtomicInteger();
    private Scene scene;

    @Start
    void show(Stage stage) {
        var button = new Button("Press");
        button.setOnAction(_ -> clicks.incrementAndGet());
        var pane = new StackPane(button);
        pane.setStyle("-fx-background-color: #204060");
        scene = new Scene(pane, 200, 100);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void a_button_is_clicked(FxRobot robot) {
        robot.clickOn("Press");
        assertThat(clicks).hasValue(1);
    }

    @Test
    void a_snapshot_has_the_colours_of_the_style_sheet(FxRobot robot) {
        var image = new AtomicReference<WritableImage>();
        robot.interact(() -> image.set(scene.snapshot(null)));
        assertThat(scene.getWindow().isShowing()).isTrue();
        assertThat(image.get().getPixelReader().getColor(2, 2)).isEqualTo(Color.web("#204060"));
    }

    @Test
    void javafx_runs_as_modules() {
        assertThat(Stage.class.getModule().getName()).isEqualTo("javafx.graphics");
    }
}
