package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FfmpegRunnerTest {

    private static final List<String> ALWAYS = List.of("-hide_banner", "-nostdin", "-loglevel", "level+warning", "-nostats");

    @TempDir
    Path dir;

    private final List<Progress> heard = new CopyOnWriteArrayList<>();

    @Test
    void aRunReportsItsProgressAndItsEnd() throws Exception {
        Instant before = Instant.now();
        Ran ran = start("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=4", "-c:v", "libx264", "-f", "mp4",
                file("a.part")).await();

        assertThat(ran.ended()).isTrue();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.last().outUs().getAsLong()).isBetween(3_800_000L, 4_000_000L);
        assertThat(ran.last().frame()).hasValue(100);
        assertThat(ran.last().bytes()).hasValue(Files.size(dir.resolve("a.part")));
        assertThat(ran.errors()).isZero();
        assertThat(ran.cancelled()).isFalse();
        assertThat(ran.times().started()).isBetween(before, ran.times().exited());
        assertThat(ran.times().exitedNanos()).isGreaterThan(ran.times().startedNanos());
        assertThat(heard).last().isEqualTo(ran.last());
    }

    @Test
    void aRunThatFails() throws Exception {
        Ran ran = start("-i", file("none.mp4"), "-f", "mp4", file("a.part")).await();

        assertThat(ran.exitCode()).isEqualTo(254);
        assertThat(ran.ended()).isFalse();
        assertThat(ran.errors()).isEqualTo(3);
        assertThat(ran.firstErrors()).first().isEqualTo("Error opening input: No such file or directory");
        assertThat(ran.complaints()).contains("Error opening input files");
    }

    @Test
    void aCancelledRunEndsSoonAndSaysSo() throws Exception {
        Running running = endless();
        await().until(() -> heard.stream().anyMatch(p -> p.frame().orElse(0) > 0));
        running.cancel();
        Ran ran = running.await();

        assertThat(ran.cancelled()).isTrue();
        assertThat(LauncherTest.runs(running.pid())).isFalse();
    }

    @Test
    void aPausedRunStandsStillAndThenGoesOn() throws Exception {
        Running running = endless();
        await().until(() -> heard.stream().anyMatch(p -> p.frame().orElse(0) > 0));
        assumeTrue(running.pause(), "cannot pause here");
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        int then = heard.size();
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(heard).hasSize(then);

        running.resume();
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() > then);
        running.cancel();
        assertThat(running.await().stalled()).isFalse();
    }

    @Test
    void aRunThatHangsIsEndedButNotOneThatIsHeld() throws Exception {
        Path pipe = dir.resolve("pipe");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no pipes here");
        new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();
        FfmpegRunner impatient = new FfmpegRunner(Clips.binaries(), Clips.launcher(),
                new FfmpegRunner.Patience(Duration.ofMillis(700), Duration.ofMillis(700), Duration.ofMinutes(1)));
        Running held = impatient.start(arguments("-i", pipe.toString(), "-f", "null", "-"), dir, heard::add);
        held.pause();
        Running hanging = impatient.start(arguments("-i", pipe.toString(), "-f", "null", "-"), dir, heard::add);

        assertThat(hanging.await()).matches(Ran::stalled).matches(r -> !r.ended());
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(LauncherTest.runs(held.pid())).isTrue();
        held.cancel();
        assertThat(held.await().stalled()).isFalse();
    }

    @Test
    void aListenerThatFailsEndsTheRun() throws Exception {
        Running running = Clips.runner().start(endlessArguments(), dir, progress -> {
            throw new IllegalArgumentException("listener");
        });

        assertThat(org.assertj.core.api.Assertions.catchThrowable(running::await)).hasRootCauseMessage("listener");
        assertThat(LauncherTest.runs(running.pid())).isFalse();
    }

    private Running endless() throws Exception {
        return Clips.runner().start(endlessArguments(), dir, heard::add);
    }

    private List<String> endlessArguments() {
        return arguments("-re", "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=25:duration=600", "-c:v", "ffv1", "-f", "matroska",
                file("a.part"));
    }

    private Running start(String... arguments) throws Exception {
        return Clips.runner().start(arguments(arguments), dir, heard::add);
    }

    private static List<String> arguments(String... arguments) {
        List<String> all = new ArrayList<>(ALWAYS);
        all.addAll(List.of(arguments));
        return all;
    }

    private String file(String name) {
        return "file:" + dir.resolve(name);
    }
}
