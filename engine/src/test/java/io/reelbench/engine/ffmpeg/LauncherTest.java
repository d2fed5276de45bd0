package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Children are started as asked, obey, and never outlive this program. */
@Timeout(60)
class LauncherTest {

    private static final Map<String, String> NOTHING = Map.of("PATH", "/usr/bin:/bin");

    @TempDir
    Path dir;

    @BeforeEach
    void onPosix() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "written for POSIX");
    }

    @ParameterizedTest
    @EnumSource(Launcher.Manner.class)
    void argumentsArriveWordForWordAndOurEnvironmentDoesNot(Launcher.Manner manner) throws Exception {
        List<String> command = List.of("/usr/bin/env", "HELLO=$(touch x) `id` \"'\n*", "/usr/bin/env");
        Captured said = Captured.of(Clips.launcher().start(command, NOTHING, manner), Duration.ofSeconds(10));

        // a shell may add where it is
        assertThat(said.out().replaceAll("(?m)^(PWD|OLDPWD|SHLVL|_)=.*\n", ""))
                .isEqualTo("PATH=/usr/bin:/bin\nHELLO=$(touch x) `id` \"'\n*\n");
        assertThat(said.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Launcher.Manner.class, names = "PARTNER", mode = EnumSource.Mode.EXCLUDE)
    void nobodyTypesIntoAChild(Launcher.Manner manner) throws Exception {
        Captured said = Captured.of(Clips.launcher().start(List.of("/bin/cat"), NOTHING, manner), Duration.ofSeconds(10));

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aPartnerIsTalkedTo() throws Exception {
        Child cat = Clips.launcher().start(List.of("/bin/cat"), NOTHING, Launcher.Manner.PARTNER);
        try (var in = cat.in()) {
            in.write("hello\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        assertThat(Captured.of(cat, Duration.ofSeconds(10)).out()).isEqualTo("hello\n");
    }

    @Test
    void aBackgroundChildHasLowPriorityAndItsOwnSession() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "written for Linux");
        Child child = Clips.launcher().start(List.of("/bin/cat", "/proc/self/stat"), NOTHING, Launcher.Manner.BACKGROUND);
        String[] stat = Captured.of(child, Duration.ofSeconds(10)).out().split(" ");

        assertThat(stat[0]).as("process").isEqualTo(Long.toString(child.pid()));
        assertThat(stat[18]).as("nice").isEqualTo("19");
        assertThat(stat[5]).as("session").isEqualTo(stat[0]);
    }

    @Test
    void aChildThatTakesTooLongIsKilled() throws Exception {
        Captured said = Captured.of(Clips.launcher().start(List.of("/bin/sleep", "100"), NOTHING, Launcher.Manner.QUICK),
                Duration.ofMillis(100));

        assertThat(said.late()).isTrue();
        assertThat(said.exitCode()).isEqualTo(137);
    }

    @Test
    void aChildThatWillNotListenIsKilledAfterTwoSeconds() throws Exception {
        Child child = Clips.launcher().start(List.of("/bin/sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"),
                NOTHING,
                Launcher.Manner.BACKGROUND);
        assertThat(new BufferedReader(new InputStreamReader(child.out())).readLine()).isEqualTo("ready");
        long asked = System.nanoTime();
        child.stop();

        assertThat(child.await()).isEqualTo(137);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isBetween(Duration.ofMillis(1800), Duration.ofSeconds(4));
    }

    @Test
    void aPausedChildCanBeStopped() throws Exception {
        Child child = Clips.launcher().start(List.of("/bin/sleep", "100"), NOTHING, Launcher.Manner.BACKGROUND);
        assertThat(child.pause()).isTrue();
        child.stop();

        assertThat(child.await()).isEqualTo(143);
    }

    @Test
    void closingEndsAllChildren() throws Exception {
        Launcher launcher = new Launcher();
        Child quick = launcher.start(List.of("/bin/sleep", "100"), NOTHING, Launcher.Manner.QUICK);
        Child background = launcher.start(List.of("/bin/sleep", "100"), NOTHING, Launcher.Manner.BACKGROUND);
        launcher.close();

        assertThat(quick.await()).isEqualTo(137);
        assertThat(background.await()).isEqualTo(137);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "watchdog-killed", "paused"})
    void whenTheProgramIsKilledItsFfmpegIsGoneWithinTwoSeconds(String how) throws Exception {
        Process program = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Victim.class.getName(), how, dir.resolve("out.mkv").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long ffmpeg = Long.parseLong(new BufferedReader(new InputStreamReader(program.getInputStream())).readLine());
        assertThat(runs(ffmpeg)).isTrue();
        program.destroyForcibly();

        await().atMost(Duration.ofSeconds(2)).until(() -> !runs(ffmpeg));
    }

    /** A process that has ended but that nobody has asked about yet counts as gone. */
    static boolean runs(long pid) throws Exception {
        Path stat = Path.of("/proc/" + pid + "/stat");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return Files.exists(stat) && !Files.readString(stat).replaceFirst(".*\\) ", "").startsWith("Z");
        }
        return ProcessHandle.of(pid).isPresent();
    }

    /** The program that is killed: starts a long run, prints its process id, and waits. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            Running running = Clips.runner()
                    .start(List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-re", "-f", "lavfi", "-i",
                            "testsrc2=size=64x64:rate=25:duration=600", "-c:v", "ffv1", arguments[1]),
                            Path.of(arguments[1]).getParent(), progress -> {
                            });
            if (arguments[0].equals("watchdog-killed")) {
                Watchdog watchdog = Clips.launcher().watchdog();
                long first = watchdog.pid();
                ProcessHandle.of(first).orElseThrow().destroyForcibly();
                await().until(() -> watchdog.pid() != first);
            } else if (arguments[0].equals("paused")) {
                running.pause();
            }
            System.out.println(running.pid());
            running.await();
        }
    }
}
