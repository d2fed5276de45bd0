package io.reelbench.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table lies in {@code target/corpus-operations.txt} afterwards. */
@Tag("slow")
class CorpusOperationsTest {

    @TempDir
    Path work;

    @Test
    void everyOperationOnEveryFamilyOfRealClips() throws Exception {
        Optional<Path> media = Corpus.place();
        assumeTrue(media.isPresent(), "SKIPPED: no folder of real clips; name one with -Dreelbench.media");
        Path table = Path.of("target", "corpus-operations.txt");
        try (PrintStream out = new PrintStream(Files.newOutputStream(table), true, StandardCharsets.UTF_8)) {
            assertThat(new CorpusOperations(new Corpus(media.get()), work, out).run("")).isEmpty();
        }
    }
}
