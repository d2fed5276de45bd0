package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import java.nio.file.Path;

/** What becomes of a clip's cover: {@code keep}, {@code strip}, or a picture in a file (.jpg, .png). */
public record CoverPicture(Keeping<Path> choice) {

    public static final CoverPicture KEPT = new CoverPicture(Keeping.kept());

    public static CoverPicture parse(String text) throws BadValue {
        return new CoverPicture(Keeping.parse(text, SideFiles::path));
    }

    @Override
    public String toString() {
        return choice.written(Path::toString);
    }
}
