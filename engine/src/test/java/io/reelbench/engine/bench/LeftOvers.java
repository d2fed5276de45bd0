package io.reelbench.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a finished queue must not leave: part files, files set aside, pieces. */
final class LeftOvers {

    private LeftOvers() {}

    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(LeftOvers::isLeft).toList();
        }
    }

    private static boolean isLeft(Path path) {
        String name = path.getFileName().toString();
        boolean piece = path.getParent() != null && path.getParent().endsWith("scratch");
        return name.endsWith(".part") || name.endsWith(".old") || piece;
    }
}
