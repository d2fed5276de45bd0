package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rect;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole argument lists of the operations on the picture. */
class PicturePlanTest {

    private static final String X264 = "-c:v libx264 -preset medium -crf 21 -pix_fmt yuv420p -fps_mode cfr -r ";
    private static final String COPIED_SOUND = " -c:a:0 copy -map_metadata 0 -map_chapters -1 -movflags +faststart -f mp4 OUT0";

    private static Planned planned(Media media, String... steps) {
        return Planning.plan(media, steps);
    }

    private static Plan plan(Media media, String... steps) {
        Planned planned = planned(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    /** The filters of a film's only encode, which is otherwise as usual at this rate. */
    private static String filters(String rate, Media media, String... steps) {
        List<String> commands = Planning.commands(plan(media, steps));
        String start = "-i IN0 -map 0:0 -map 0:1 " + X264 + rate + " -filter:v:0 ";
        assertThat(commands).singleElement().asString().startsWith(start).endsWith(COPIED_SOUND);
        return commands.getFirst().substring(start.length(), commands.getFirst().length() - COPIED_SOUND.length());
    }

    private static String filters(Media media, String... steps) {
        return filters("25", media, steps);
    }

    private static List<Problem> problems(Media media, String... steps) {
        return planned(media, steps).problems();
    }

    private static Given anamorphic() {
        return Given.empty("a.mp4", "mov,mp4,m4a,3gp,3g2,mj2")
                .video("h264", new Size(720, 576), new Fraction(64, 45), 0, Given.PAL, false, "yuv420p", 8, 420, false)
                .audio("aac", 2, "eng");
    }

    @Test
    void cropsToARegion() {
        assertThat(filters(Given.film().media(), "{'op':'crop','rect':'1280:720:320:180'}")).isEqualTo("crop=1280:720:320:180");
        assertThat(filters(Given.film().media(), "{'op':'crop','rect':{'w':640,'h':360,'x':10,'y':20}}"))
                .isEqualTo("crop=640:360:10:20");
        assertThat(filters(Given.film().media(), "{'op':'crop','rect':'50%:50%'}")).isEqualTo("crop=960:540:480:270");
        assertThat(filters(Given.film().media(), "{'op':'crop','sides':'10%:0:10%:100'}")).isEqualTo("crop=1820:864:100:108");
        assertThat(filters(Given.film().media(), "{'op':'crop','aspect':'9:16','align':'right'}"))
                .isEqualTo("crop=608:1080:1312:0");
    }

    @Test
    void oddSidesAreRoundedInwardsAndTold() {
        Plan plan = plan(Given.film().media(), "{'op':'crop','rect':'101x99+3+5'}");
        assertThat(plan.glimpse().orElseThrow().chain()).isEqualTo("crop=100:98:4:6");
        assertThat(plan.explanation().notes()).extracting(Object::toString)
                .containsExactly(
                        "The crop 101:99:3:5 is rounded inwards to 100:98:4:6, since yuv420p stores colour for pairs of pixels.");
    }

    @Test
    void pixelsAreMadeSquareBeforeTheyAreCounted() {
        assertThat(filters(anamorphic().media(), "{'op':'crop','rect':'512:288'}"))
                .isEqualTo("scale=1024:576:flags=lanczos:interl=-1,setsar=1,crop=512:288:256:144");
    }

    @Test
    void barsAreLookedForFirst() {
        Media unseen = Given.film().media();
        Edit edit = new io.reelbench.engine.operation.Crop().apply(Edit.of(unseen), new io.reelbench.engine.operation.Problems());
        assertThat(edit.missing()).containsExactly(new io.reelbench.engine.media.Fact.Bars(0.094));
        Media seen = Given.film().knowing(k -> k.withBars(0.094, new Rect(1920, 800, 0, 140))).media();
        assertThat(filters(seen, "{'op':'crop'}")).isEqualTo("crop=1920:800:0:140");
        assertThat(filters(seen, "{'op':'scale','height':540}", "{'op':'crop'}"))
                .isEqualTo("scale=960:540:flags=lanczos:interl=-1,setsar=1,crop=960:400:0:70");
        Media without = Given.film().knowing(k -> k.withBars(0.094, new Rect(1920, 1080, 0, 0))).media();
        assertThat(problems(without, "{'op':'crop'}")).extracting(Problem::code).containsExactly(Code.NOTHING_TO_DO);
        assertThat(problems(seen, "{'op':'crop','rect':'960:540'}", "{'op':'crop'}")).extracting(Problem::code)
                .containsExactly(Code.NOT_AVAILABLE);
    }

    @Test
    void aRegionOutsideIsSaid() {
        assertThat(problems(Given.film().media(), "{'op':'crop','rect':'1800:100:180:0'}")).extracting(Object::toString)
                .containsExactly("rect: reaches x = 1980, frame is 1920 wide");
    }
}
