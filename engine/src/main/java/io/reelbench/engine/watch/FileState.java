package io.reelbench.engine.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file as it is at a moment.
 *
 * @param modifiedMs milliseconds since 1970
 */
record FileState(Path file, long bytes, long modifiedMs) {

    static FileState of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(file, now.size(), now.lastModifiedTime().toMillis());
    }
}
