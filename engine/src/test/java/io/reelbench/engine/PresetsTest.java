package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Planned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsTest {

    @TempDir
    Path folder;

    private final io.reelbench.engine.operation.RecipeReader reader = new io.reelbench.engine.operation.RecipeReader(
            new io.reelbench.engine.operation.Catalog());

    private Recipe recipe(String name) {
        Recipe plain = reader.read("{\"schema\":1,\"steps\":[{\"op\":\"scale\",\"height\":720}]}").value().orElseThrow();
        return new Recipe(Optional.of(name), plain.steps());
    }

    private Presets presets() {
        return new Presets(reader, folder);
    }

    private List<String> names() throws Exception {
        return presets().list().own().stream().map(r -> r.name().orElseThrow()).toList();
    }

    @Test
    void whatIsSavedIsThereAgainUntilItIsRemoved() throws Exception {
        assertThat(presets().list().own()).isEmpty();
        presets().save(recipe("Web"));
        presets().save(recipe("a/b: c"));
        presets().save(recipe("a:b/ c"));
        presets().save(recipe("Web"));
        assertThat(names()).containsExactly("a/b: c", "a:b/ c", "Web");
        presets().rename("Web", "Site");
        assertThat(names()).containsExactly("a/b: c", "a:b/ c", "Site");
        presets().remove("Site");
        presets().remove("never there");
        assertThat(names()).hasSize(2);
        assertThat(presets().list().own().getFirst()).isEqualTo(recipe("a/b: c"));
    }

    @Test
    void aBadFileIsSaidAndLeftAlone() throws Exception {
        presets().save(recipe("Good"));
        Path bad = Files.writeString(folder.resolve("presets").resolve("bad.json"),
                "{\"schema\":1,\"steps\":[{\"op\":\"scal\"}]}");
        Files.write(folder.resolve("presets").resolve("binary.json"), new byte[]{(byte) 0xFF, 0, (byte) 0xC0});
        Presets.Shelf shelf = presets().list();
        assertThat(shelf.own()).hasSize(1);
        assertThat(shelf.troubles()).hasSize(2).first().asString().contains("bad.json", "did you mean scale?");
        assertThat(bad).exists();
    }

    @Test
    void aFileOfAnotherPersonIsReadAndNamedAfterItself() throws Exception {
        Path file = Files.writeString(folder.resolve("From Ann.json"), "{\"schema\":1,\"steps\":[{\"op\":\"transcode\"}]}");
        assertThat(presets().read(file).value().orElseThrow().name()).contains("From Ann");
        Path out = folder.resolve("mine.json");
        presets().write(recipe("Mine"), out);
        assertThat(presets().read(out).value()).contains(recipe("Mine"));
    }

    @Test
    void thoseThatComeWithTheProgramPlanOnAClip() throws Exception {
        try (Studio studio = new Studio(folder)) {
            Media clip = studio.look(studio.counted("clip.mov", 4, 25));
            for (Recipe recipe : studio.engine.presets().builtIn()) {
                assertThat(recipe.name()).isPresent();
                Planned planned = studio.engine.plan(recipe, clip);
                assertThat(planned.plan()).as("%s: %s", recipe.name(), planned.problems()).isPresent();
                var plan = planned.plan().orElseThrow();
                Request request = new Request(clip.path(), recipe, new io.reelbench.engine.output.OutputWish(),
                        io.reelbench.engine.queue.Priority.NORMAL);
                assertThat(studio.engine.outputs(request, plan)).hasSameSizeAs(plan.products())
                        .allSatisfy(file -> assertThat(file.getParent()).isEqualTo(clip.path().getParent()));
            }
        }
    }
}
