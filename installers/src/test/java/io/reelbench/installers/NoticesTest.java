package io.reelbench.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing is shipped without naming it and its licence, and nothing is named that is not shipped. */
class NoticesTest {
    private static final Path FOLDER = Path.of("target/reelbench");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+\\.jar)` \\| [^|]+ \\| http[^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void every_jar_has_one_row_and_every_row_a_jar() throws IOException {
        var rows = ROW.matcher(Files.readString(FOLDER.resolve("THIRD-PARTY.md"))).results().map(row -> row.group(1)).toList();
        var jars = shipped();

        assertThat(jars).isNotEmpty().allSatisfy(jar -> assertThat(rows).filteredOn(row -> fits(row, jar)).hasSize(1));
        assertThat(rows).allSatisfy(row -> assertThat(jars).filteredOn(jar -> fits(row, jar)).hasSize(1));
    }

    @Test
    void the_window_stands_on_modules_of_this_system() throws IOException {
        assertThat(shipped()).filteredOn(jar -> jar.startsWith("javafx/")).hasSize(3)
                .allSatisfy(jar -> assertThat(jar).doesNotEndWith("-26.0.2.jar"));
    }

    private static List<String> shipped() throws IOException {
        var lib = FOLDER.resolve("lib");
        try (var files = Files.walk(lib)) {
            return files.filter(Files::isRegularFile).map(file -> lib.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("reelbench")).toList();
        }
    }

    private static boolean fits(String row, String jar) {
        return FileSystems.getDefault().getPathMatcher("glob:" + row).matches(Path.of(jar));
    }
}
