package io.reelbench.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Files stand in rows: they are added, typed, put in another order and taken out, and each of these can be undone by itself. */
@ExtendWith(ApplicationExtension.class)
class FilesInputTest implements Values {

    private static final Field AUDIO = new Catalog().find("mux").orElseThrow().schema().field("audio").orElseThrow();

    private List<String> given = List.of();
    private final List<Object> gestures = new ArrayList<>();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Override
    public Shown shown(String option) {
        return new Shown(given, false);
    }

    @Override
    public void change(String what, Object gesture, Map<String, List<String>> options) {
        given = options.get("audio");
        gestures.add(gesture);
    }

    @Override
    public OptionalLong playhead() {
        return OptionalLong.empty();
    }

    private static List<String> rows(Input input) {
        return input.node().lookupAll(".text-field").stream().map(field -> ((TextField) field).getText()).toList();
    }

    private static void press(Input input, String name) {
        Node button = input.node().lookupAll(".button").stream().filter(b -> name.equals(b.getAccessibleText())).findFirst()
                .orElseThrow(() -> new AssertionError(name));
        ((Button) button).fire();
    }

    @Test
    void filesAreAddedMovedAndTakenOut() {
        Workplace.doFx(() -> {
            Input input = Inputs.of(AUDIO, this, PathInput.Manner.FILES);
            assertThat(input).isInstanceOf(FilesInput.class);
            stage.setScene(new Scene((javafx.scene.Parent) input.node(), 320, 400));
            given = List.of("/a/one.wav", "{dir}/{name}.wav", "/c/three.wav");
            input.show(shown("audio"));
            assertThat(rows(input)).containsExactlyElementsOf(given);

            press(input, "Later: Sound 1");
            assertThat(given).containsExactly("{dir}/{name}.wav", "/a/one.wav", "/c/three.wav");
            assertThat(rows(input)).containsExactlyElementsOf(given);
            press(input, "Earlier: Sound 3");
            assertThat(given).containsExactly("{dir}/{name}.wav", "/c/three.wav", "/a/one.wav");
            press(input, "Take it out: Sound 2");
            assertThat(given).containsExactly("{dir}/{name}.wav", "/a/one.wav");
            assertThat(gestures).doesNotHaveDuplicates();

            press(input, "Add to Sound");
            assertThat(given).as("an empty row says nothing").hasSize(2);
            ((TextField) input.node().lookupAll(".text-field").stream().filter(f -> ((TextField) f).getText().isEmpty())
                    .findFirst().orElseThrow()).setText("/d/four.flac");
            assertThat(given).containsExactly("{dir}/{name}.wav", "/a/one.wav", "/d/four.flac");
            input.show(shown("audio"));
            assertThat(rows(input)).containsExactlyElementsOf(given);

            given = List.of();
            input.show(shown("audio"));
            assertThat(rows(input)).isEmpty();
        });
    }
}
