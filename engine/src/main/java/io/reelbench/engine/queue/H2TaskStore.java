package io.reelbench.engine.queue;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps tasks in an H2 file, and the open ones in a {@link Journal} as well. A task that was called safe survives {@code kill -9} and a
 * power cut; a file that cannot be opened any more is kept, and what was open comes back from the journal.
 */
public final class H2TaskStore implements TaskStore {

    private static final Logger LOG = LoggerFactory.getLogger(H2TaskStore.class);
    private static final String NAME = "queue";
    /** A hanging database blocks its name in this process, so the new one gets another name until the next start. */
    private static final String RESTORED = "queue-restored";
    private static final String ENDING = ".mv.db";
    private static final int IN_USE = 90020;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LEAST_SPACE = 1024 * 1024;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /** Opens a database of a folder; a seam for tests of one that hangs. */
    @FunctionalInterface
    interface Opener {
        Database open(Path folder, String name) throws SQLException;
    }

    private final Path folder;
    private final InstantSource clock;
    private final Opener opener;
    private final Duration patience;
    private final TaskJson json = new TaskJson();
    private final Journal journal;
    private final StoreWriter writer;
    private final H2Archive archive;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final List<Text> troubles = new ArrayList<>();

    /** Opens or makes the store of a folder, which must be locked for this program. Fails when the disk does not let it. */
    public static H2TaskStore open(Path folder, InstantSource clock) throws FailedException {
        return new H2TaskStore(folder, clock, Database::new, PATIENCE);
    }

    H2TaskStore(Path folder, InstantSource clock, Opener opener, Duration patience) throws FailedException {
        this.folder = folder;
        this.clock = clock;
        this.opener = opener;
        this.patience = patience;
        try {
            Files.createDirectories(folder);
            takeRestored();
            this.journal = new Journal(folder, json);
        } catch (IOException e) {
            throw new FailedException(new Failure.NoWrite(folder.toString()), e);
        }
        this.writer = opened();
        this.archive = new H2Archive(writer::another, json);
    }

    /** The database of the last start becomes the usual one. */
    private void takeRestored() throws IOException {
        if (Files.exists(file(RESTORED))) {
            if (Files.exists(file(NAME))) {
                Files.move(file(NAME), aside());
            }
            Files.move(file(RESTORED), file(NAME));
        }
    }

    private StoreWriter opened() throws FailedException {
        StoreWriter usual = new StoreWriter(journal, json, () -> opener.open(folder, NAME));
        try {
            load(usual.opened(patience), usual);
            return usual;
        } catch (ExecutionException e) {
            usual.close();
            return anew(e.getCause());
        } catch (TimeoutException e) {
            return anew(new TimeoutException("it did not open within " + patience.toSeconds() + " s"));
        } catch (IOException e) {
            throw new FailedException(new Failure.NoRead(folder.toString()), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Keeps the file that does not open, and begins a new one with what the journal knows. */
    private StoreWriter anew(Throwable why) throws FailedException {
        refuseUnlessItIsTheFile(why);
        LOG.error("The list of tasks could not be opened", why);
        tasks.clear();
        try {
            Path kept = aside();
            Files.move(file(NAME), kept);
            StoreWriter fresh = new StoreWriter(journal, json, () -> opener.open(folder, RESTORED));
            int restored = load(fresh.opened(PATIENCE), fresh);
            troubles.clear();
            troubles.add(QueueWords.MOVED_ASIDE.with(why.getMessage(), kept, restored));
            return fresh;
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new FailedException(new Failure.Internal(String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A full disk or another program must not cost a good file its name. */
    private void refuseUnlessItIsTheFile(Throwable why) throws FailedException {
        if (why instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
            throw new FailedException(new Failure.Internal(QueueWords.IN_USE.with().toString()), why);
        } else if (!Files.isWritable(folder) || Files.exists(file(NAME)) && !Files.isWritable(file(NAME))) {
            throw new FailedException(new Failure.NoWrite(folder.toString()), why);
        } else if (folder.toFile().getUsableSpace() < LEAST_SPACE) {
            throw new FailedException(new Failure.DiskFull(folder.toString()), why);
        } else if (!Files.exists(file(NAME))) {
            throw new FailedException(new Failure.Internal(String.valueOf(why.getMessage())), why);
        }
    }

    private static FailedException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new FailedException(new Failure.Internal("interrupted"), e);
    }

    /** Takes the sound rows, and from the journal what is missing or damaged among the open tasks; says how many those are. */
    private int load(StoreWriter.Opened found, StoreWriter into)
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        List<String> damaged = new ArrayList<>();
        for (Database.Found one : found.rows()) {
            if (!one.whole() || !taken(one.row())) {
                damaged.add(one.row().id());
            }
        }
        List<Task> restored = new ArrayList<>();
        long missed = 0;
        for (Journal.Known known : journal.found().values()) {
            if (!tasks.containsKey(known.id()) && isOpen(known) && journal.row(known).filter(this::taken).isPresent()) {
                restored.add(tasks.get(known.id()));
                // what only the last lines know was cut off between the two, and was never called safe: nothing to worry about
                missed += known.number() <= found.journal() ? 1 : 0;
            }
        }
        List<String> lost = damaged.stream().filter(id -> !tasks.containsKey(id)).toList();
        if (!restored.isEmpty() || !lost.isEmpty()) {
            into.save(new Change(restored, lost, true)).get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (missed > 0) {
            troubles.add(QueueWords.RESTORED.with(missed));
        }
        if (!lost.isEmpty()) {
            troubles.add(QueueWords.LOST.with(lost.size()));
        }
        return restored.size();
    }

    private boolean isOpen(Journal.Known known) {
        return journal.row(known).filter(row -> !Database.isOver(row)).isPresent();
    }

    private boolean taken(TaskRow row) {
        try {
            tasks.put(row.id(), json.task(row));
            return true;
        } catch (IllegalArgumentException notOurs) {
            LOG.error("A row cannot be read: {}", row.id(), notOurs);
            return false;
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    private Path aside() {
        return folder.resolve(NAME + ".corrupt-" + WHEN.format(clock.instant()) + ENDING);
    }

    @Override
    public List<Task> tasks() {
        return List.copyOf(tasks.values());
    }

    @Override
    public List<Text> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public CompletableFuture<Void> save(Change change) {
        return writer.save(change);
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public void close() {
        archive.close();
        writer.close();
        try {
            journal.close();
        } catch (IOException e) {
            LOG.error("The journal could not be closed", e);
        }
    }
}
