package io.reelbench.engine.queue;

import io.reelbench.engine.queue.TaskStore.Change;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that opens, writes and closes the database. What waits together is written, committed and brought to the disk together. */
final class StoreWriter {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);
    /** Of one transaction. */
    private static final int MOST_ROWS = 1000;

    private sealed interface Work {
    }

    private record Saving(Change change, CompletableFuture<Void> written) implements Work {
    }

    private record Ending() implements Work {
    }

    /**
     * What opening found.
     *
     * @param journal the line of the journal up to which it has everything
     */
    record Opened(List<Database.Found> rows, long journal) {
    }

    private final Journal journal;
    private final TaskJson json;
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();
    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean closed;
    private volatile Database database;
    private Throwable broken;

    StoreWriter(Journal journal, TaskJson json, Callable<Database> opener) {
        this.journal = journal;
        this.json = json;
        this.thread = Thread.ofPlatform().name("reelbench-store").daemon().start(() -> live(opener));
    }

    /** Waits for the database. One that hangs is left behind: it closes by itself should it ever come back. */
    Opened opened(Duration patience) throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return opened.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            opened.cancel(false);
            throw e;
        }
    }

    /** Another connection to the database, for reading. */
    Connection another() throws SQLException {
        Database open = database;
        if (open == null) {
            throw new SQLException("the database is not open");
        }
        return open.another();
    }

    CompletableFuture<Void> save(Change change) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        synchronized (waiting) {
            if (closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("closed"));
            }
            waiting.add(new Saving(change, written));
        }
        return written;
    }

    void close() {
        synchronized (waiting) {
            closed = true;
            waiting.add(new Ending());
        }
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void live(Callable<Database> opener) {
        try {
            database = opener.call();
            if (opened.complete(new Opened(database.lockedRows(), database.journalNumber()))) {
                writeAll();
            }
            close(database);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            close(database); // first of all: the file is about to be moved
            opened.completeExceptionally(e);
        }
    }

    private static void close(Database database) {
        try {
            if (database != null) {
                database.close();
            }
        } catch (SQLException e) {
            LOG.error("The list of tasks could not be closed", e);
        }
    }

    private void writeAll() throws InterruptedException {
        boolean more = true;
        while (more) {
            List<Saving> group = new ArrayList<>();
            int rows = 0;
            Work next = waiting.take();
            while (next instanceof Saving saving) {
                group.add(saving);
                rows += saving.change.put().size();
                next = rows < MOST_ROWS ? waiting.poll() : null;
            }
            more = next == null;
            write(group);
        }
    }

    private void write(List<Saving> group) {
        try {
            if (broken == null) {
                commit(group.stream().map(Saving::change).toList());
            }
        } catch (SQLException | IOException | RuntimeException | Error e) {
            LOG.error("The list of tasks could not be written", e);
            broken = e;
        }
        for (Saving saving : group) {
            if (broken == null) {
                saving.written.complete(null);
            } else {
                saving.written.completeExceptionally(broken);
            }
        }
    }

    private void commit(List<Change> changes) throws SQLException, IOException {
        List<String> removed = changes.stream().flatMap(c -> c.removed().stream()).toList();
        // the journal must not bring back what is gone
        boolean durable = !removed.isEmpty() || changes.stream().anyMatch(Change::durable);
        Map<String, Task> latest = new LinkedHashMap<>();
        changes.forEach(c -> c.put().forEach(task -> latest.put(task.id(), task)));
        List<TaskRow> rows = latest.values().stream().map(json::row).toList();
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            commit(rows.subList(from, Math.min(rows.size(), from + MOST_ROWS)), List.of(), durable);
        }
        if (!removed.isEmpty()) {
            commit(List.of(), removed, durable);
        }
    }

    /** The journal comes first: what it alone knows was never called safe, but what was called safe it knows. */
    private void commit(List<TaskRow> rows, List<String> removed, boolean durable) throws SQLException, IOException {
        if (durable) {
            journal.append(rows, removed);
        }
        database.write(rows, removed, journal.number());
        if (durable) {
            database.sync();
            if (journal.isLong()) {
                journal.compact(database.openRows());
            }
        }
    }
}
