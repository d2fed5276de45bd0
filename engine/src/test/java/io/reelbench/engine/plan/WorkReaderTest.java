package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import org.junit.jupiter.api.Test;

/** What is read out of the commands of plans. */
class WorkReaderTest {

    private static final Media FILM = Given.film().media();

    private static Work work(Media media, String... steps) {
        Plan plan = Planning.plan(media, steps).plan().orElseThrow();
        return plan.estimate().work();
    }

    @Test
    void anEncodeIsItsPixelsItsEncoderAndItsSpeed() {
        Work work = work(FILM, "{'op':'transcode','video-codec':'h265','preset':'slow'}");
        double frames = 60 * 25;
        assertThat(work.megapixels()).as("decoded and encoded").isCloseTo(2 * frames * 1920 * 1080 / 1e6, within(1.0));
        assertThat(work.mediaSeconds()).isEqualTo(60);
        assertThat(work.time().kinds().get(1)).isEqualTo("picture libx265");
        assertThat(work.time().kinds().get(2)).isEqualTo("picture libx265 slow");
        assertThat(work.time().kinds().get(3)).startsWith("picture libx265 slow of h264 1920×1080 25");
        Work quick = work(FILM, "{'op':'transcode','video-codec':'h265','preset':'ultrafast'}");
        assertThat(quick.time().value()).isLessThan(work.time().value() / 3);
    }

    @Test
    void aCopyIsItsBytes() {
        Work work = work(FILM, "{'op':'transcode','container':'mkv'}");
        assertThat(work.megapixels()).isZero();
        assertThat(work.time().kinds().getFirst()).isEqualTo("copy");
        assertThat(work.time().value()).isLessThan(2);
        assertThat(work.sizes()).singleElement()
                .satisfies(size -> assertThat(size.value()).isCloseTo(FILM.bytes(), within(10_000.0)));
        assertThat(work.sizes().getFirst().doubt()).isLessThan(1.5);
    }

    @Test
    void aTargetSizeIsNearlySureAndRunsTwice() {
        Work work = work(FILM, "{'op':'compress','target-size':'10MB'}");
        assertThat(work.sizes()).singleElement().satisfies(size -> assertThat(size.value()).isBetween(9e6, 10e6));
        assertThat(work.sizes().getFirst().doubt()).isLessThan(1.2);
        Work once = work(FILM, "{'op':'compress','quality':65}");
        assertThat(work.time().value()).isGreaterThan(1.3 * once.time().value());
    }

    @Test
    void aBetterQualityAndABusierClipTakeMore() {
        double plain = work(FILM, "{'op':'transcode','video-codec':'h264','crf':23}").sizes().getFirst().value();
        double better = work(FILM, "{'op':'transcode','video-codec':'h264','crf':17}").sizes().getFirst().value();
        double busier = work(Given.film().bytes(120_000_000).media(), "{'op':'transcode','video-codec':'h264','crf':23}").sizes()
                .getFirst().value();
        assertThat(better).isBetween(1.6 * plain, 2.2 * plain);
        assertThat(busier).isGreaterThan(1.5 * plain);
    }

    @Test
    void soundIsItsBitRateAndAStillIsOneFrame() {
        Work sound = work(FILM, "{'op':'extract-audio','format':'mp3'}");
        assertThat(sound.time().kinds().getFirst()).isEqualTo("sound");
        assertThat(sound.sizes().getFirst().value()).isCloseTo(192_000 / 8.0 * 60, within(10_000.0));
        Work still = work(FILM, "{'op':'thumbnail'}");
        assertThat(still.time().value()).isLessThan(3);
        assertThat(still.sizes().getFirst().value()).isLessThan(2e6);
    }

    @Test
    void theRangesOfAPlanNarrowWithWhatWasDone() {
        Plan plan = Planning.plan(FILM, "{'op':'compress'}").plan().orElseThrow();
        Plan.Estimate before = Past.NONE.of(plan.estimate());
        Work work = plan.estimate().work();
        Past past = Past.NONE;
        for (int i = 0; i < 3; i++) {
            past = past.with(new Past.Done(work, 50, java.util.List.of(9_000_000L)));
        }
        Plan.Estimate after = past.of(plan.estimate());
        assertThat(before.seconds().orElseThrow().learnt()).isFalse();
        assertThat(after.seconds().orElseThrow().learnt()).isTrue();
        assertThat(after.seconds().orElseThrow().least()).isBetween(25.0, 50.0);
        assertThat(after.seconds().orElseThrow().most()).isBetween(50.0, 90.0);
        assertThat(after.leastBytes()).isBetween(4_500_000L, 9_000_000L);
        assertThat(after.mostBytes()).isBetween(9_000_000L, 16_000_000L);
        assertThat((double) after.mostBytes() / after.leastBytes())
                .isLessThan((double) before.mostBytes() / before.leastBytes() / 2);
    }

    @Test
    void nobodyKnowsHowLongWhatHasNoEndTakes() {
        Media endless = Given.empty("a.webm", "matroska,webm").endless().video("vp9", new Size(640, 360), Given.PAL).media();
        Plan plan = Planning.plan(endless, "{'op':'transcode','video-codec':'h265','container':'mkv'}").plan().orElseThrow();
        assertThat(plan.estimate().seconds()).isEmpty();
    }

    @Test
    void aPromisedSizeIsNotPassedInTheEstimateEither() {
        Plan plan = Planning.plan(FILM, "{'op':'compress','target-size':'2MB','if-larger':'write'}").plan().orElseThrow();
        assertThat(plan.estimate().mostBytes()).isEqualTo(2_000_000);
        assertThat(plan.estimate().leastBytes()).isLessThan(2_000_000);
    }

    @Test
    void whereTheSourcesStreamsAreTakenInsteadItIsNoLargerThanTheSource() {
        Plan plan = Planning.plan(FILM, "{'op':'compress','target-size':'4GB'}").plan().orElseThrow();
        long source = plan.sources().getFirst().bytes();
        assertThat(plan.estimate().mostBytes()).isBetween(source, source + 2000);
        assertThat(Past.NONE.of(plan.estimate()).mostBytes()).as("whatever is learnt").isEqualTo(plan.estimate().mostBytes());
        assertThat(Past.NONE.size(plan.estimate()).most()).as("nor in a sum of several").isEqualTo(plan.estimate().mostBytes());
    }
}
