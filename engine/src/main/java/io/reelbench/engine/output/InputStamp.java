package io.reelbench.engine.output;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An input as it was when work on it began. A clip that is still being copied or recorded gives an output that looks whole and is not.
 */
public record InputStamp(Path file, Stamp stamp) {

    /** Notes how the file is now; fails when it cannot be looked at. */
    public static InputStamp take(Path file) throws FailedException {
        try {
            return new InputStamp(file, Stamp.of(file));
        } catch (IOException e) {
            throw new FailedException(gone(file), e);
        }
    }

    /** What is wrong when the file is no longer as it was; empty when it is. */
    public Optional<Failure> changed() {
        try {
            boolean same = Stamp.of(file).equals(stamp);
            return same ? Optional.empty() : Optional.of(new Failure.InputChanged(file.toString()));
        } catch (IOException e) {
            return Optional.of(gone(file));
        }
    }

    private static Failure gone(Path file) {
        return Files.notExists(file) ? new Failure.Missing(file.toString()) : new Failure.NoRead(file.toString());
    }
}
