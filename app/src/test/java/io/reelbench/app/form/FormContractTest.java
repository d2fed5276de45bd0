package io.reelbench.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Judge;
import io.reelbench.app.look.Segments;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import io.reelbench.engine.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every option of every operation has a control, and what a person does with it is what the engine reads. */
@ExtendWith(ApplicationExtension.class)
class FormContractTest {

    /** For kinds whose values cannot be guessed from the field. */
    private static final Map<String, String> SAMPLES = Map.ofEntries(Map.entry("number", "7"), Map.entry("int", "3"),
            Map.entry("bitrate", "333k"), Map.entry("bytes", "33MB"), Map.entry("side", "640"), Map.entry("moment", "0:03"),
            Map.entry("length", "2.5"), Map.entry("span", "1..2"), Map.entry("colour", "#123456"), Map.entry("text", "yuv420p"),
            Map.entry("path", "/tmp/elsewhere"), Map.entry("file-pattern", "/tmp/elsewhere.wav"), Map.entry("language", "deu"),
            Map.entry("names", "{name}-x"), Map.entry("track-choice", "2"),
            Map.entry("encoder-choice", "software"), Map.entry("sample-rate", "44100"), Map.entry("rate", "25"),
            Map.entry("picture-names", "shot %03d"), Map.entry("patch", "L=1.1,R=1.2"), Map.entry("tag", "title=Neu"),
            Map.entry("track-language", "a1=eng"), Map.entry("track-title", "a1=Neu"), Map.entry("default-track", "a1=yes"),
            Map.entry("recorded", "2024-05-01"), Map.entry("place", "strip"), Map.entry("first-timecode", "10:00:00:00"),
            Map.entry("chapter-list", "strip"), Map.entry("cover-picture", "strip"),
            Map.entry("region", "640:360:10:20"), Map.entry("edges", "1:2:3:4"), Map.entry("fraction", "4:3"),
            Map.entry("rate-choice", "50"), Map.entry("nits", "600"), Map.entry("own-side", "25%"),
            Map.entry("command-text", "-vf hflip"), Map.entry("input-file", "in_2=music.wav"),
            Map.entry("output-file", "out_1=side.mp4"), Map.entry("shift", "-0.5"), Map.entry("point", "20:10"),
            Map.entry("text-charset", "gbk"), Map.entry("font-choice", "DejaVu Serif"));

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    /** What is given, in memory. */
    private static final class Given implements Values {

        private final Map<String, List<String>> given = new LinkedHashMap<>();

        @Override
        public Shown shown(String option) {
            return new Shown(given.getOrDefault(option, List.of()), false);
        }

        @Override
        public void change(String what, Object gesture, Map<String, List<String>> options) {
            given.putAll(options);
            given.values().removeIf(List::isEmpty);
        }

        @Override
        public OptionalLong playhead() {
            return OptionalLong.of(1_000_000);
        }
    }

