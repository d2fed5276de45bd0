package io.reelbench.engine.cloud.task;

import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps passages, each in a small file of its own, which survives the end of the program and a power cut once {@link #put} returns. */
final class Passages {

    private static final Logger LOG = LoggerFactory.getLogger(Passages.class);
    private static final String ENDING = ".json";

    /** What an earlier version did not write is as if it were not so. */
    private final JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private final Path folder;

    Passages(Path folder) {
        this.folder = folder;
    }

    synchronized Optional<Passage> find(String task) throws FailedException {
        Path file = file(task);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(Files.readString(file), Passage.class));
        } catch (IOException | JacksonException e) {
            throw Faults.writing(folder, e instanceof IOException io ? io : new IOException(e));
        }
    }

    synchronized void put(Passage passage) throws FailedException {
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(passage.task() + ".new");
            try (FileChannel open = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsString(passage).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    open.write(bytes);
                }
                open.force(true);
            }
            Files.move(fresh, file(passage.task()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync();
        } catch (IOException e) {
            throw Faults.writing(folder, e);
        }
    }

    /** Systems that cannot open a folder write names down by themselves. */
    private void sync() {
        try (FileChannel open = FileChannel.open(folder)) {
            open.force(true);
        } catch (IOException notHere) {
            LOG.debug("{} is not synced", folder, notHere);
        }
    }

    /** Where files lie that one job of a task made and the next goes on with; a folder that is there. */
    Path folder() {
        return folder.resolve("between");
    }

    /**
     * Where such a file lies.
     *
     * @param leg    of the job that goes on with it
     * @param ending without a dot
     */
    Path between(String task, int leg, String ending) throws FailedException {
        try {
            Files.createDirectories(folder());
        } catch (IOException e) {
            throw Faults.writing(folder, e);
        }
        return folder().resolve(task + "-" + leg + "." + ending);
    }

    /** Makes such a file survive a power cut. */
    void sync(Path file) throws FailedException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.force(true);
        } catch (IOException e) {
            throw Faults.writing(folder, e);
        }
    }

    /** With all that its jobs left here. */
    synchronized void remove(String task) {
        try {
            if (Files.isDirectory(folder())) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), checked(task) + "-*")) {
                    for (Path each : files) {
                        Files.deleteIfExists(each);
                    }
                }
            }
            Files.deleteIfExists(file(task));
        } catch (IOException e) {
            LOG.warn("What is known of {} stays", task, e);
        }
    }

    /** All that are not over. */
    synchronized List<Passage> all() throws FailedException {
        List<Passage> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    find(name.substring(0, name.length() - ENDING.length())).ifPresent(all::add);
                }
            } catch (IOException e) {
                throw Faults.writing(folder, e);
            }
        }
        return all;
    }

    private Path file(String task) {
        return folder.resolve(checked(task) + ENDING);
    }

    private static String checked(String task) {
        if (!task.matches("[0-9a-z]{1,40}")) {
            throw new IllegalArgumentException(task);
        }
        return task;
    }
}
