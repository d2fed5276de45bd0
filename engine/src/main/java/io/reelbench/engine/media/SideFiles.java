package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths of files beside the clip. */
final class SideFiles {

    private SideFiles() {}

    static Path path(String text) throws BadValue {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException wrong) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_SIDE_FILE.with(text));
        }
        throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_SIDE_FILE.with(text));
    }
}
