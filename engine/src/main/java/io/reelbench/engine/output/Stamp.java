package io.reelbench.engine.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What tells that a file is still the same.
 *
 * @param bytes      size; of a folder, what its files have together
 * @param modifiedUs last change, microseconds since 1970
 * @param key        the file system's own identity; empty where it has none
 */
public record Stamp(long bytes, long modifiedUs, String key) {

    public static Stamp of(Path file, LinkOption... options) throws IOException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, options);
        String key = is.fileKey() == null ? "" : is.fileKey().toString();
        return new Stamp(is.isDirectory() ? inside(file) : is.size(), is.lastModifiedTime().to(TimeUnit.MICROSECONDS), key);
    }

    private static long inside(Path folder) throws IOException {
        long bytes = 0;
        for (Path name : Folder.inside(folder)) {
            bytes += Files.size(name);
        }
        return bytes;
    }

    /** Whether size and time agree: the key may change when a disk is mounted again. */
    boolean sameContent(Stamp other) {
        return bytes == other.bytes && modifiedUs == other.modifiedUs;
    }
}
