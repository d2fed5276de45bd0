package io.reelbench.app.viewer;

import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.preview.Frame;
import javafx.scene.image.Image;

/** What there is to see. */
sealed interface Shot {

    /** Nothing: no clip, or nothing known of it yet. */
    record Nothing() implements Shot {
    }

    /** The clip has sound, but no picture. */
    record SoundOnly() implements Shot {
    }

    /**
     * A frame.
     *
     * @param frame where it came from
     * @param image its pixels
     */
    record Shown(Frame frame, Image image) implements Shot {
    }

    /** It cannot be shown. */
    record Wrong(Failure failure) implements Shot {
    }
}
