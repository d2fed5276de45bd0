package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Glimpse.Unseen;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a plan says of single frames. */
class GlimpseTest {

    private static Glimpse glimpse(Media media, String... steps) {
        return Planning.plan(media, steps).plan().orElseThrow().glimpse().orElseThrow();
    }

    @Test
    void aFilterAndItsEncoder() {
        Glimpse glimpse = glimpse(Given.film().media(), "{'op':'scale','height':720}",
                "{'op':'compress','crf':23,'preset':'fast'}");
        assertThat(glimpse.chain()).isEqualTo("scale=1280:720:flags=lanczos:interl=-1,setsar=1");
        assertThat(glimpse.coding()).contains(new Glimpse.Coding("libx264", List.of("preset", "fast", "crf", "23"), "yuv420p",
                Optional.of(Given.PAL)));
        assertThat(glimpse.unseen()).containsExactly(Unseen.ONE_FRAME);
        assertThat(glimpse.parts()).containsExactly(new Range(0, Range.OPEN));
        assertThat(glimpse.keeps(59 * Time.SECOND, 40_000)).isTrue();
        assertThat(glimpse.outputUs(5)).isEqualTo(5);
    }

    @Test
    void aCopyHasNoEncoder() {
        Glimpse glimpse = glimpse(Given.film().media(), "{'op':'transcode','container':'mkv'}");
        assertThat(glimpse.isCopy()).isTrue();
        assertThat(glimpse.chain()).isEmpty();
        assertThat(glimpse.unseen()).isEmpty();
        Media cut = Given.film().landing(10, 8, 12).media();
        assertThat(glimpse(cut, "{'op':'trim','start':10,'end':20,'mode':'copy'}").parts())
                .containsExactly(new Range(8 * Time.SECOND, 20 * Time.SECOND));
    }

    @Test
    void soundAloneHasNone() {
        assertThat(Planning.plan(Given.film().media(), "{'op':'extract-audio'}").plan().orElseThrow().glimpse()).isEmpty();
    }

    @Test
    void cutsMoveTheClock() {
        Glimpse glimpse = glimpse(Given.film().media(), "{'op':'trim','remove':['0:10..0:20','0:40..end']}");
        assertThat(glimpse.parts()).containsExactly(new Range(0, 10 * Time.SECOND),
                new Range(20 * Time.SECOND, 40 * Time.SECOND));
        assertThat(glimpse.keeps(9_960_000, 40_000)).isTrue();
        assertThat(glimpse.keeps(10_000_000, 40_000)).isFalse();
        assertThat(glimpse.keeps(40_000_000, 40_000)).isFalse();
        assertThat(glimpse.outputUs(25 * Time.SECOND)).isEqualTo(15 * Time.SECOND);
        assertThat(glimpse.outputUs(15 * Time.SECOND)).isEqualTo(5 * Time.SECOND);
        assertThat(glimpse.outputUs(45 * Time.SECOND)).isEqualTo(35 * Time.SECOND);
    }

    @Test
    void partsStandInTheOrderGiven() {
        Glimpse glimpse = glimpse(Given.film().media(), "{'op':'trim','keep':'50..,10..20'}");
        assertThat(glimpse.outputUs(55 * Time.SECOND)).isEqualTo(5 * Time.SECOND);
        assertThat(glimpse.outputUs(12 * Time.SECOND)).isEqualTo(12 * Time.SECOND);
    }

    @Test
    void whatARunFindsOutIsGuessed() {
        Glimpse sized = glimpse(Given.film().media(), "{'op':'compress','target-size':'10MB'}");
        assertThat(sized.unseen()).contains(Unseen.RATE_CONTROL);
        List<String> options = sized.coding().orElseThrow().options();
        assertThat(Long.parseLong(options.get(options.indexOf("b") + 1))).isBetween(900_000L, 1_400_000L);
        Glimpse scored = glimpse(Given.film().media(), "{'op':'compress','target-score':42}");
        assertThat(scored.unseen()).contains(Unseen.SCORE);
        assertThat(scored.coding().orElseThrow().options()).contains("crf", "21");
    }

    @Test
    void aStillIsOneMoment() {
        Glimpse still = glimpse(Given.film().media(), "{'op':'thumbnail','time':2,'format':'jpg'}");
        assertThat(still.moment()).hasValue(2 * Time.SECOND);
        assertThat(still.keeps(2_000_000, 40_000)).isTrue();
        assertThat(still.keeps(1_960_000, 40_000)).isFalse();
        assertThat(still.keeps(2_040_000, 0)).isFalse();
        assertThat(still.keeps(1_960_000, 0)).isTrue();
        assertThat(still.coding().orElseThrow().encoder()).isEqualTo("mjpeg");
        assertThat(still.coding().orElseThrow().options()).startsWith("q");
    }

    @Test
    void filtersThatLookBackAddUp() {
        Glimpse glimpse = new Glimpse(0, List.of(), OptionalLong.empty(), io.reelbench.engine.media.Fraction.ONE,
                List.of(Filter.of("fps=12").lookingBack(500_000), Filter.of("hqdn3d").lookingBack(2_000_000), Filter.of("null")),
                List.of(), Optional.empty(), List.of());
        assertThat(glimpse.leadUs()).isEqualTo(2_500_000);
        assertThat(glimpse.keeps(0, 40_000)).isFalse();
    }
}
