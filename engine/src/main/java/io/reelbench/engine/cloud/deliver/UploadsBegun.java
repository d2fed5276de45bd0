package io.reelbench.engine.cloud.deliver;

import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Uploads in parts that were begun and are not over, each in a small file. What is lost of it costs a second upload and nothing else. */
final class UploadsBegun {

    private static final Logger LOG = LoggerFactory.getLogger(UploadsBegun.class);

    /**
     * One.
     *
     * @param upload id of the bucket's server
     * @param stamp  of the file when it began
     * @param part   bytes of each part but the last
     */
    record Begun(String bucket, String key, String upload, String stamp, long part) {
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path folder;

    UploadsBegun(Path folder) {
        this.folder = folder;
    }

    synchronized Optional<Begun> find(String task) {
        try {
            return Files.exists(file(task))
                    ? Optional.of(json.readValue(Files.readString(file(task)), Begun.class))
                    : Optional.empty();
        } catch (IOException | JacksonException broken) {
            LOG.warn("An upload of {} begins anew", task, broken);
            return Optional.empty();
        }
    }

    synchronized void put(String task, Begun begun) throws FailedException {
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(task + ".new");
            Files.writeString(fresh, json.writeValueAsString(begun));
            Files.move(fresh, file(task), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Faults.writing(folder, e);
        }
    }

    synchronized void remove(String task) {
        try {
            Files.deleteIfExists(file(task));
        } catch (IOException e) {
            LOG.warn("What is known of an upload of {} stays", task, e);
        }
    }

    private Path file(String task) {
        return folder.resolve(task + ".upload");
    }
}
