package io.reelbench.app.desk;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Failure;
import java.util.Optional;

/** What is known of a clip's file. */
public sealed interface Facts {

    /** Nothing yet. */
    record Reading() implements Facts {
    }

    record Known(Media media) implements Facts {
    }

    /** Nothing can be made of it. */
    record Unreadable(Failure failure) implements Facts {
    }

    default Optional<Media> understood() {
        return this instanceof Known(Media media) ? Optional.of(media) : Optional.empty();
    }
}
