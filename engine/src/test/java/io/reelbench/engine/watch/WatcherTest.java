package io.reelbench.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files in real folders, looked at when the test says so. */
class WatcherTest {

    @TempDir
    private Path folder;
    private Path in;
    private Instant now;
    private final Queue queue = new Queue();
    private final Set<Path> open = new HashSet<>();
    private WatchList list;

    /** Takes what it is given, and can be made to refuse. */
    private static final class Queue implements Hands {

        private final List<Path> given = new ArrayList<>();
        private final Set<Path> ours = new HashSet<>();
        private boolean refuses;
        private boolean dies;

        @Override
        public void submit(Watched watched, List<Path> files) throws FailedException {
            if (refuses) {
                throw new FailedException(new Failure.DiskFull("/"));
            } else if (dies) {
                throw new IllegalStateException("the power went");
            }
            given.addAll(files);
        }

        @Override
        public boolean isOurs(Path file) {
            return ours.contains(file);
        }

        @Override
        public boolean has(Path file, long bytes, long modifiedMs, long sinceMs) {
            return given.contains(file);
        }
    }

    @BeforeEach
    void folders() throws Exception {
        in = Files.createDirectory(folder.resolve("in"));
        now = Instant.now();
        RecipeReader recipes = new RecipeReader(new Catalog());
        list = new WatchList(folder.resolve("config"), recipes, name -> name.equals("Small")
                ? recipes.read("{\"schema\":1,\"name\":\"Small\",\"steps\":[{\"op\":\"compress\"}]}").value()
                : name.equals("Join")
                        ? recipes.read("{\"schema\":1,\"name\":\"Join\",\"steps\":[{\"op\":\"concat\"}]}").value()
                        : Optional.empty());
    }

