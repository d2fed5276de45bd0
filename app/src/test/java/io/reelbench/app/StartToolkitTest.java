package io.reelbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The program opens its window before its engine, and says in it why it cannot go on. */
class StartToolkitTest {

    @TempDir
    private Path folder;

    @Test
    void aQueueThatAnotherProgramHasIsSaidAndTriedAgain() throws Exception {
        FxRobot robot = new FxRobot();
        Stage stage = FxToolkit.registerPrimaryStage();
        Engine other = Engine.open(Places.in(folder), Engine.Mode.OWN_QUEUE);
        try {
            Start start = new Start(Opening.of(List.of("--window", "--data-dir", folder.toString())));
            Workplace.doFx(() -> start.show(stage));
            Workplace.until("the failure", () -> robot.lookup("Retry").tryQuery().isPresent());
            assertThat(stage.isShowing()).isTrue();
            assertThat(robot.lookup(".rb-trouble-title").queryLabeled().getText()).contains("another");
        } finally {
            other.close();
        }
        robot.clickOn("Retry");
        Workplace.until("the window", () -> robot.lookup("Drop clips or folders").tryQuery().isPresent());
        // the toolkit without a screen draws nothing beyond 1000 x 1000, and the next test gets the same stage
        Workplace.doFx(() -> {
            stage.hide();
            stage.setOnHidden(null);
            stage.setX(0);
            stage.setY(0);
        });
        FxToolkit.cleanupStages();
    }
}
