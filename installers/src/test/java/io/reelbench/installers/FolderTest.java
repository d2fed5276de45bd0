package io.reelbench.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The runnable folder runs, with nothing of the build around it. */
class FolderTest {
    private static final Path FOLDER = Path.of("target/reelbench").toAbsolutePath();

    @TempDir
    private Path elsewhere;

    @Test
    void it_starts_from_anywhere_and_says_nothing_on_stderr() throws Exception {
        var launcher = FOLDER.resolve("bin").resolve(OS.WINDOWS.isCurrentOs() ? "reelbench.cmd" : "reelbench");
        var errors = elsewhere.resolve("errors.txt");
        var builder = new ProcessBuilder(launcher.toString(), "--version").directory(elsewhere.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("REELBENCH_JAVA", System.getProperty("java.home"));
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).content().isEmpty();
        assertThat(process.exitValue()).isZero();
        assertThat(out).contains("Reelbench");
    }

    /** What was learnt while it was packed is of use to the JVM that starts it, from there. */
    @Test
    void classes_of_a_start_come_out_of_what_was_rehearsed() throws Exception {
        assertThat(FOLDER.resolve("lib/start.of")).content().startsWith(FOLDER.toRealPath() + "\n");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:class+load",
                "-XX:AOTCache=" + FOLDER.resolve("lib/start.aot"), "--module-path",
                FOLDER.resolve("lib/javafx").toString(), "--add-modules", "javafx.controls",
                "--enable-native-access=ALL-UNNAMED,javafx.graphics", "-jar",
                FOLDER.resolve("lib/reelbench.jar").toString(), "--version").redirectErrorStream(true).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(out.lines()).anyMatch(l -> l.contains("io.reelbench.app.Main ") && l.contains("shared objects file"));
    }

    @Test
    void licence_and_notices_are_in_it() {
        assertThat(FOLDER.resolve("LICENSE")).content().contains("GNU GENERAL PUBLIC LICENSE");
        assertThat(FOLDER.resolve("THIRD-PARTY.md")).isRegularFile();
        assertThat(Files.isExecutable(FOLDER.resolve("bin/reelbench"))).isTrue();
    }
}
