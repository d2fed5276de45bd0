package io.reelbench.engine.cloud.provider;

import java.nio.file.Path;

/**
 * A file of ours and where it stands in a request.
 *
 * @param pointer of the place in the request's JSON, for example {@code /inputUrl} or {@code /files/0}
 */
public record Slot(String pointer, Path file, Kind kind) {

    public enum Kind {
        FILM, SOUND, PICTURE, TEXT
    }
}
