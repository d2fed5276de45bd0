package io.reelbench.engine.reuse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that decides the bytes of a result.
 *
 * @param shape a digest of everything but what stands in the files
 * @param files those that are read, in the order that counts
 */
public record Subject(String shape, List<Path> files) {

    public Subject {
        files = List.copyOf(files);
    }

    /** @param said everything but what stands in the files: programs, steps, commands */
    public static Subject of(List<String> said, List<Path> files) {
        var digest = Digest.fresh();
        for (String text : said) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            // its length parts it from the next one
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return new Subject(Digest.hex(digest), files);
    }

    List<Long> sizes() throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (Path file : files) {
            sizes.add(Files.size(file));
        }
        return sizes;
    }

    /** What the same shape and the same contents share. */
    String key(List<String> contents) {
        return Subject.of(contents, List.of()).shape + shape;
    }
}
