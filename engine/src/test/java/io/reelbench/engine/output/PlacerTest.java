package io.reelbench.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacerTest {

    @TempDir
    Path folder;

    /** Every way of giving a name must keep every promise. */
    static Stream<Placer> ways() {
        return Stream.of(new Placer(), new Placer(NoReplace.LINK), new Placer(NoReplace.RESERVE));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFreeNameIsGiven(Placer placer) throws Exception {
        PartFile part = part("clip.mp4", "t1", "new");
        assertThat(place(placer, part, IfExists.FAIL)).containsExactly(new Placed.Here(folder.resolve("clip.mp4"), 3));
        assertThat(names()).containsExactly("clip.mp4");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void renameTakesTheNextFreeName(Placer placer) throws Exception {
        write("clip.mp4", "old");
        write("clip-2.mp4", "older");
        place(placer, part("clip.mp4", "t1", "new"), IfExists.RENAME);
        assertThat(names()).containsExactlyInAnyOrder("clip.mp4", "clip-2.mp4", "clip-3.mp4");
        assertThat(read("clip-3.mp4")).isEqualTo("new");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void replaceLeavesOnlyTheNewOne(Placer placer) throws Exception {
        write("clip.mp4", "old");
        place(placer, part("clip.mp4", "t1", "new"), IfExists.REPLACE);
        assertThat(names()).containsExactly("clip.mp4");
        assertThat(read("clip.mp4")).isEqualTo("new");
    }

    @Test
    void skipLeavesTheOldOne() throws Exception {
        write("clip.mp4", "old");
        assertThat(place(new Placer(), part("clip.mp4", "t1", "new"), IfExists.SKIP))
                .containsExactly(new Placed.LeftAlone(folder.resolve("clip.mp4")));
        assertThat(names()).containsExactly("clip.mp4");
        assertThat(read("clip.mp4")).isEqualTo("old");
    }

    @Test
    void failSaysSo() throws Exception {
        write("clip.mp4", "old");
        PartFile part = part("clip.mp4", "t1", "new");
        assertThat(failure(() -> place(new Placer(), part, IfExists.FAIL))).isInstanceOf(Failure.Exists.class);
        assertThat(read("clip.mp4")).isEqualTo("old");
    }

    @Test
    void aFolderIsNeverReplaced() throws Exception {
        Files.createDirectory(folder.resolve("clip.mp4"));
        PartFile part = part("clip.mp4", "t1", "new");
        assertThat(failure(() -> place(new Placer(), part, IfExists.REPLACE))).isInstanceOf(Failure.Exists.class);
        assertThat(Files.isDirectory(folder.resolve("clip.mp4"))).isTrue();
    }

    @Test
    void aSourceIsNeverReplacedWhateverItIsCalled() throws Exception {
        Path source = write("source.mp4", "precious");
        Files.createLink(folder.resolve("hard.mp4"), source);
        Files.createSymbolicLink(folder.resolve("soft.mp4"), source);
        for (String name : List.of("source.mp4", "hard.mp4", "soft.mp4")) {
            for (IfExists policy : List.of(IfExists.REPLACE, IfExists.SKIP, IfExists.FAIL)) {
                Rules rules = new Rules(policy, List.of(source), path -> false);
                assertThat(failure(() -> rules.wants(folder.resolve(name), false))).isInstanceOf(Failure.Exists.class);
            }
            Rules rules = new Rules(IfExists.RENAME, List.of(source), path -> false);
            assertThat(rules.wants(folder.resolve(name), false)).isTrue();
            new Placer().place(List.of(part(name, "t1", "new")), rules, intents -> {});
        }
        assertThat(read("source.mp4")).isEqualTo("precious");
        assertThat(names()).hasSize(6);
    }

    @Test
    void aBrotherOfTheSameBatchIsNotTakenForOldWork() throws Exception {
        Path brother = write("clip.mp4", "brother");
        for (IfExists policy : IfExists.values()) {
            Rules rules = new Rules(policy, List.of(), brother::equals);
            new Placer().place(List.of(part("clip.mp4", "t" + policy.ordinal(), policy.toString())), rules, intents -> {});
        }
        assertThat(read("clip.mp4")).isEqualTo("brother");
        assertThat(names()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aHundredAtOnceAllComeOut(Placer placer) throws Exception {
        race(placer, IfExists.RENAME, 100);
        assertThat(contents()).hasSize(100);
        assertThat(names()).noneMatch(n -> n.startsWith("."));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void replacingAtOnceNeverLosesANewOne(Placer placer) throws Exception {
        write("clip.mp4", "old");
        race(placer, IfExists.REPLACE, 40);
        assertThat(contents()).hasSize(40).doesNotContain("old");
        assertThat(names()).noneMatch(n -> n.startsWith("."));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatComesWhileDecidingIsNotReplaced(Placer placer) throws Exception {
        write("clip.mp4", "old");
        Path brother = write("brother", "brother");
        Rules rules = new Rules(IfExists.REPLACE, List.of(), wish -> {
            arrives(brother, wish);
            return false;
        });
        placer.place(List.of(part("clip.mp4", "t1", "new")), rules, intents -> {});
        assertThat(contents()).containsExactlyInAnyOrder("brother", "new");
    }

    private static void arrives(Path file, Path name) {
        try {
            Files.move(file, name, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void race(Placer placer, IfExists policy, int count) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Callable<List<Placed>>> all = new ArrayList<>();
        Set<Path> made = java.util.concurrent.ConcurrentHashMap.newKeySet();
        for (int i = 0; i < count; i++) {
            PartFile part = part("clip.mp4", "t" + i, "content " + i);
            Rules rules = new Rules(policy, List.of(), made::contains);
            all.add(() -> {
                start.await();
                return placer.place(List.of(part), rules, intents -> intents.forEach(p -> made.add(p.target())));
            });
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Placed>> one : pool.invokeAll(all)) {
                assertThat(one.get()).hasSize(1);
            }
        }
    }

    @Test
    void productsOfOneTaskGetDifferentNamesAndOneLedgerEntry() throws Exception {
        List<List<Placing>> ledger = new ArrayList<>();
        PartFile first = PartFile.of(folder.resolve("clip.mp4"), "t1", 1, 0);
        PartFile second = PartFile.of(folder.resolve("clip.mp4"), "t1", 1, 1);
        Files.writeString(first.path(), "1");
        Files.writeString(second.path(), "2");
        new Placer().place(List.of(first, second), rules(IfExists.RENAME), ledger::add);
        assertThat(names()).containsExactlyInAnyOrder("clip.mp4", "clip-2.mp4");
        assertThat(ledger).hasSize(1);
    }

    @Test
    void whatCannotBePlacedWholeIsTakenBack() throws Exception {
        write("b.mp4", "old b");
        PartFile a = part("a.mp4", "t1", "a");
        PartFile b = part("b.mp4", "t1", "b");
        NoReplace failing = (from, to) -> {
            if (to.getFileName().toString().equals("b.mp4") && from.equals(b.path())) {
                throw new IOException("No space left on device");
            }
            NoReplace.ofThisSystem().move(from, to);
        };
        Placer placer = new Placer(failing);
        assertThat(failure(() -> placer.place(List.of(a, b), rules(IfExists.REPLACE), intents -> {})))
                .isInstanceOf(Failure.DiskFull.class);
        assertThat(names()).doesNotContain("a.mp4");
        assertThat(read("b.mp4")).isEqualTo("old b");
    }

    /** Stops like a crash after each single change of a name, then settles: exactly the new file stands, and nothing else is lost. */
    @ParameterizedTest
    @MethodSource("policies")
    void aCrashAtAnyPointIsSettled(IfExists policy) throws Exception {
        for (int stop = 0; stop < 4; stop++) {
            for (String name : names()) {
                Files.delete(folder.resolve(name));
            }
            write("clip.mp4", "old");
            PartFile part = part("clip.mp4", "t1", "new");
            List<Placing> ledger = new ArrayList<>();
            crashAfter(stop, part, policy, ledger);
            Optional<List<Placed>> settled = new Placer().settle(ledger, intents -> {});
            assertThat(settled).as("after %d", stop).isPresent();
            assertThat(Files.readString(settled.get().getFirst().path())).isEqualTo("new");
            assertThat(contents()).as("after %d", stop)
                    .isEqualTo(policy == IfExists.REPLACE ? Set.of("new") : Set.of("new", "old"));
            assertThat(names()).noneMatch(n -> n.startsWith("."));
        }
    }

    static Stream<IfExists> policies() {
        return Stream.of(IfExists.RENAME, IfExists.REPLACE);
    }

    private void crashAfter(int moves, PartFile part, IfExists policy, List<Placing> ledger) throws FailedException {
        int[] left = {moves};
        NoReplace crashing = (from, to) -> {
            if (left[0]-- <= 0) {
                throw new Crash();
            }
            NoReplace.ofThisSystem().move(from, to);
        };
        try {
            new Placer(crashing).place(List.of(part), rules(policy), intents -> {
                ledger.clear();
                ledger.addAll(intents);
            });
        } catch (Crash crash) {
            assertThat(ledger).isNotEmpty();
        }
    }

    private static final class Crash extends RuntimeException {
    }

    @Test
    void aLostPartFileMeansTheTaskRunsAgainAndTheOldOneIsBack() throws Exception {
        write("clip.mp4", "old");
        PartFile part = part("clip.mp4", "t1", "new");
        List<Placing> ledger = new ArrayList<>();
        crashAfter(1, part, IfExists.REPLACE, ledger);
        Files.delete(part.path());
        assertThat(new Placer().settle(ledger, intents -> {})).isEmpty();
        assertThat(names()).containsExactly("clip.mp4");
        assertThat(read("clip.mp4")).isEqualTo("old");
    }

    /** Two tasks may have written down the same free name; the second crash comes before the first settling was written down. */
    @Test
    void aSecondCrashWhileSettlingMakesNoSecondOutput() throws Exception {
        write("clip.mp4", "other");
        PartFile part = part("clip.mp4", "t1", "new");
        List<Placing> ledger = new ArrayList<>();
        crashAfter(0, part, IfExists.RENAME, ledger);
        write("clip-2.mp4", "its neighbour");
        Placing.Ledger again = intents -> {
            ledger.clear();
            ledger.addAll(intents);
        };
        new Placer().settle(List.copyOf(ledger), again);
        assertThat(new Placer().settle(List.copyOf(ledger), again)).isPresent();
        assertThat(names()).containsExactlyInAnyOrder("clip.mp4", "clip-2.mp4", "clip-3.mp4");
    }

    @Test
    void halfOfALinkIsFinished() throws Exception {
        PartFile part = part("clip.mp4", "t1", "new");
        Placing intent = new Placing(part.path(), folder.resolve("clip.mp4"), folder.resolve("clip.mp4"), Optional.empty(),
                Stamp.of(part.path()));
        Files.createLink(intent.target(), intent.part());
        assertThat(new Placer().settle(List.of(intent), intents -> {})).isPresent();
        assertThat(names()).containsExactly("clip.mp4");
    }

    @Test
    void sealingKeepsTheDate() throws Exception {
        PartFile part = part("clip.mp4", "t1", "new");
        FileTime then = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
        part.seal(Optional.of(then));
        place(new Placer(), part, IfExists.FAIL);
        assertThat(Files.getLastModifiedTime(folder.resolve("clip.mp4"))).isEqualTo(then);
    }

    @Test
    void partFilesAreHiddenBesideTheirTargetAndFitAnyDisk() {
        assertThat(PartFile.of(folder.resolve("clip.mp4"), "abc", 2, 0).path()).isEqualTo(folder.resolve(".clip.mp4.abc-2.part"));
        PartFile odd = PartFile.of(folder.resolve("%03d\n" + "é".repeat(120) + ".mp4"), "abc", 2, 1);
        assertThat(odd.path().getFileName().toString()).startsWith("._03d_é").endsWith(".abc-2-1.part");
        assertThat(SafeName.bytes(odd.path().getFileName().toString())).isLessThanOrEqualTo(255);
    }

    @Test
    void sweepingTakesOnlyPartFilesOfItsTasks() throws Exception {
        part("a.mp4", "mine", "x");
        part("%d\n.mp4", "mine", "x");
        part("b.mp4", "other", "x");
        write("film.mine-1.part", "not hidden, not ours");
        write(".kept.mp4.mine-1.old", "set aside");
        PartFile.sweep(folder, List.of("mine"));
        assertThat(names()).containsExactlyInAnyOrder(".b.mp4.other-1.part", "film.mine-1.part", ".kept.mp4.mine-1.old");
        PartFile.sweep(folder.resolve("gone"), List.of("mine"));
    }

    @Test
    void theKernelIsAskedWhereItCan() throws Exception {
        assertThat(NoReplace.Kernel.find()).isPresent();
        Path odd = write("é🎬 \"x\"", "1");
        assertThat(NoReplace.Kernel.find().get().moved(odd, folder.resolve("ü"))).isTrue();
        assertThat(names()).containsExactly("ü");
    }

    private Rules rules(IfExists policy) {
        return new Rules(policy, List.of(), path -> false);
    }

    private List<Placed> place(Placer placer, PartFile part, IfExists policy) throws FailedException {
        return placer.place(List.of(part), rules(policy), intents -> {});
    }

    private PartFile part(String name, String task, String content) throws IOException {
        PartFile part = PartFile.of(folder.resolve(name), task, 1, 0);
        Files.writeString(part.path(), content);
        return part;
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).toList();
        }
    }

    private Set<String> contents() throws IOException {
        Set<String> all = new java.util.HashSet<>();
        for (String name : names()) {
            all.add(read(name));
        }
        return all;
    }

    private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(FailedException.class, work).failure();
    }
}
