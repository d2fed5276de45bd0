package io.reelbench.app.look;

import io.reelbench.app.room.Tip;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.Picture;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ControlsToolkitTest {

    private Segments<String> segments;
    private MiddleLabel name;
    private VBox box;
    private Scene scene;

    @Start
    void show(Stage stage) {
        Theme.load();
        segments = new Segments<>(List.of("Quality", "Size", "Bit rate"), s -> s);
        name = new MiddleLabel("sintel_dunes_plate.mxf");
        box = new VBox(segments, name);
        scene = new Scene(box, 300, 200);
        Theme.dress(scene, Look.DARK);
        segments.value().set("Quality");
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void arrowsTakeTheNextSegmentAndOneIsAlwaysTaken(FxRobot robot) {
        robot.clickOn("Quality").clickOn("Quality").type(KeyCode.RIGHT);
        assertThat(segments.value().get()).isEqualTo("Size");
        robot.type(KeyCode.RIGHT, 3);
        assertThat(segments.value().get()).isEqualTo("Bit rate");
    }

    @Test
    void aNameShortensOnlyWithoutRoom(FxRobot robot) {
        assertThat(name.getText()).isEqualTo("sintel_dunes_plate.mxf");
        robot.interact(() -> {
            name.setMaxWidth(100);
            box.applyCss();
            box.layout();
        });
        assertThat(name.getText()).contains("…").endsWith(".mxf");
        assertThat(Tip.of(name)).isEqualTo("sintel_dunes_plate.mxf");
    }

    /** What the label shortened by itself must not be cut once more by the control that draws it. */
    @Test
    void aShortenedNameIsDrawnWhole(FxRobot robot) {
        List<String> cut = new ArrayList<>();
        robot.interact(() -> {
            for (double width = 30; width < 170; width += 0.7) {
                for (String words : List.of("bbb-1080p60-h264-aac51.mp4", "Ταξίδι στο νησί — κλιπ 12.mov", "夏休みの思い出_最終版.mkv")) {
                    name.say(words);
                    name.setMaxWidth(width);
                    box.layout();
                    String drawn = ((Text) name.lookup(".text")).getText();
                    if (!drawn.equals(name.getText())) {
                        cut.add(width + " " + drawn);
                    }
                }
            }
        });
        assertThat(cut).isEmpty();
    }

    @Test
    void aThemeIsOneStyleClass(FxRobot robot) {
        AtomicReference<Color> ground = new AtomicReference<>();
        robot.interact(() -> {
            Theme.wear(scene, Look.LIGHT);
            ground.set(scene.snapshot(null).getPixelReader().getColor(290, 190));
        });
        assertThat(ground.get()).isEqualTo(Color.web("#CFCFCF"));
    }

    @Test
    void aPictureIsShownWithoutACopy() {
        ByteBuffer red = ByteBuffer.wrap(new byte[]{0, 0, (byte) 255, (byte) 255});
        assertThat(Pictures.image(new Picture(new Size(1, 1), red)).getPixelReader().getColor(0, 0)).isEqualTo(Color.RED);
    }

    @Test
    void everyMeaningHasADrawing() {
        assertThat(Icons.values()).allSatisfy(icon -> {
            assertThat(icon.at(16).getIconSize()).isEqualTo(16);
            assertThat(icon.filled(20)).isNotNull();
        });
    }
}
