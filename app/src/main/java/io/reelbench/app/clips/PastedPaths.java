package io.reelbench.app.clips;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files named in a text: a line each, as paths or as {@code file:} addresses. Pure. */
final class PastedPaths {

    private PastedPaths() {}

    static List<Path> in(String text, Path home) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).flatMap(line -> path(line, home).stream())
                .distinct()
                .toList();
    }

    private static Optional<Path> path(String line, Path home) {
        String bare = unquoted(line);
        try {
            if (bare.regionMatches(true, 0, "file:", 0, 5)) {
                return address(bare);
            }
            Path path = bare.startsWith("~/") ? home.resolve(bare.substring(2)) : Path.of(bare);
            return Optional.of(path).filter(Path::isAbsolute);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noPath) {
            return Optional.empty();
        }
    }

    /** With a host, as some file managers write it, or without. */
    private static Optional<Path> address(String text) throws URISyntaxException {
        String path = new URI(text.replace(" ", "%20")).getPath();
        return path == null ? Optional.empty() : Optional.of(Path.of(new URI("file", null, path, null)));
    }

    private static String unquoted(String line) {
        return Stream.of("\"", "'").filter(q -> line.length() > 2 && line.startsWith(q) && line.endsWith(q)).findFirst()
                .map(_ -> line.substring(1, line.length() - 1)).orElse(line);
    }
}
