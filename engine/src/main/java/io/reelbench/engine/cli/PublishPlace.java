package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Ask;
import java.util.Optional;

/** Where finished files go. */
public record PublishPlace(
        @Ask(value = "To", help = "The name of an account, s3://BUCKET of one, or a folder.") Optional<String> to) {

    public PublishPlace() {
        this(Optional.empty());
    }
}
