package io.reelbench.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at the terminal is asked before a written command may leave what is safe. */
class PermissionTest {

    @TempDir
    Path folder;

    private Engine engine;
    private Path clip;
    private final List<String> questions = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        engine = Engine.open(new Places(folder.resolve("data"), Path.of("target", "test-cache").toAbsolutePath(),
                folder.resolve("config"), folder.resolve("logs")), Engine.Mode.THROW_AWAY);
        clip = folder.resolve("clip.mp4");
        engine.generate(new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=size=64x64:rate=10:duration=1")), clip);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Recipe recipe(String step) {
        return new RecipeReader(engine.catalog()).read("{\"schema\":1,\"steps\":[" + step.replace('\'', '"') + "]}").value()
                .orElseThrow();
    }

    private Set<String> granted(String step, boolean yes) throws Exception {
        return new Permission(engine, question -> {
            questions.add(question.toString());
            return yes;
        }).granted(recipe(step), List.of(clip));
    }

    @Test
    void eachPartIsToldWithWhatItOpens() throws Exception {
        assertThat(granted("{'op':'raw','command':'-vf metadata=mode=print,movie=other.mp4 -c:a copy'}", true))
                .contains("metadata", "movie");
        assertThat(questions).anyMatch(q -> q.contains("“movie”") && q.contains("opens files by itself"));
    }

    @Test
    void oneNoIsEnough() throws Exception {
        assertThat(granted("{'op':'raw','command':'-vf metadata=mode=print,movie=other.mp4 -c:a copy'}", false)).isEmpty();
        assertThat(questions).hasSize(1);
    }

    @Test
    void nobodyIsAskedAboutWhatIsSafeOrNeverAllowed() throws Exception {
        assertThat(granted("{'op':'raw','command':'-vf hflip -c:a copy'}", true)).isEmpty();
        assertThat(granted("{'op':'compress'}", true)).isEmpty();
        assertThat(granted("{'op':'raw','command':'-i {{in_1}} /etc/x.mp4'}", true)).as("a path").isEmpty();
        assertThat(questions).isEmpty();
    }
}
