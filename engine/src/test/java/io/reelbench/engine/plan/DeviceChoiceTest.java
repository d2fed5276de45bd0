package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which encoder a plan takes where devices work, and where none does. */
class DeviceChoiceTest {

    private static final Capabilities WITHOUT = Given.machine().with(Map.of(),
            Map.of("h264_nvenc", Text.verbatim("there is no NVIDIA driver")));
    private static final Capabilities WITH = Given.machine().with(
            Map.of("h264_nvenc",
                    new Capabilities.Encoder("h264_nvenc", List.of("yuv420p"), List.of(), List.of(), List.of(), true)),
            Map.of());

    private static Planned plan(Capabilities can, String encoder) {
        Recipe recipe = new RecipeReader(new Catalog())
                .read("{\"schema\":1,\"steps\":[{\"op\":\"compress\",\"encoder\":\"%s\"}]}".formatted(encoder)).value()
                .orElseThrow();
        return new Planner(can).plan(recipe.apply(Given.film().media(), new Problems()));
    }

    private static String command(Planned planned) {
        return String.join("\n", Planning.commands(planned.plan().orElseThrow()));
    }

    @Test
    void hardwareIsTakenWhereItWorks() {
        assertThat(command(plan(WITH, "hardware"))).contains("-c:v h264_nvenc", "-cq 25");
        assertThat(command(plan(WITH, "h264_nvenc"))).contains("-c:v h264_nvenc");
        assertThat(command(plan(WITH, "auto"))).contains("-c:v libx264");
    }

    @Test
    void softwareTakesItsPlaceWhereItDoesNotAndThatIsTold() {
        Planned planned = plan(WITHOUT, "hardware");
        assertThat(command(planned)).contains("-c:v libx264");
        assertThat(planned.plan().orElseThrow().explanation().notes()).extracting(Text::toString)
                .contains("No hardware encoder for H.264 works here, so the software one is used.");
    }

    @Test
    void aNameIsNotReplacedButItsReasonTold() {
        Planned planned = plan(WITHOUT, "h264_nvenc");
        assertThat(planned.plan()).isEmpty();
        assertThat(planned.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.option()).isEqualTo("encoder");
            assertThat(problem.text()).hasToString("“h264_nvenc” does not work on this machine: there is no NVIDIA driver");
        });
        assertThat(plan(WITHOUT, "h264_nonsense").problems().getFirst().text())
                .hasToString("this ffmpeg has no encoder “h264_nonsense”");
    }

    @ParameterizedTest
    @CsvSource({"auto,false", "software,false", "hardware,true", "libx264,false", "prores_ks,false", "libaom-av1,false",
            "hevc_qsv,true", "h264_vaapi,true"})
    void devicesAreTriedOnlyForThoseWhoAsk(String encoder, boolean device) throws BadValue {
        assertThat(EncoderChoice.parse(encoder).mayBeDevice()).isEqualTo(device);
    }
}
