package io.reelbench.engine.cloud.provider;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file and where it stands in a request.
 *
 * @param pointer of the place in the request's JSON, for example {@code /inputUrl} or {@code /files/0}
 * @param file    of ours; empty for what the job before made
 */
public record Slot(String pointer, Optional<Path> file, Kind kind) {

    public enum Kind {
        FILM, SOUND, PICTURE, TEXT
    }

    public static Slot of(String pointer, Path file, Kind kind) {
        return new Slot(pointer, Optional.of(file), kind);
    }
}
