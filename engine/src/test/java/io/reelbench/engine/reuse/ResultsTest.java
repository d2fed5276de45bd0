package io.reelbench.engine.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.output.Stamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir
    Path folder;

    private final AtomicLong copies = new AtomicLong();
    private Path clip;
    private Path result;

    @BeforeEach
    void files() throws Exception {
        clip = noise("clip", 3_000_000);
        result = noise("result", 200_000);
    }

    private Path noise(String name, int bytes) throws Exception {
        byte[] all = new byte[bytes];
        new Random(name.hashCode()).nextBytes(all);
        return Files.write(folder.resolve(name), all);
    }

    private Results results(String build) {
        return new Results(build, folder.resolve("data"), folder.resolve("cache"),
                new Results.Choice(() -> true, copies::get));
    }

    private static Subject subject(Results results, Path... files) {
        return results.subject(List.of("scale", "720"), List.of(files));
    }

    private static void make(Results results, Subject subject, Path made) throws Exception {
        Results.Witness witness = results.watch(subject);
        results.settle(); // the work takes longer than reading
        witness.ended();
        witness.made(new Results.Made("clip", List.of(new Results.Proven(made, Stamp.of(made))), List.of(), true));
        results.settle();
    }

    private boolean isTaken(Results results, Subject subject) throws Exception {
        Path part = folder.resolve("part");
        Files.deleteIfExists(part);
        for (Earlier earlier : results.find(subject)) {
            if (results.take(earlier, List.of(part), _ -> {
            })) {
                return true;
            }
        }
        assertThat(part).doesNotExist();
        return false;
    }

    @Test
    void isKnownAfterARestartAndByOtherProgramsAndUnknownToAnotherVersion() throws Exception {
        Results other = results("1.0");
        assertThat(isTaken(other, subject(other, clip))).isFalse();
        try (Results first = results("1.0")) {
            make(first, subject(first, clip), result);
            assertThat(isTaken(first, subject(first, clip))).isTrue();
        }
        assertThat(isTaken(other, subject(other, clip))).as("one that was open already").isTrue();
        assertThat(folder.resolve("part")).hasSameBinaryContentAs(result);
        Results next = results("1.1");
        assertThat(isTaken(next, subject(next, clip))).isFalse();
        assertThat(next.reads()).as("nothing is read for what cannot be").isZero();
    }

    @Test
    void filesCountInTheirOrderAndAreReadOnceWhileNothingWritesToThem() throws Exception {
        Path second = noise("second", 3_000_000);
        Results results = results("1");
        make(results, subject(results, clip, second), result);
        assertThat(isTaken(results, subject(results, second, clip))).isFalse();
        assertThat(isTaken(results, subject(results, clip, clip))).isFalse();
        assertThat(isTaken(results, subject(results, clip, second))).isTrue();
    }

    @Test
    void aTornOrForeignLineSwallowsNoOther() throws Exception {
        Results results = results("1");
        make(results, subject(results, clip), result);
        Path file = folder.resolve("data").resolve("results.jsonl");
        String whole = Files.readString(file).strip();
        Files.writeString(file,
                "\nnull\n[]\n{}\n{\"version\":99}\n" + whole.replace("\"digest\":\"", "\"digest\":null,\"x\":\"") + "\n"
                        + whole.substring(0, whole.length() / 2),
                StandardOpenOption.APPEND);
        Path another = noise("another", 1000);
        make(results, results.subject(List.of("other"), List.of(clip)), another);
        Results next = results("1");
        assertThat(next.count()).isEqualTo(2);
        assertThat(isTaken(next, subject(next, clip))).isTrue();
    }

    @Test
    void aResultThatSomebodyChangedBeforeItWasReadIsNotRemembered() throws Exception {
        Results results = results("1");
        Results.Witness witness = results.watch(subject(results, clip));
        results.settle();
        witness.ended();
        Stamp proven = Stamp.of(result);
        Files.write(result, new byte[]{1}, StandardOpenOption.APPEND);
        witness.made(new Results.Made("clip", List.of(new Results.Proven(result, proven)), List.of(), true));
        results.settle();
        assertThat(results.count()).isZero();
    }

    @Test
    void workThatIsDoneBeforeItsInputIsReadIsNotRemembered() throws Exception {
        Results results = results("1");
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Results.Witness witness = results.watch(subject(results, pipe)); // nobody writes: it is never read
        witness.ended();
        witness.made(new Results.Made("clip", List.of(new Results.Proven(result, Stamp.of(result))), List.of(), true));
        assertThat(results.count()).isZero();
        // lets go of the reader
        Files.write(pipe, new byte[0], StandardOpenOption.WRITE);
        results.settle();
    }

    @Test
    void copiesOutliveTheirResultsUpToTheirLimit() throws Exception {
        Results results = results("1");
        make(results, subject(results, clip), result);
        assertThat(folder.resolve("cache").resolve("results")).as("none unless wished").doesNotExist();
        copies.set(350_000);
        make(results, subject(results, clip), result);
        Files.delete(result);
        assertThat(isTaken(results, subject(results, clip))).isTrue();
        Files.setLastModifiedTime(Files.list(folder.resolve("cache").resolve("results")).findFirst().orElseThrow(),
                FileTime.fromMillis(0));
        Path more = noise("more", 200_000);
        make(results, results.subject(List.of("more"), List.of(clip)), more);
        assertThat(Files.list(folder.resolve("cache").resolve("results"))).as("the one that was not used longest goes")
                .hasSize(1);
        assertThat(isTaken(results, subject(results, clip))).isFalse();
        results.clear();
        assertThat(results.count()).isZero();
        assertThat(Files.list(folder.resolve("cache").resolve("results"))).isEmpty();
        assertThat(more).exists();
    }
}
