package io.reelbench.engine.cloud.wire;

import java.nio.file.Path;
import java.util.List;

/** What a request carries. Files are streamed from the disk. */
public sealed interface Body {

    record None() implements Body {
    }

    /** @param bytes of a JSON text */
    record Json(byte[] bytes) implements Body {
    }

    /** A file as it is. */
    record Raw(Path file, String type) implements Body {
    }

    /** A form of several parts. */
    record Form(List<Part> parts) implements Body {
    }

    sealed interface Part {
    }

    record Field(String name, String value) implements Part {
    }

    /** @param as the file's name as the other side sees it */
    record Attached(String name, Path file, String as, String type) implements Part {
    }
}
