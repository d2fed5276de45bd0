package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.problem.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is planned for a file that must fit under a size. */
class FittingPlanTest {

    @Test
    void whereTheSoundWouldTakeMostOfTheRoomItIsEncodedLeaner() {
        Plan plan = Planning.plan(Given.film().media(), "{'op':'compress','target-size':'1.5MB'}").plan().orElseThrow();
        assertThat(Planning.commands(plan)).anyMatch(line -> line.contains("-c:a:0 aac -b:a:0 50000 "));
        assertThat(plan.explanation().notes()).extracting(Text::toString)
                .contains("The sound is encoded with 50k bit/s, so that the picture has most of the room.");
    }

    @Test
    void soundThatSomebodyAskedForStaysAsItIs() {
        for (String sound : List.of("'audio-bitrate':'128k'", "'audio-codec':'copy'")) {
            Plan plan = Planning.plan(Given.film().media(), "{'op':'compress','target-size':'1.5MB'," + sound + "}").plan()
                    .orElseThrow();
            assertThat(Planning.commands(plan)).noneMatch(line -> line.contains("-b:a:0 50000"));
        }
        Plan roomy = Planning.plan(Given.film().media(), "{'op':'compress','target-size':'10MB'}").plan().orElseThrow();
        assertThat(Planning.commands(roomy)).anyMatch(line -> line.contains("-c:a:0 copy"));
    }
}
