package io.reelbench.engine;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of looking at one file.
 *
 * @param media   empty when nothing can be made of it
 * @param failure why not
 */
public record Probed(Path file, Optional<Media> media, Optional<Failure> failure) {
}
