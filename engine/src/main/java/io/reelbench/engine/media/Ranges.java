package io.reelbench.engine.media;

import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a file that lists parts of a clip.
 *
 * @param parts   in the file's order; may be none
 * @param trouble why it could not be read; empty when it could
 */
public record Ranges(List<Span.Part> parts, Optional<Text> trouble) {

    public static Ranges of(List<Span.Part> parts) {
        return new Ranges(List.copyOf(parts), Optional.empty());
    }

    public static Ranges failed(Text why) {
        return new Ranges(List.of(), Optional.of(why));
    }
}
