package io.reelbench.app.making;

import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Schema;
import java.nio.file.Path;
import java.util.Optional;

/** Where things go that are made of words. */
public record MadePlace(@Ask(value = "Folder", help = "What is made is kept here.") Optional<Path> folder) {

    static final String FOLDER = "folder";

    public MadePlace() {
        this(Optional.empty());
    }

    public static Schema<MadePlace> schema() {
        return Schema.of(MadePlace.class);
    }
}
