package io.reelbench.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.output.Names;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.plan.Given;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planner;
import io.reelbench.engine.problem.BadValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchNamesTest {

    @TempDir
    Path folder;

    private static final Recipe MKV = recipe("{'op':'transcode','container':'mkv'}");

    private static Recipe recipe(String step) {
        return new RecipeReader(new Catalog()).read("{'schema':1,'steps':[%s]}".formatted(step).replace('\'', '"')).value()
                .orElseThrow();
    }

    private static Plan plan(Recipe recipe) {
        Media media = Given.film().media();
        return new Planner(Given.machine()).plan(recipe.apply(media, new Problems())).plan().orElseThrow();
    }

    private BatchNames.Asked asked(String clip, String below, String pattern, IfExists ifExists) {
        try {
            OutputWish wish = new OutputWish(Optional.empty(), Optional.of(folder.resolve("out")), Names.parse(pattern), ifExists,
                    true);
            return new BatchNames.Asked(folder.resolve(clip), MKV, new Place(wish, Path.of(below), 1));
        } catch (BadValue wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static BatchNames known(List<BatchNames.Asked> batch) {
        BatchNames names = new BatchNames(batch);
        for (int i = 0; i < batch.size(); i++) {
            names.know(i, plan(MKV));
        }
        return names;
    }

    private List<String> files(BatchNames.Asked... batch) {
        return known(List.of(batch)).files().stream()
                .map(files -> folder.resolve("out").relativize(files.getFirst()).toString()).toList();
    }

    @Test
    void clipsOfOneNameFromTwoFoldersAreToldApart() {
        assertThat(files(asked("a/clip.mov", "", "{name}", IfExists.REPLACE), asked("b/clip.mov", "", "{name}", IfExists.REPLACE),
                asked("c/other.mov", "", "{name}", IfExists.REPLACE))).containsExactly("clip.mkv", "clip-2.mkv", "other.mkv");
    }

    @Test
    void aPatternWithoutTheNameGivesNumbers() {
        assertThat(files(asked("a.mov", "", "{resolution}", IfExists.FAIL), asked("b.mov", "", "{resolution}", IfExists.FAIL),
                asked("c.mov", "", "{resolution}", IfExists.FAIL))).containsExactly("1080p.mkv", "1080p-2.mkv", "1080p-3.mkv");
    }

    @Test
    void aTreeIsMirroredAndNeverLeavesItsFolder() {
        assertThat(files(asked("in/a/clip.mov", "a", "{name}", IfExists.RENAME),
                asked("in/b/clip.mov", "b/c", "{name}", IfExists.RENAME), asked("in/x.mov", "../..", "{name}", IfExists.RENAME)))
                .containsExactly("a/clip.mkv", "b/c/clip.mkv", "x.mkv");
    }

    @Test
    void whatIsThereIsPassedOverOnlyWhenAnotherNameIsWished() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.createFile(folder.resolve("out/clip.mkv"));
        assertThat(files(asked("clip.mov", "", "{name}", IfExists.RENAME))).containsExactly("clip-2.mkv");
        assertThat(files(asked("clip.mov", "", "{name}", IfExists.SKIP))).containsExactly("clip.mkv");
        assertThat(files(asked("clip.mov", "", "{name}", IfExists.REPLACE))).containsExactly("clip.mkv");
    }

    @Test
    void noOutputTakesTheNameOfAnotherClipOfTheBatch() {
        assertThat(files(asked("a.mov", "", "{name}", IfExists.REPLACE), asked("out/a.mkv", "", "b", IfExists.REPLACE)))
                .containsExactly("a-2.mkv", "b.mkv");
    }

    @Test
    void onlyThoseThatMayMeetAreDoubtful() throws IOException {
        assertThat(new BatchNames(List.of(asked("a/clip.mov", "", "{name}-{op}", IfExists.RENAME),
                asked("b/clip.mov", "", "{name}-{op}", IfExists.RENAME), asked("b/other.mov", "", "{name}-{op}", IfExists.RENAME),
                asked("b/third.mov", "", "{name}-{op}", IfExists.RENAME))).doubtful()).containsExactly(0, 1);
        Files.createDirectories(folder.resolve("out"));
        Files.createFile(folder.resolve("out/Third-transcode.mkv"));
        assertThat(new BatchNames(List.of(asked("b/other.mov", "", "{name}-{op}", IfExists.RENAME),
                asked("b/third.mov", "", "{name}-{op}", IfExists.RENAME))).doubtful()).containsExactly(1);
        assertThat(new BatchNames(List.of(asked("b/third.mov", "", "{name}-{op}", IfExists.SKIP))).doubtful()).isEmpty();
        assertThat(new BatchNames(List.of(asked("a/x.mov", "", "{name} ({fps})", IfExists.SKIP),
                asked("b/x.mov", "", "{name} ({fps})", IfExists.SKIP), asked("b/x-2.mov", "", "{name}", IfExists.SKIP)))
                .doubtful())
                .containsExactly(0, 1, 2);
        // the name is shortened for an ending that is not known yet
        String alike = "y".repeat(192);
        assertThat(new BatchNames(List.of(asked(alike + "1.mov", "", "{name}", IfExists.SKIP),
                asked(alike + "2.mov", "", "{name}", IfExists.SKIP))).doubtful()).containsExactly(0, 1);
    }

    @Test
    void oneGivenFileForSeveralIsNumberedToo() {
        OutputWish wish = new OutputWish(Optional.of(folder.resolve("out/x.mkv")), Optional.empty(), Names.DEFAULT,
                IfExists.FAIL, true);
        List<BatchNames.Asked> batch = List.of(new BatchNames.Asked(folder.resolve("a.mov"), MKV, new Place(wish)),
                new BatchNames.Asked(folder.resolve("b.mov"), MKV, new Place(wish)));
        assertThat(new BatchNames(batch).doubtful()).containsExactly(0, 1);
        assertThat(known(batch).files()).containsExactly(List.of(folder.resolve("out/x.mkv")),
                List.of(folder.resolve("out/x-2.mkv")));
    }

    @Test
    void whatWasSettledIsStoredWithTheWish() throws Exception {
        WishReader wishes = new WishReader();
        Place place = new Place(asked("a.mov", "", "{n:3}-{name}", IfExists.SKIP).place().wish(), Path.of("day one/b"), 3);
        assertThat(wishes.read(wishes.write(place))).isEqualTo(place);
        assertThat(wishes.read("{\"to\":\"/out\"}").number()).as("stored by an earlier version").isEqualTo(1);
    }
}
