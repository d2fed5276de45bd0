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
        assertThat(presets().read(file).presets().getFirst().name()).contains("From Ann");
        assertThat(presets().bringIn(file).kept()).hasSize(1);
        assertThat(names()).containsExactly("From Ann");
    }

    @Test
    void severalGoIntoOneFileAndComeBackAsTheyWere() throws Exception {
        Recipe rich = reader.read("{\"schema\":1,\"name\":\"Für Ann\",\"short\":\"ann\",\"summary\":\"What Ann likes.\","
                + "\"steps\":[{\"op\":\"trim\",\"start\":\"5\",\"end\":\"end-1s\"},{\"op\":\"compress\",\"target-size\":\"10MB\"}]}")
                .value()
                .orElseThrow();
        Path out = folder.resolve("both.reelbench");
        presets().export(List.of(rich, recipe("Web")), out);
        assertThat(presets().read(out)).isEqualTo(
                new io.reelbench.engine.operation.PresetFile(List.of(rich, recipe("Web")), List.of()));
        assertThat(presets().bringIn(out).kept()).containsExactly(rich, recipe("Web"));
        assertThat(presets().list().own()).containsExactly(rich, recipe("Web"));
        assertThat(presets().bringIn(out)).as("a second time nothing is new")
                .isEqualTo(new Presets.Imported(List.of(), List.of("Für Ann", "Web"), List.of()));
    }

    @Test
    void nothingThatIsThereIsReplaced() throws Exception {
        presets().save(recipe("Web"));
        Path file = folder.resolve("other.reelbench");
        Recipe other = reader.read("{\"schema\":1,\"name\":\"Web\",\"steps\":[{\"op\":\"compress\"}]}").value().orElseThrow();
        presets().export(List.of(other, other.named("Podcast")), file);
        assertThat(presets().bringIn(file).kept()).extracting(r -> r.name().orElseThrow())
                .as("also those that come with the program").containsExactly("Web 2", "Podcast 2");
        assertThat(presets().bringIn(file).there()).containsExactly("Web 2", "Podcast 2");
        assertThat(presets().list().own()).contains(recipe("Web"), other.named("Web 2"));
    }

    private Presets.Imported imported(String text) throws Exception {
        return presets().bringIn(Files.writeString(folder.resolve("file.reelbench"), text));
    }

    private String onlyProblem(String text) throws Exception {
        Presets.Imported imported = imported(text);
        assertThat(imported.kept()).isEmpty();
        assertThat(imported.problems()).hasSize(1);
        return imported.problems().getFirst().toString();
    }

    @Test
    void whatIsBadIsNamedAndTheGoodIsKept() throws Exception {
        Presets.Imported imported = imported(
                "{\"reelbench\":1,\"presets\":[{\"schema\":1,\"name\":\"Good\",\"steps\":[{\"op\":\"compress\"}]},"
                        + "{\"schema\":1,\"name\":\"Bad\",\"steps\":[{\"op\":\"compres\"}]},{\"schema\":1,\"steps\":[{\"op\":\"compress\",\"quality\":900}]},"
                        + "{\"schema\":2,\"name\":\"Newer\",\"steps\":[{\"op\":\"compress\"}]},7]}");
        assertThat(imported.kept()).extracting(r -> r.name().orElseThrow()).containsExactly("Good");
        assertThat(imported.problems()).extracting(Object::toString).satisfiesExactly(
                bad -> assertThat(bad).contains("preset Bad", "compres", "did you mean compress?"),
                third -> assertThat(third).contains("preset 3", "900"),
                newer -> assertThat(newer).contains("preset Newer", "schema 2"),
                number -> assertThat(number).contains("preset 5"));
    }

    @Test
    void hostileFilesAreRefusedInWords() throws Exception {
        assertThat(onlyProblem("{\"reelbench\":9,\"presets\":[]}")).contains("newer Reelbench", "update Reelbench");
        assertThat(onlyProblem("{\"reelbench\":1,\"presets\":[]}")).contains("1 to 200");
        assertThat(onlyProblem("{\"reelbench\":1,\"presets\":[" + "{},".repeat(200) + "{}]}")).contains("1 to 200");
        assertThat(onlyProblem("{\"reelbench\":\"1\"}")).contains("not a file of presets");
        assertThat(onlyProblem("[".repeat(5000))).contains("not a recipe");
        assertThat(onlyProblem("{\"reelbench\":1,\"reelbench\":1}")).contains("not a recipe");
        assertThat(onlyProblem("")).contains("not a recipe");
        assertThat(onlyProblem(" ".repeat(1_000_001))).contains("at most 1 MB");
        Path binary = Files.write(folder.resolve("binary.reelbench"), new byte[]{(byte) 0xFF, 0, (byte) 0xC0});
        assertThat(presets().bringIn(binary).problems()).hasSize(1);
        String long81 = "x".repeat(81);
        assertThat(onlyProblem("{\"schema\":1,\"name\":\"" + long81 + "\",\"steps\":[{\"op\":\"compress\"}]}")).contains("80");
        for (String tag : List.of("../up", "a/b", "A b", "", "-x", "x".repeat(25), "con\\u0000")) {
            assertThat(onlyProblem("{\"schema\":1,\"short\":\"" + tag + "\",\"steps\":[{\"op\":\"compress\"}]}"))
                    .contains("short name");
        }
    }

    @Test
    void aNameCannotLeaveTheFolderNorMoveACursor() throws Exception {
        Presets.Imported imported = imported(
                "{\"schema\":1,\"name\":\"../../\\u001b[2J evil\\nname\",\"steps\":[{\"op\":\"compress\"}]}");
        assertThat(imported.kept()).singleElement()
                .satisfies(r -> assertThat(r.name().orElseThrow()).doesNotContain("\u001b", "\n").endsWith("evil name"));
        try (var inside = Files.list(folder.resolve("presets"))) {
            assertThat(inside).hasSize(1);
        }
        try (var inside = Files.list(folder)) {
            assertThat(inside.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("presets", "file.reelbench");
        }
    }

    @Test
    void outputsAreCalledByTheShortName() {
        assertThat(recipe("Client A — final cut!").label()).isEqualTo("client-a-final-cut");
        assertThat(recipe("A name that is much too long for a file's name").label()).isEqualTo("a-name-that-is-much-too");
        assertThat(recipe("…").label()).as("nothing is left of it").isEqualTo("scale");
        assertThat(presets().builtIn()).extracting(Recipe::label).contains("web", "10mb", "small", "copy");
    }

    @Test
    void eachThatComesWithTheProgramSaysWhatItIsFor() throws Exception {
        assertThat(presets().groups()).extracting(Presets.Group::title).containsExactly("Share", "Edit", "Archive", "Sound",
                "Stills");
        assertThat(presets().builtIn()).allSatisfy(r -> {
            assertThat(r.summary()).isPresent();
            assertThat(r.tag()).isPresent();
        }).extracting(r -> r.name().orElseThrow()).doesNotHaveDuplicates();
        assertThat(presets().find("web 1080P")).isPresent();
        assertThat(presets().find("10mb")).isPresent();
        assertThat(presets().find("nothing of the kind")).isEmpty();
    }

    @Test
    void thoseThatComeWithTheProgramPlanOnAClip() throws Exception {
        try (Studio studio = new Studio(folder)) {
            Media clip = studio.look(studio.busy("clip.mov", 4, "640x360"));
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
