package io.reelbench.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a working program again and again over one and the same data folder: nothing that was promised may be lost. */
class KillTest {

    @TempDir
    Path folder;
    private final Set<String> open = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> removed = new HashSet<>();

    @Test
    void twentyKillsLoseNothing() throws Exception {
        kill(20);
    }

    /** As many as asked for with {@code -Dkills=…}. */
    @Test
    @Tag("slow")
    void manyKillsLoseNothing() throws Exception {
        kill(Integer.getInteger("kills", 200));
    }

    private void kill(int times) throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int promises = 0;
        for (int round = 0; round < times; round++) {
            // every fifth time while it is still opening and settling
            boolean early = round % 5 == 4;
            promises += liveAndDie(random.nextLong(), early,
                    Duration.ofMillis(early ? 150 + random.nextInt(600) : random.nextInt(700)));
            check("kill " + round + " of seed " + seed);
        }
        System.out.println(times + " kills, " + promises + " promises, " + done.size() + " done");
        assertThat(promises).isGreaterThan(times);
    }

    /** Lives for a while after it is ready (or, early, after its start), is killed, and returns how many promises it made. */
    private int liveAndDie(long seed, boolean early, Duration life) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), KilledEngine.class.getName(), folder.toString(), Long.toString(seed))
                .redirectError(folder.resolveSibling(folder.getFileName() + ".err").toFile()).start();
        Executor later = CompletableFuture.delayedExecutor(life.toMillis(), TimeUnit.MILLISECONDS);
        AtomicBoolean hung = new AtomicBoolean();
        CompletableFuture.delayedExecutor(25, TimeUnit.SECONDS).execute(() -> {
            hung.set(process.isAlive());
            process.destroyForcibly();
        });
        if (early) {
            later.execute(process::destroyForcibly);
        }
        int promises = 0;
        boolean ready = false;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("> ready")) {
                    ready = true;
                    later.execute(process::destroyForcibly);
                } else if (line.startsWith("> ")) {
                    note(line.substring(2));
                    promises++;
                }
            }
        } catch (IOException killed) {
            // its last words are what came before
        }
        process.waitFor();
        assertThat(hung).as("it hangs").isFalse();
        assertThat(ready || early)
                .as("it did not open: %s", Files.readString(folder.resolveSibling(folder.getFileName() + ".err")))
                .isTrue();
        return promises;
    }

    private void note(String line) {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "added" -> open.add(words[1]);
            case "done" -> done.add(words[1]);
            case "removed" -> removed.add(words[1]);
            default -> throw new AssertionError(line);
        }
    }

    private void check(String when) throws Exception {
        Map<String, String> made = outputs();
        Set<String> promised = new HashSet<>(open);
        // taken off the list in its last moment: it has left its output
        promised.removeAll(made.keySet());
        try (Database alone = new Database(folder, "queue")) {
            assertThat(alone.rows()).as(when).allMatch(Database.Found::whole);
            assertThat(alone.rows().stream().map(f -> f.row().id())).as("the database alone, %s", when).containsAll(promised);
            checkBatches(alone.rows(), made, when);
        }
        try (H2TaskStore store = H2TaskStore.open(folder, InstantSource.system())) {
            assertThat(store.troubles()).as(when).isEmpty();
            assertThat(store.tasks()).extracting(Task::id).as(when).containsAll(promised).noneMatch(removed::contains);
            assertThat(store.tasks()).as(when).allMatch(t -> !done.contains(t.id()) || t.state() == TaskState.DONE);
            assertThat(made.keySet()).as(when).containsAll(done);
            for (Task task : store.tasks()) {
                assertThat(task.outcome().results()).as(when).allMatch(r -> Files.exists(r.file()));
            }
        }
    }

    /** What was added together is there together. */
    private static void checkBatches(List<Database.Found> rows, Map<String, String> made, String when) {
        Map<String, Set<String>> batches = new HashMap<>();
        rows.forEach(f -> batches.computeIfAbsent(f.row().batch(), b -> new HashSet<>()).add(f.row().id()));
        made.forEach((id, batch) -> batches.computeIfAbsent(batch, b -> new HashSet<>()).add(id));
        batches.forEach((batch, ids) -> assertThat(ids).as("%s, %s", batch, when)
                .hasSize(Integer.parseInt(batch.substring(batch.indexOf('x') + 1))));
    }

    /** The batch of each task that has an output; no task may have two. */
    private Map<String, String> outputs() throws IOException {
        Map<String, String> made = new HashMap<>();
        if (Files.isDirectory(folder.resolve("out"))) {
            try (Stream<Path> outputs = Files.list(folder.resolve("out"))) {
                for (Path output : (Iterable<Path>) outputs.filter(o -> !o.toString().endsWith(".part"))::iterator) {
                    String[] words = Files.readString(output).split(" ");
                    assertThat(made.put(words[0], words[1])).as("twice: %s", output).isNull();
                }
            }
        }
        return made;
    }
}
