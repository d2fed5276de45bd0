package io.reelbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import java.nio.file.Path;
import javafx.application.Application;
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
        Application start;
        try {
            start = FxToolkit.setupApplication(Start.class, "--window", "--data-dir", folder.toString());
            Workplace.until("the failure", () -> robot.lookup("Retry").tryQuery().isPresent());
            assertThat(stage.isShowing()).isTrue();
            assertThat(robot.lookup(".rb-trouble-title").queryLabeled().getText()).contains("another");
        } finally {
            other.close();
        }
        robot.clickOn("Retry");
        Workplace.until("the window", () -> robot.lookup("Drop clips or folders").tryQuery().isPresent());
        FxToolkit.cleanupApplication(start);
        FxToolkit.cleanupStages();
    }
}
