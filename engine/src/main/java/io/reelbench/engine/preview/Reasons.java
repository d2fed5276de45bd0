package io.reelbench.engine.preview;

import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Files;
import java.nio.file.Path;

/** The decoder's reasons in words for the clip's owner. */
final class Reasons {

    private Reasons() {}

    static Failure failure(Errand<?> errand, Reason reason, String detail) {
        String file = errand.file;
        if (!Files.exists(Path.of(errand.request().source().path()))) {
            return new Failure.Missing(file);
        }
        return switch (reason) {
            case NO_SUCH_FILE -> new Failure.Missing(file);
            case CANNOT_OPEN -> new Failure.Damaged(file, PreviewWords.NO_START.say(detail));
            case NO_FRAME -> new Failure.Damaged(file, PreviewWords.NO_FRAME.say(detail));
            case NO_TRACK -> new Failure.InputChanged(file);
            case NO_DECODER -> new Failure.Unsupported(file, detail);
            case TOO_LARGE -> new Failure.TooLarge(file, PreviewWords.PIXELS.say(detail), PreviewWords.PIXELS.say("134,000,000"));
            case NO_MEMORY -> new Failure.NoMemory(file);
            case BAD_FILTER, BROKEN -> new Failure.Internal("preview of " + file + ": " + detail);
        };
    }
}
