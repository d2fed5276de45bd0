package io.reelbench.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.plan.Packing;
import io.reelbench.engine.plan.PictureNames;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder is a product like a file: whole under its name or not there, and never in the place of anything else. */
class FolderProductTest {

    @TempDir
    Path folder;

    static Stream<Placer> ways() {
        return Stream.of(new Placer(), new Placer(NoReplace.RESERVE));
    }

    private PartFile part(String task, String... pictures) throws IOException {
        PartFile part = PartFile.of(folder.resolve("clip-frames"), task, 1, 0);
        Files.createDirectory(part.path());
        for (String picture : pictures) {
            Files.writeString(part.path().resolve(picture), "pic");
        }
        return part;
    }

    private static Rules rules(IfExists policy) {
        return new Rules(policy, List.of(), path -> false);
    }

    private List<Placed> place(Placer placer, PartFile part, IfExists policy) throws FailedException {
        return placer.place(List.of(part), rules(policy), intents -> {});
    }

    private static List<String> names(Path in) throws IOException {
        return Folder.inside(in).stream().map(p -> p.getFileName().toString()).toList();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void itIsPlacedWholeAndItsSizeIsThatOfItsFiles(Placer placer) throws Exception {
        PartFile part = part("t1", "1.jpg", "2.jpg");
        FileTime date = FileTime.fromMillis(1_000_000_000_000L);
        part.seal(Optional.of(date));
        assertThat(place(placer, part, IfExists.FAIL)).containsExactly(new Placed.Here(folder.resolve("clip-frames"), 6));
        assertThat(names(folder)).containsExactly("clip-frames");
        assertThat(Files.getLastModifiedTime(folder.resolve("clip-frames"))).isEqualTo(date);
        assertThat(Files.getLastModifiedTime(folder.resolve("clip-frames").resolve("1.jpg"))).isEqualTo(date);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFolderOfPicturesIsReplacedAndAnyOtherIsNot(Placer placer) throws Exception {
        place(placer, part("t1", "1.jpg", "2.jpg", "3.jpg"), IfExists.FAIL);
        place(placer, part("t2", "1.jpg"), IfExists.REPLACE);
        assertThat(names(folder.resolve("clip-frames"))).containsExactly("1.jpg");
        assertThat(names(folder)).containsExactly("clip-frames");
        Files.writeString(folder.resolve("clip-frames").resolve("notes.txt"), "mine");
        PartFile third = part("t3", "1.jpg");
        assertThatThrownBy(() -> place(placer, third, IfExists.REPLACE)).isInstanceOf(FailedException.class);
        assertThat(names(folder.resolve("clip-frames"))).containsExactly("1.jpg", "notes.txt");
        place(placer, third, IfExists.RENAME);
        assertThat(names(folder)).containsExactly("clip-frames", "clip-frames-2");
    }

    @Test
    void neitherFilesNorFoldersTakeEachOthersPlace() throws Exception {
        Files.writeString(folder.resolve("clip-frames"), "a file");
        assertThatThrownBy(() -> rules(IfExists.REPLACE).wants(folder.resolve("clip-frames"), true))
                .isInstanceOf(FailedException.class);
        Files.createDirectory(folder.resolve("clip.mp4"));
        assertThatThrownBy(() -> rules(IfExists.REPLACE).wants(folder.resolve("clip.mp4"), false))
                .isInstanceOf(FailedException.class);
        Files.createDirectory(folder.resolve("empty"));
        assertThat(rules(IfExists.SKIP).wants(folder.resolve("empty"), true)).isFalse();
        assertThat(rules(IfExists.REPLACE).wants(folder.resolve("empty"), true)).isTrue();
    }

    @Test
    void placingIsBroughtToItsEndAfterACrash() throws Exception {
        PartFile part = part("t1", "1.jpg", "2.jpg");
        part.seal(Optional.empty());
        Placing intent = new Placing(part.path(), part.wish(), part.wish(), Optional.empty(), Stamp.of(part.path()));
        assertThat(new Placer().settle(List.of(intent), intents -> {}).orElseThrow())
                .containsExactly(new Placed.Here(part.wish(), 6));
        // and again when it had come to its end before
        assertThat(new Placer().settle(List.of(intent), intents -> {})).isPresent();
        Files.writeString(part.wish().resolve("3.jpg"), "more");
        assertThat(new Placer().settle(List.of(intent), intents -> {})).isEmpty();
    }

    @Test
    void whatACrashLeftIsSweptAwayAndNothingElse() throws Exception {
        part("t1", "1.jpg", "2.jpg");
        part("t2", "1.jpg");
        PartFile.sweep(folder, List.of("t1"));
        assertThat(names(folder)).containsExactly(".clip-frames.t2-1.part");
    }

    @Test
    void picturesGetTheirNamesInTheOrderOfTheirNumbers() throws Exception {
        PartFile part = part("t1", ".000002", ".000001", ".1000000");
        new Pictures(part.path(), Path.of("/a/what: is?.mp4"), PictureNames.parse("{name} %02d"), "png").rename();
        assertThat(names(part.path())).containsExactly("what_ is_ 01.png", "what_ is_ 02.png", "what_ is_ 03.png");
        Path zip = folder.resolve("a.zip");
        new Pictures(part.path(), Path.of("/a/b.mp4"), PictureNames.USUAL, "png").pack(Packing.ZIP, zip, 1_000_000_000_000L);
        byte[] first = Files.readAllBytes(zip);
        new Pictures(part.path(), Path.of("/a/b.mp4"), PictureNames.USUAL, "png").pack(Packing.ZIP, zip, 1_000_000_000_000L);
        assertThat(Files.readAllBytes(zip)).as("the same pictures give the same file").isEqualTo(first);
    }
}