    private Watched watch(String... more) throws Exception {
        Map<String, List<String>> given = new java.util.LinkedHashMap<>(
                Map.of("folder", List.of(in.toString()), "preset", List.of("Small"), "settle", List.of("5")));
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], List.of(more[i + 1]));
        }
        return list.add(given).value().orElseThrow();
    }

    private Watcher watcher() throws Exception {
        return new Watcher(list, SeenFiles.open(folder.resolve("data")), queue, () -> now, open::contains);
    }

    /** Written just now, as a copy under way is. */
    private Path write(String name, int bytes) throws Exception {
        Path file = in.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(now));
        return file;
    }

    /** Its content is older, as of a file that was moved in. */
    private Path moveIn(String name) throws Exception {
        Path outside = Files.write(folder.resolve("outside"), new byte[10]);
        Files.setLastModifiedTime(outside, FileTime.from(now.minusSeconds(3600)));
        Path file = in.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.move(outside, file);
    }

    private void pass(Watcher watcher, int seconds) throws Exception {
        now = now.plusSeconds(seconds);
        watcher.tick();
    }

    @Test
    void aFileIsTakenWhenItHasStoppedGrowing() throws Exception {
        Watched watched = watch();
        try (Watcher watcher = watcher()) {
            pass(watcher, 0);
            now = now.plusSeconds(31);
            Path film = write("film.mp4", 10);
            pass(watcher, 0);
            pass(watcher, 2);
            write("film.mp4", 20);
            pass(watcher, 4);
            write("film.mp4", 30);
            pass(watcher, 3);
            assertThat(queue.given).as("it grows").isEmpty();
            assertThat(watcher.states().get(watched.id()).growing()).isEqualTo(1);
            pass(watcher, 5);
            assertThat(queue.given).containsExactly(film);
            WatchState state = watcher.states().get(watched.id());
            assertThat(state.taken()).isEqualTo(1);
            assertThat(state.last()).contains(film);
            pass(watcher, 60);
            pass(watcher, 60);
            assertThat(queue.given).as("once").hasSize(1);
        }
    }

    @Test
    void whatIsMovedInIsTakenAtOnceUnlessSomebodyStillWritesIt() throws Exception {
        watch();
        try (Watcher watcher = watcher()) {
            pass(watcher, 0);
            Path film = moveIn("film.mp4");
            Path written = moveIn("written.mp4");
            moveIn("notes.txt");
            moveIn(".hidden.mp4");
            open.add(written);
            pass(watcher, 31);
            assertThat(queue.given).containsExactly(film);
            open.clear();
            pass(watcher, 1);
            assertThat(queue.given).containsExactly(film, written);
        }
    }

    @Test
    void theSystemTellsOfNewFilesBeforeTheSlowLook() throws Exception {
        watch();
        try (Watcher watcher = watcher()) {
            pass(watcher, 0);
            Path film = moveIn("film.mp4");
            Path deep = moveIn("below/deep.mp4");
            org.awaitility.Awaitility.await().until(() -> {
                pass(watcher, 0);
                return queue.given.containsAll(List.of(film, deep));
            });
        }
    }

    @Test
    void aRestartDoesNothingTwiceAndMissesNothing() throws Exception {
        watch();
        Path first;
        try (Watcher watcher = watcher()) {
            first = moveIn("first.mp4");
            pass(watcher, 0);
        }
        Path second = moveIn("second.mp4");
        try (Watcher watcher = watcher()) {
            pass(watcher, 0);
            pass(watcher, 60);
        }
        assertThat(queue.given).containsExactly(first, second);
        write("first.mp4", 99);
        try (Watcher watcher = watcher()) {
            pass(watcher, 60);
        }
        assertThat(queue.given).as("another file of that name is another file").containsExactly(first, second, first);
    }

    @Test
    void whatWasAboutToBeGivenIsGivenOnceAfterACrash() throws Exception {
        watch();
        Path film = moveIn("film.mp4");
        queue.dies = true;
        try (Watcher watcher = watcher()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> pass(watcher, 0)).hasMessage("the power went");
        }
        queue.dies = false;
        try (Watcher watcher = watcher()) {
            pass(watcher, 0);
        }
        assertThat(queue.given).as("it had not got there").containsExactly(film);
    }

    @Test
    void whatTheQueueHadBeforeACrashIsNotGivenAgain() throws Exception {
        watch();
        Path film = moveIn("film.mp4");
        queue.given.add(film);
        queue.dies = true;
        try (Watcher watcher = watcher()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> pass(watcher, 0)).hasMessage("the power went");
        }
        queue.dies = false;
        try (Watcher watcher = watcher()) {
            pass(watcher, 0);
            assertThat(watcher.states().values()).allMatch(s -> s.taken() == 1);
        }
        assertThat(queue.given).containsExactly(film);
    }

    @Test
    void aFolderThatIsGoneIsOfflineAndGoesOnWhenItIsBack() throws Exception {
        Watched watched = watch();
        try (Watcher watcher = watcher()) {
            pass(watcher, 0);
            Path away = Files.move(in, folder.resolve("unplugged"));
            pass(watcher, 31);
            assertThat(watcher.states().get(watched.id()).offline()).isTrue();
            Files.move(away, in);
            Path film = moveIn("film.mp4");
            pass(watcher, 31);
            assertThat(watcher.states().get(watched.id()).offline()).isFalse();
            assertThat(queue.given).containsExactly(film);
        }
    }

    @Test
    void outputsInTheWatchedFolderAreNeverTaken() throws Exception {
        watch("to", in.resolve("out").toString());
        try (Watcher watcher = watcher()) {
            moveIn("out/film-small.mp4");
            queue.ours.add(moveIn("made-here.mp4"));
            Path film = moveIn("film.mp4");
            pass(watcher, 0);
            pass(watcher, 60);
            assertThat(queue.given).containsExactly(film);
        }
    }

    @Test
    void foldersBelowAndFilesThereAlreadyAreLeftWhenThatWasAsked() throws Exception {
        moveIn("old.mp4");
        watch("subfolders", "no", "existing", "no");
        try (Watcher watcher = watcher()) {
            pass(watcher, 0);
            moveIn("below/deep.mp4");
            Path fresh = moveIn("fresh.mp4");
            pass(watcher, 31);
            assertThat(queue.given).containsExactly(fresh);
        }
    }

    @Test
    void pausedNothingIsTakenAndRemovedNothingIsLookedAt() throws Exception {
        Watched watched = watch();
        list.pause(watched.id(), true);
        try (Watcher watcher = watcher()) {
            Path film = moveIn("film.mp4");
            pass(watcher, 60);
            assertThat(queue.given).isEmpty();
            list.pause(watched.id(), false);
            pass(watcher, 1);
            assertThat(queue.given).containsExactly(film);
            Watched gone = list.remove(watched.id()).orElseThrow();
            moveIn("later.mp4");
            pass(watcher, 60);
            assertThat(queue.given).hasSize(1);
            assertThat(watcher.states()).isEmpty();
            list.putBack(gone);
            pass(watcher, 1);
            assertThat(queue.given).as("what it had done is remembered").hasSize(2);
        }
    }

    @Test
    void aQueueThatRefusesIsSaidAndAskedAgain() throws Exception {
        Watched watched = watch();
        queue.refuses = true;
        try (Watcher watcher = watcher()) {
            Path film = moveIn("film.mp4");
            pass(watcher, 0);
            assertThat(watcher.states().get(watched.id()).trouble().map(Text::toString)).hasValueSatisfying(
                    t -> assertThat(t).contains("film.mp4", "full"));
            queue.refuses = false;
            pass(watcher, 31);
            assertThat(queue.given).containsExactly(film);
        }
    }

    @Test
    void aMemoryThatCannotBeReadDoesNotDoEverythingAgain() throws Exception {
        watch();
        try (Watcher watcher = watcher()) {
            moveIn("film.mp4");
            pass(watcher, 0);
        }
        Path file = folder.resolve("data").resolve("watched.mv.db");
        try (FileChannel broken = FileChannel.open(file, StandardOpenOption.WRITE)) {
            broken.truncate(100);
        }
        try (Watcher watcher = watcher()) {
            assertThat(watcher.troubles()).hasSize(1);
            pass(watcher, 0);
            Path fresh = moveIn("fresh.mp4");
            pass(watcher, 60);
            assertThat(queue.given).hasSize(2).endsWith(fresh);
        }
    }

    @Test
    void whatCannotBeWatchedIsSaid() throws Exception {
        watch();
        assertThat(problems("folder", in.toString(), "preset", "Small")).containsExactly("folder");
        assertThat(problems("folder", folder.resolve("b").toString(), "preset", "None")).containsExactly("preset");
        assertThat(problems("folder", folder.resolve("b").toString(), "preset", "Join")).containsExactly("preset");
        assertThat(problems("preset", "Small", "settle", "0")).contains("settle");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(problems("folder", file.toString(), "preset", "Small")).containsExactly("folder");
    }

    private List<String> problems(String... given) throws Exception {
        Map<String, List<String>> all = new java.util.LinkedHashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            all.put(given[i], List.of(given[i + 1]));
        }
        return list.add(all).problems().stream().map(p -> p.option()).toList();
    }

    @Test
    void aListThatCannotBeReadIsKeptAside() throws Exception {
        watch();
        Path file = folder.resolve("config").resolve("watch-folders.json");
        Files.writeString(file, "{ no");
        assertThat(list.all()).isEmpty();
        assertThat(list.troubles()).hasSize(1);
        assertThat(folder.resolve("config").resolve("watch-folders.unreadable.json")).exists();
    }

    @Test
    void aFileOpenForWritingIsKnownOnLinux() throws Exception {
        Path film = write("film.mp4", 10);
        if (Files.isDirectory(Path.of("/proc/self/fd"))) {
            try (FileChannel writing = FileChannel.open(film, StandardOpenOption.WRITE)) {
                assertThat(OpenFiles.isWritten(film)).isTrue();
                assertThat(writing.isOpen()).isTrue();
            }
        }
        assertThat(OpenFiles.isWritten(film)).isFalse();
    }
}
