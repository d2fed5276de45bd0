package io.reelbench.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.ffmpeg.Clips;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real decoder plays real clips: in order, the right pictures, to the right end. How punctual it is depends on the machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaybackTest {

    private static final Size SMALL = new Size(320, 320);
    private static final String[] B_FRAMES = {"-c:v", "libx264", "-crf", "10", "-bf", "3", "-g", "25", "-sc_threshold", "0"};

    @TempDir
    static Path folder;

    private DecodedPreviews previews;

    @BeforeAll
    void open() {
        previews = new DecodedPreviews(Clips.launcher(), folder.resolve("cache"), 1L << 30, 192L << 20);
    }

    @AfterAll
    void close() {
        previews.close();
    }

    /** What was seen: a number for each picture, read when it came, and how it ended. */
    private static final class Spectator implements Playback.Audience {

        record Seen(long us, Optional<Integer> number) {
        }

        private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
        private final List<Seen> all = new ArrayList<>();
        private final BlockingQueue<Optional<Failure>> end = new LinkedBlockingQueue<>();

        @Override
        public void see(Playback.Moment moment) {
            seen.add(new Seen(moment.atUs(), moment.picture().map(Numbered::of)));
        }

        @Override
        public void over() {
            end.add(Optional.empty());
        }

        @Override
        public void failed(Failure why) {
            end.add(Optional.of(why));
        }

        Seen until(Predicate<Seen> wanted) throws InterruptedException {
            while (true) {
                Seen next = seen.poll(1, TimeUnit.MINUTES);
                assertThat(next).as("after %s", all).isNotNull();
                all.add(next);
                if (wanted.test(next)) {
                    return next;
                }
            }
        }

        List<Seen> toTheEnd() throws InterruptedException {
            assertThat(end.poll(2, TimeUnit.MINUTES)).isEmpty();
            seen.drainTo(all);
            return all;
        }
    }

    private static Playback.Wish wish(long from, long start, long to, double speed, boolean loops) {
        return new Playback.Wish(from, start, to, speed, loops, SMALL, 0);
    }

    private List<Spectator.Seen> played(Media clip, Playback.Wish wish) throws Exception {
        Spectator spectator = new Spectator();
        try (Playback playing = previews.play(clip, wish, spectator)) {
            playing.volume(0.5);
            return spectator.toTheEnd();
        }
    }

    private static void assertNumbered(List<Spectator.Seen> seen, long frameUs) {
        assertThat(seen).filteredOn(s -> s.number().isPresent()).isNotEmpty()
                .allSatisfy(s -> assertThat(s.number().get()).isEqualTo(Math.round((double) s.us() / frameUs) % 50));
    }

    @Test
    void picturesComeInOrderAndAreTheRightOnes() throws Exception {
        Media clip = Clips.probe(Numbered.film(folder.resolve("order.mp4"), "25", 2, B_FRAMES));
        List<Spectator.Seen> seen = played(clip, wish(0, 320_000, 1_600_000, 1, false));
        assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(a.us(), b.us()));
        assertThat(seen.getFirst().us()).isEqualTo(320_000);
        assertThat(seen.getLast().us()).isBetween(1_500_000L, 1_600_000L);
        assertNumbered(seen, 40_000);
    }

    @Test
    void whatHasNoIndexOrNoSteadyRateIsPlayedToo() throws Exception {
        Media stream = Clips.probe(Numbered.film(folder.resolve("stream.ts"), "25", 2, B_FRAMES));
        assertNumbered(played(stream, wish(0, 1_000_000, 1_600_000, 1, false)), 40_000);
        Media uneven = Clips.probe(Numbered.filtered(folder.resolve("uneven.mkv"), "25", 2, ",select='not(mod(n,3))'", "-c:v",
                "libx264", "-fps_mode", "vfr"));
        assertNumbered(played(uneven, wish(0, 0, 1_000_000, 1, false)), 40_000);
        Media cutting = Clips.probe(Numbered.film(folder.resolve("cutting.mov"), "25", 1, "-c:v", "prores_ks"));
        assertNumbered(played(cutting, wish(0, 0, 1_000_000, 1, false)), 40_000);
        Media deep = Clips.probe(Numbered.film(folder.resolve("deep.mp4"), "25", 1, "-c:v", "libx265", "-pix_fmt", "yuv420p10le",
                "-x265-params", "log-level=none"));
        assertNumbered(played(deep, wish(0, 0, 1_000_000, 1, false)), 40_000);
    }

    @Test
    void aLoopBeginsAnewUntilItIsStopped() throws Exception {
        Media clip = Clips.probe(Numbered.film(folder.resolve("loop.mp4"), "25", 2, B_FRAMES));
        Spectator spectator = new Spectator();
        try (Playback _ = previews.play(clip, wish(400_000, 800_000, 1_000_000, 1, true), spectator)) {
            spectator.until(s -> s.us() == 400_000);
            spectator.until(s -> s.us() >= 900_000);
            spectator.until(s -> s.us() == 400_000);
        }
        assertThat(spectator.all).allSatisfy(s -> assertThat(s.us()).isBetween(400_000L, 1_000_000L));
        assertThat(spectator.end).isEmpty();
    }

    @Test
    void backwardsThePicturesComeInTheOtherOrder() throws Exception {
        Media clip = Clips.probe(Numbered.film(folder.resolve("back.mp4"), "25", 2, B_FRAMES));
        List<Spectator.Seen> seen = played(clip, wish(0, 1_200_000, 2_000_000, -1, false));
        assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b.us(), a.us()));
        assertThat(seen.getFirst().us()).isEqualTo(1_200_000);
        assertThat(seen.getLast().us()).isZero();
        assertNumbered(seen, 40_000);
        assertThat(played(clip, wish(0, 1_990_000, 2_000_000, -8, false)).getLast().us()).isZero();
    }

    @Test
    void fasterComesToTheEndToo() throws Exception {
        Media clip = Clips.probe(Numbered.film(folder.resolve("fast.mp4"), "25", 4, B_FRAMES));
        assertNumbered(played(clip, wish(0, 0, 4_000_000, 2, false)), 40_000);
        assertNumbered(played(clip, wish(0, 0, 4_000_000, 8, false)), 40_000);
    }

    /** With and without a device: without, time goes on by itself. */
    @Test
    void soundAloneMovesTheTime() throws Exception {
        Media clip = Clips.probe(Clips.sound(folder.resolve("tone.wav"), 1));
        List<Spectator.Seen> seen = played(clip, wish(0, 200_000, 1_000_000, 1, false));
        assertThat(seen).isNotEmpty().allSatisfy(s -> assertThat(s.number()).isEmpty());
        assertThat(seen.getLast().us()).isBetween(700_000L, 1_000_000L);
    }

    @Test
    void aFilmWithSoundIsPlayedWithoutADeviceAsWell() throws Exception {
        Media clip = Clips.probe(Clips.film(folder.resolve("sounding.mp4")));
        List<Spectator.Seen> seen = played(clip, wish(0, 0, 1_000_000, 1, false));
        assertThat(seen.getLast().us()).isBetween(900_000L, 1_000_000L);
        assertThat(played(clip, wish(0, 0, 1_000_000, 2, false))).isNotEmpty();
    }

    @Test
    void stillsAreShownMeanwhile() throws Exception {
        Media clip = Clips.probe(Numbered.film(folder.resolve("beside.mp4"), "25", 2, B_FRAMES));
        Spectator spectator = new Spectator();
        try (Playback _ = previews.play(clip, wish(0, 0, 2_000_000, 1, true), spectator)) {
            spectator.until(s -> s.us() > 0);
            Frame frame = previews.frame(clip, new Where.At(1_000_000), SMALL).get(1, TimeUnit.MINUTES);
            assertThat(Numbered.of(frame.picture())).isEqualTo(25);
            spectator.until(s -> s.us() > 1_000_000);
        }
    }

    @Test
    void afterTheDecoderDiedItGoesOnFromWhereItWas() throws Exception {
        Media clip = Clips.probe(Numbered.film(folder.resolve("killed.mp4"), "25", 8, B_FRAMES));
        Spectator spectator = new Spectator();
        try (Playback _ = previews.play(clip, wish(0, 2_000_000, 8_000_000, 1, true), spectator)) {
            // more often than one request may bring it down
            for (int i = 0; i < 3; i++) {
                long at = spectator.until(s -> s.number().isPresent() && s.us() > 2_000_000).us();
                long old = Awaitility.await().until(previews::decoderPid, Optional::isPresent).get();
                ProcessHandle.of(old).orElseThrow().destroyForcibly();
                Awaitility.await().atMost(Duration.ofMinutes(1))
                        .until(() -> previews.decoderPid().filter(pid -> pid != old).isPresent());
                // what the old one showed may still be on its way
                spectator.seen.clear();
                assertThat(spectator.until(s -> s.number().isPresent() && s.us() > at).us()).isLessThan(8_000_000);
            }
        }
        assertThat(spectator.end).isEmpty();
    }
}
