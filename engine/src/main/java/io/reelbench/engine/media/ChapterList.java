package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import java.nio.file.Path;

/** What becomes of a clip's chapters: {@code keep}, {@code strip}, or those of a list in a file (.txt, .json). */
public record ChapterList(Keeping<Path> choice) {

    public static final ChapterList KEPT = new ChapterList(Keeping.kept());

    public static ChapterList parse(String text) throws BadValue {
        return new ChapterList(Keeping.parse(text, SideFiles::path));
    }

    @Override
    public String toString() {
        return choice.written(Path::toString);
    }
}
