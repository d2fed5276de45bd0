package io.reelbench.engine;

import io.reelbench.engine.problem.Text;
import java.util.Optional;

/**
 * What came of a look at another ffmpeg.
 *
 * @param version as it calls it; empty when it cannot be used
 * @param why     it cannot
 */
public record OwnFfmpeg(Optional<String> version, Optional<Text> why) {
}
