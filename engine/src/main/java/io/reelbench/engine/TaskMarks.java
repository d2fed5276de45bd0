package io.reelbench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks with which something was done once and is not to be done again, in a file. Safe for any thread. */
final class TaskMarks {

    private static final Logger LOG = LoggerFactory.getLogger(TaskMarks.class);

    private final Path file;
    private final Set<String> ids = new HashSet<>();

    TaskMarks(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                ids.addAll(Files.readAllLines(file));
            }
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read", file, unreadable);
        }
    }

    synchronized boolean has(String task) {
        return ids.contains(task);
    }

    /** Whether it was not marked before. It lasts from {@link #keep} on. */
    synchronized boolean add(String task) {
        return ids.add(task);
    }

    /** The mark of a task outlives the program from now on. */
    synchronized void keep(String task) {
        try {
            ids.add(task);
            Files.createDirectories(file.getParent());
            Files.writeString(file, task + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            LOG.warn("{} is not noted in {}", task, file, full);
        }
    }

    /** Only the marks of these last. */
    synchronized void retain(Collection<String> tasks) {
        ids.retainAll(Set.copyOf(tasks));
        try {
            if (Files.exists(file)) {
                Files.write(file, ids);
            }
        } catch (IOException full) {
            LOG.warn("{} stays as it was", file, full);
        }
    }
}
