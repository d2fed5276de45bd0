package io.reelbench.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GathererTest {

    @TempDir
    Path folder;

    @BeforeEach
    void clips() throws IOException {
        for (String name : List.of("clip10.mp4", "clip2.MP4", "Clip1.mov", "notes.txt", ".hidden.mp4", ".clip2.mp4.t1-1.part",
                "deep/er/x.wav", ".cache/y.mp4", "@list.mkv")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }

    private Gathered gather(boolean recursive, String... inputs) {
        return new Gatherer(folder, recursive).gather(List.of(inputs).stream().map(Path::of).toList());
    }

    private List<String> names(Gathered gathered) {
        return gathered.files().stream().map(f -> folder.relativize(f).toString()).toList();
    }

    @Test
    void folderGivesItsMediaFilesAsPeopleCount() {
        assertThat(names(gather(true, ""))).containsExactly("@list.mkv", "Clip1.mov", "clip2.MP4", "clip10.mp4",
                "deep/er/x.wav");
        assertThat(names(gather(false, "."))).doesNotContain("deep/er/x.wav").hasSize(4);
        assertThat(gather(true, ".").clips().getLast().folder()).isEqualTo(Path.of("deep/er"));
    }

    @Test
    void whatDoesNotLookLikeMediaIsToldApartFromWhatIsHidden() {
        assertThat(gather(true, ".").others()).containsExactly(folder.resolve("notes.txt"));
    }

    @Test
    void folderThatHoldsItselfEnds() throws IOException {
        Files.createSymbolicLink(folder.resolve("deep/again"), folder);

        assertThat(names(gather(true, "."))).hasSize(5);
    }

    @Test
    void clipGivenTwiceIsDoneOnce() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.mp4"), folder.resolve("clip10.mp4"));

        assertThat(names(gather(true, "clip10.mp4", "./deep/../clip10.mp4", "link.mp4"))).containsExactly("clip10.mp4");
    }

    @Test
    void whatIsNamedMayBeCalledAnything() {
        assertThat(names(gather(true, "notes.txt", ".hidden.mp4"))).containsExactly("notes.txt", ".hidden.mp4");
    }

    @Test
    void missingInputIsNamedAndOthersGoOn() throws IOException {
        Files.createDirectory(folder.resolve("empty"));

        Gathered gathered = gather(true, "nosuch.mp4", "clip10.mp4", "empty");

        assertThat(names(gathered)).containsExactly("clip10.mp4");
        assertThat(gathered.losses()).extracting(Gathered.Loss::kind).containsExactly("missing", "empty-folder");
        assertThat(gathered.losses().getFirst().headline()).hasToString("There is no file nosuch.mp4.");
    }
}
