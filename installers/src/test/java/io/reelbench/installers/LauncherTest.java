package io.reelbench.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The POSIX launcher among made-up JDKs, whose "java" only tells what it was called with. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String FAKE_JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'openjdk version "%1$s" 2025-09-16' >&2
                exit 0
            fi
            printf '%%s\\n' "java %1$s" "$LC_ALL" "$@"
            exit 7
            """;

    @TempDir
    private Path root;
    private Path launcher;
    private final Map<String, String> environment = new TreeMap<>();

    private record Run(int exit, List<String> out, String err) {
        String java() {
            return out.getFirst();
        }

        List<String> arguments() {
            return out.subList(out.indexOf("-jar") + 2, out.size());
        }
    }

    /** A product folder with a blank in its name, in a machine whose JDKs all lie below {@code root}. */
    @BeforeEach
    void install() throws IOException {
        var product = root.resolve("Program Files/reelbench");
        launcher = product.resolve("bin/reelbench");
        Files.createDirectories(launcher.getParent());
        var script = Files.readString(Path.of("target/reelbench/bin/reelbench"))
                .replaceAll("(?m)^        (/(?:usr|opt|Library)/)", "        '" + root + "'$1");
        assertThat(script).contains("'" + root + "'/usr/lib/jvm/*", "'" + root + "'/opt/*", "'" + root + "'/Library/Java/");
        Files.writeString(launcher, script);
        executable(launcher);
        environment.put("HOME", root.resolve("home").toString());
        environment.put("PATH", tools().toString());
        environment.put("LC_ALL", "C.UTF-8");
    }

    @Test
    void without_any_java_it_says_so_in_one_sentence() throws Exception {
        var run = start();
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err.lines()).singleElement().asString().contains("Java 25 or newer is needed");
    }

    @Test
    void the_order_of_places_is_kept() throws Exception {
        jdk("home/.jdks/temurin", "25.0.9");
        assertThat(start().java()).isEqualTo("java 25.0.9");
        jdk("home/.sdkman/candidates/java/25-tem", "25.0.8");
        assertThat(start().java()).isEqualTo("java 25.0.8");
        jdk("Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home", "25.0.7");
        assertThat(start().java()).isEqualTo("java 25.0.7");
        jdk("usr/lib/jvm/some jdk", "25.0.6");
        assertThat(start().java()).isEqualTo("java 25.0.6");
        Files.createSymbolicLink(root.resolve("tools/java"), jdk("on/the/path", "25.0.5"));
        assertThat(start().java()).isEqualTo("java 25.0.5");
        environment.put("JAVA_HOME", jdk("java home", "25.0.4").getParent().getParent().toString());
        assertThat(start().java()).isEqualTo("java 25.0.4");
        jdk("Program Files/reelbench/runtime", "25.0.3");
        assertThat(start().java()).isEqualTo("java 25.0.3");
        environment.put("REELBENCH_JAVA", jdk("my own", "26").toString());
        assertThat(start().java()).isEqualTo("java 26");
    }

    @Test
    void older_ones_are_passed_over() throws Exception {
        environment.put("JAVA_HOME", jdk("old home", "1.8.0_402").getParent().getParent().toString());
        Files.createSymbolicLink(root.resolve("tools/java"), jdk("on/the/path", "17.0.15"));
        jdk("usr/lib/jvm/java-21", "21.0.2");
        jdk("usr/lib/jvm/java-30", "30-ea");
        assertThat(start().java()).isEqualTo("java 30-ea");
    }

    @Test
    void a_java_without_a_release_file_is_asked() throws Exception {
        var java = jdk("usr/lib/jvm/bare", "25.0.1");
        Files.delete(java.resolveSibling("../release"));
        assertThat(start().java()).isEqualTo("java 25.0.1");
    }

    @Test
    void a_wish_that_cannot_be_met_is_not_ignored() throws Exception {
        jdk("usr/lib/jvm/good", "25.0.1");
        environment.put("REELBENCH_JAVA", jdk("old", "17.0.15").getParent().getParent().toString());
        var run = start();
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err.lines()).singleElement().asString().contains("REELBENCH_JAVA is " + root.resolve("old"));
    }

    @Test
    void arguments_exit_code_and_folder_go_through_untouched() throws Exception {
        jdk("usr/lib/jvm/good", "25.0.1");
        var arguments = new String[]{"probe", "", " two  blanks ", "*", "$HOME", "it's \"quoted\"", "-i", "100%d.mp4",
                "back\\slash"};
        var run = start(arguments);
        assertThat(run.exit).isEqualTo(7);
        assertThat(run.arguments()).containsExactly(arguments);
        var home = launcher.getParent().getParent().toRealPath();
        assertThat(run.out).contains("-Dreelbench.home=" + home, home + "/lib/reelbench.jar");
    }

    @Test
    void the_window_opens_with_modules_and_the_command_line_without() throws Exception {
        jdk("usr/lib/jvm/good", "25.0.1");
        var home = launcher.getParent().getParent().toRealPath();
        assertThat(start().out).containsSubsequence("--module-path", home + "/lib/javafx", "-jar").contains("-Xlog:disable");
        assertThat(start("--window", "a b.mov").arguments()).containsExactly("--window", "a b.mov");
        assertThat(start("probe", "--window").out).doesNotContain("--module-path");
        assertThat(start("--decoder").out).doesNotContain("--module-path");
    }

    @Test
    void the_archive_of_classes_lies_in_the_cache_or_nowhere() throws Exception {
        jdk("usr/lib/jvm/good", "25.0.1");
        assertThat(start().out).as("no display").noneMatch(a -> a.contains("Archive"));
        environment.put("DISPLAY", ":0");
        environment.put("XDG_CACHE_HOME", root.resolve("my cache").toString());
        Files.createDirectories(root.resolve("my cache/reelbench"));
        assertThat(start().out).anyMatch(a -> a.startsWith("-XX:SharedArchiveFile=") && a.endsWith("/reelbench/classes.jsa"));
        environment.put("XDG_CACHE_HOME", Files.writeString(root.resolve("a file"), "").toString());
        var run = start();
        assertThat(run.err).isEmpty();
        assertThat(run.out).noneMatch(a -> a.contains("Archive"));
    }

    /** For the JVM and the place of the rehearsal only: the JVM would take nothing of it, nor of anything else. */
    @Test
    void what_was_rehearsed_is_used_where_it_holds() throws Exception {
        var java = jdk("usr/lib/jvm/good", "25.0.1");
        Files.writeString(java.resolveSibling("../release"), "JAVA_RUNTIME_VERSION=\"25.0.1+9\"\n", StandardOpenOption.APPEND);
        environment.put("DISPLAY", ":0");
        environment.put("XDG_CACHE_HOME", Files.createDirectories(root.resolve("cache")).toString());
        var home = launcher.getParent().getParent().toRealPath();
        var lib = Files.createDirectories(home.resolve("lib"));
        Files.writeString(lib.resolve("start.aot"), "learnt");
        assertThat(start().out).as("nobody says of what").noneMatch(a -> a.startsWith("-XX:AOTCache="));
        Files.writeString(lib.resolve("start.of"), home + "\n\"Nobody\"\"25.0.1+9\"\n");
        assertThat(start().out).contains("-XX:AOTCache=" + lib.resolve("start.aot")).noneMatch(a -> a.contains("Archive"));
        Files.writeString(lib.resolve("start.of"), home + "\n\"Nobody\"\"25.0.2+9\"\n");
        assertThat(start().out).as("another JVM").noneMatch(a -> a.startsWith("-XX:AOTCache="))
                .anyMatch(a -> a.startsWith("-XX:SharedArchiveFile="));
        Files.writeString(lib.resolve("start.of"), home + "/old\n\"Nobody\"\"25.0.1+9\"\n");
        assertThat(start().out).as("another place").noneMatch(a -> a.startsWith("-XX:AOTCache="));
    }

    @Test
    void links_lead_to_the_folder() throws Exception {
        jdk("usr/lib/jvm/good", "25.0.1");
        var near = Files.createSymbolicLink(launcher.resolveSibling("rb"), Path.of("reelbench"));
        var far = Files.createDirectories(root.resolve("home/bin")).resolve("reelbench");
        launcher = Files.createSymbolicLink(far, far.getParent().relativize(near));
        assertThat(start().out).contains("-Dreelbench.home=" + near.getParent().getParent().toRealPath());
    }

    @Test
    void a_locale_without_utf8_is_replaced() throws Exception {
        jdk("usr/lib/jvm/good", "25.0.1");
        environment.put("LC_ALL", "C");
        assertThat(start().out.get(1)).endsWith(".UTF-8");
        environment.put("LC_ALL", "xx_XX.UTF-8");
        assertThat(start().out.get(1)).as("a locale that is not installed").endsWith(".UTF-8").doesNotStartWith("xx");
        Files.delete(root.resolve("tools/locale"));
        environment.put("LC_ALL", "POSIX");
        assertThat(start().out.get(1)).as("no program to ask").endsWith(".UTF-8");
    }

    /** A folder for PATH that has what the script calls and no java. */
    private Path tools() throws IOException {
        var folder = Files.createDirectories(root.resolve("tools"));
        for (var tool : List.of("sh", "readlink", "sed", "locale", "mkdir", "ln", "uname")) {
            var found = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of).map(path -> path.resolve(tool))
                    .filter(Files::isExecutable).findFirst();
            if (found.isPresent()) Files.createSymbolicLink(folder.resolve(tool), found.get());
        }
        return folder;
    }

    private Path jdk(String folder, String version) throws IOException {
        var java = root.resolve(folder).resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, FAKE_JAVA.formatted(version));
        executable(java);
        Files.writeString(root.resolve(folder).resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return java;
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Run start(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var errors = root.resolve("errors.txt");
        var builder = new ProcessBuilder(command).directory(root.toFile()).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out.lines().toList(), Files.readString(errors));
    }
}
