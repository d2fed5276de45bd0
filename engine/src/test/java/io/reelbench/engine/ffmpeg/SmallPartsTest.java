package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The readers and the watch, without any process. */
class SmallPartsTest {

    private static final FfmpegRunner.Patience PATIENCE = new FfmpegRunner.Patience(Duration.ofSeconds(120),
            Duration.ofSeconds(60), Duration.ofMinutes(60));

    @Test
    void progressIsReadInBlocks() throws Exception {
        String said = """
                frame=0
                fps=0.00
                total_size=N/A
                out_time_us=N/A
                out_time_ms=N/A
                speed=N/A
                progress=continue
                frame=50
                fps=49.5
                bitrate= 512.0kbits/s
                total_size=  128000
                out_time_us=2000000
                speed=1.98x
                nonsense
                out_time_us
                progress=end
                frame=99
                """;
        List<Progress> heard = new ArrayList<>();
        ProgressReader.read(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)), heard::add);

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0).outUs()).isEmpty();
        assertThat(heard.get(0).ended()).isFalse();
        assertThat(heard.get(1).outUs()).hasValue(2_000_000);
        assertThat(heard.get(1).frame()).hasValue(50);
        assertThat(heard.get(1).bytes()).hasValue(128_000);
        assertThat(heard.get(1).speed()).hasValue(1.98);
        assertThat(heard.get(1).ended()).isTrue();
    }

    @Test
    void complaintsAreCountedByLevelAndTheFirstErrorsKept() {
        Tail tail = new Tail();
        tail.reading(new ByteArrayInputStream(("""
                [mov,mp4,m4a,3gp,3g2,mj2 @ 0x5ff] [warning] odd
                [h264 @ 0x1] [vist#0:0/h264 @ 0x2] [error] broken\r[error] broken too
                    Last message repeated 3 times
                [warning] odd again
                plain words
                """ + "x".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8))).join();

        assertThat(tail.warnings()).isEqualTo(2);
        assertThat(tail.errors()).isEqualTo(5);
        assertThat(tail.firstErrors()).containsExactly("broken", "broken too");
        assertThat(tail.text()).contains("plain words\n" + "x".repeat(4096)).hasSizeLessThan(33_000);
    }

    @Test
    void onlyTheLast32KilobytesAreKept() {
        Tail tail = new Tail();
        String lines = "[error] line %d\n".repeat(10_000);
        tail.reading(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))).join();

        assertThat(tail.text()).startsWith("[error] line").endsWith("\n").hasSizeBetween(32_000, 32_768);
        assertThat(tail.errors()).isEqualTo(10_000);
        assertThat(tail.firstErrors()).hasSize(20);
    }

    @Test
    void progressKeepsARunAlive() {
        StallWatch watch = new StallWatch(PATIENCE, 0);
        assertThat(watch.isStalled(Duration.ZERO, seconds(20))).isFalse();
        look(watch, 20, 119, 0);
        assertThat(watch.isStalled(Duration.ZERO, seconds(121))).isTrue();

        watch.heard(progress(1), seconds(122));
        look(watch, 122, 180, 0);
        assertThat(watch.isStalled(Duration.ZERO, seconds(183))).isTrue();
        watch.heard(progress(1), seconds(184));
        assertThat(watch.isStalled(Duration.ZERO, seconds(185))).as("the same progress again is none").isTrue();
    }

    @Test
    void soDoesWorkThatShowsNoProgressYet() {
        StallWatch watch = new StallWatch(PATIENCE, 0);
        for (int second = 1; second < 3500; second += 5) {
            assertThat(watch.isStalled(Duration.ofSeconds(second), seconds(second))).isFalse();
        }
        look(watch, 3500, 3590, 3500);
        assertThat(watch.isStalled(Duration.ofSeconds(3601), seconds(3601))).as("an hour is enough").isTrue();
    }

    @Test
    void aPauseAndTheMachinesSleepCountForNothing() {
        StallWatch watch = new StallWatch(PATIENCE, 0);
        watch.heard(progress(1), seconds(1));
        watch.hold();
        look(watch, 1, 1000, 0);
        watch.goOn(seconds(1000));
        look(watch, 1000, 1059, 0);
        assertThat(watch.isStalled(Duration.ZERO, seconds(5000))).as("nobody looked for an hour").isFalse();
    }

    @Test
    void whichListsAreRefused() {
        assertThat(Sniff.isList("#EXTM3U\n")).isTrue();
        assertThat(Sniff.isList("\u00EF\u00BB\u00BF  #extm3u")).isTrue();
        assertThat(Sniff.isList("<?xml?><!-- x --><MPD>")).isTrue();
        assertThat(Sniff.isList("<?xml?><tt xml:lang='en'>")).as("subtitles").isFalse();
        assertThat(Sniff.isList("1\n00:00:01,000 --> 00:00:02,000\n#EXTM3U\n")).as("a subtitle that speaks of it").isFalse();
    }

    private static void look(StallWatch watch, int from, int to, int cpu) {
        for (int second = from; second < to; second += 5) {
            assertThat(watch.isStalled(Duration.ofSeconds(cpu), seconds(second))).as("at %d s", second).isFalse();
        }
    }

    private static Progress progress(long frame) {
        return new Progress(java.util.OptionalLong.empty(), java.util.OptionalLong.of(frame), java.util.OptionalLong.empty(),
                java.util.OptionalDouble.empty(), java.util.OptionalDouble.empty(), false);
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
