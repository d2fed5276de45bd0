package io.reelbench.engine.local;

import io.reelbench.engine.output.Faults;
import io.reelbench.engine.plan.Bring;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the users' files that filters name into a folder of ours. */
final class Brought {

    private Brought() {}

    /** As a link; where links are not allowed, as a copy. */
    static void into(Path folder, Bring file) throws FailedException {
        Path place = folder.resolve(file.name());
        if (!Files.isReadable(file.file())) {
            throw new FailedException(new Failure.Missing(file.file().toString()));
        }
        try {
            Files.deleteIfExists(place);
            Files.createSymbolicLink(place, file.file());
        } catch (IOException | UnsupportedOperationException noLinks) {
            copy(file, place);
        }
    }

    private static void copy(Bring file, Path place) throws FailedException {
        try {
            Files.copy(file.file(), place);
        } catch (IOException e) {
            throw Faults.writing(place.getParent(), e);
        }
    }
}