    @TestFactory
    List<DynamicTest> everyOption() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Catalog.Entry entry : new Catalog().entries()) {
            tests.add(DynamicTest.dynamicTest(entry.about().id(), () -> keeps(entry.schema())));
        }
        tests.add(DynamicTest.dynamicTest("name and place", () -> keeps(Judge.place())));
        return tests;
    }

    /** A number is pixels, whatever unit the default has; a share says so. */
    @TestFactory
    List<DynamicTest> everySide() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Catalog.Entry entry : new Catalog().entries()) {
            entry.schema().fields().stream().filter(field -> field.kind().name().equals("side"))
                    .forEach(field -> tests.add(DynamicTest.dynamicTest(entry.about().id() + " " + field.name(),
                            () -> Workplace.doFx(() -> saysItsUnit(field)))));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static void saysItsUnit(Field field) {
        Given values = new Given();
        AmountInput input = (AmountInput) Inputs.of(field, values, PathInput.Manner.FILES);
        input.show(values.shown(field.name()));
        assertThat(said(input)).isEqualTo(field.usual().map(u -> u.endsWith("%") ? u : u + "px").orElse(""));
        Map<String, String> seen = new LinkedHashMap<>(Map.of("640", "640px", "12px", "12px", "25%", "25%"));
        seen.forEach((typed, shown) -> {
            input.textField().setText(typed);
            assertThat(values.given.get(field.name())).containsExactly(typed);
            input.show(values.shown(field.name()));
            assertThat(said(input)).isEqualTo(shown);
        });
    }

    /** The number with the unit that stands beside it. */
    private static String said(AmountInput input) {
        Node unit = input.field().getRight();
        return input.textField().getText() + (unit == null ? "" : ((Label) unit).getText());
    }

    private void keeps(Schema<?> schema) {
        Set<String> seen = new HashSet<>();
        for (Field field : schema.fields()) {
            Workplace.doFx(() -> keeps(schema, field));
            seen.add(field.name());
        }
        assertThat(seen).hasSameSizeAs(schema.fields());
    }

    private void keeps(Schema<?> schema, Field field) {
        Given values = new Given();
        Form form = new Form(schema.form(), schema.fields(), values);
        stage.setScene(new Scene(form, 320, 900));
        form.show(List.of());
        choose(form, schema.form(), field.name());
        form.show(schema.read(values.given).problems());
        Node row = form.lookup("#field-" + field.name());
        assertThat(row).as("a control for " + field.name()).isInstanceOf(FieldRow.class);
        String wanted = sample(field);
        set((FieldRow) row, field, wanted);
        var reading = schema.read(values.given);
        assertThat(reading.problems()).as(field.name() + " = " + values.given).isEmpty();
        assertThat(values.given).containsKey(field.name());
        assertThat(String.join(",", values.given.get(field.name()))).isEqualTo(wanted);
        form.show(List.of());
        ((FieldRow) row).show(List.of());
        assertThat(shown((FieldRow) row, field)).as("shown of " + field.name()).isNotEmpty();
        values.change("", null, Map.of(field.name(), List.of()));
        form.show(List.of());
    }

    /** Opens the sides of the either/ors in which the option stands. */
    private static boolean choose(Form form, List<Part> parts, String option) {
        for (Part part : parts) {
            if (part instanceof Part.Option(Field field) && field.name().equals(option)) {
                return true;
            } else if (part instanceof Part.Either either) {
                for (Part.Side side : either.sides()) {
                    if (side.names().anyMatch(option::equals)) {
                        EitherRow row = (EitherRow) form.lookup("#choice-" + either.name());
                        assertThat(row).as("a choice of " + either.name()).isNotNull();
                        row.take(side.name());
                        form.show(List.of());
                        return choose(form, side.parts(), option);
                    }
                }
            }
        }
        return false;
    }

    private static String sample(Field field) {
        String usual = field.usual().orElse("");
        if (!field.kind().words().isEmpty()) {
            return field.kind().words().stream().filter(w -> !w.equals(usual)).findFirst().orElseThrow();
        } else if (field.kind().name().equals("bool")) {
            return usual.equals("yes") ? "no" : "yes";
        }
        String sample = SAMPLES.get(field.kind().name());
        if (field.kind().name().equals("number") && (field.ask().min() > 7 || field.ask().max() < 7)) {
            double middle = (field.ask().min() + field.ask().max()) / 2;
            return java.math.BigDecimal.valueOf(usual.equals(Double.toString(middle)) ? field.ask().max() : middle)
                    .stripTrailingZeros().toPlainString();
        }
        if (field.kind().name().equals("side") && field.ask().max() < 640) {
            return Long.toString((long) field.ask().max() / 2);
        }
        if (field.kind().name().equals("int") && field.ask().min() > 3) {
            return Long.toString((long) field.ask().min() + 3);
        }
        assertThat(sample).as("a sample of " + field.kind().name()).isNotNull();
        return sample;
    }

    @SuppressWarnings("unchecked")
    private static void set(FieldRow row, Field field, String wanted) {
        if (row.input() instanceof ChoicesInput choices) {
            choices.node().lookupAll(".rb-choice").stream().map(ToggleButton.class::cast)
                    .forEach(chip -> chip.setSelected(wanted.equals(chip.getUserData())));
        } else if (row.input() instanceof BoxInput box) {
            box.write(wanted);
        } else if (field.kind().list()) {
            Input input = row.input();
            if (input.node().lookup(".text-field") == null) {
                ((Button) input.node().lookup(".rb-link")).fire();
                row.show(List.of());
            }
            ((TextField) input.node().lookup(".text-field")).setText(wanted);
        } else if (row.input() instanceof SwitchInput) {
            ToggleSwitch yes = (ToggleSwitch) row.input().node().lookup(".toggle-switch");
            yes.setSelected(!wanted.equals("yes"));
            yes.setSelected(wanted.equals("yes"));
        } else if (row.input().node() instanceof ComboBox<?> combo) {
            ((ComboBox<String>) combo).setValue(wanted);
        } else if (row.input().node() instanceof Segments<?> segments) {
            ((Segments<String>) segments).value().set(wanted);
        } else {
            TextField typed = ((TextInput) row.input()).textField();
            typed.setText("");
            typed.setText(wanted);
        }
    }

    private static String shown(FieldRow row, Field field) {
        return switch (row.input()) {
            case TextInput text -> text.textField().getText();
            default -> field.name();
        };
    }
}
