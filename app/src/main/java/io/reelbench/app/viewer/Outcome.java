package io.reelbench.app.viewer;

import io.reelbench.engine.preview.ResultFrame;
import io.reelbench.engine.problem.Failure;
import javafx.scene.image.Image;

/** What the recipe makes of the frame on screen, or what a finished file has in its place. */
sealed interface Outcome {

    /** There is no recipe, or none that can run: the reason stands in the recipe. */
    record None(String why) implements Outcome {
    }

    /** Being made. */
    record Coming() implements Outcome {
    }

    record Made(ResultFrame result, Image image) implements Outcome {
    }

    /**
     * A frame of a finished file.
     *
     * @param kept whether the moment on screen is in it
     */
    record Finished(Image image, boolean kept) implements Outcome {
    }

    /** It cannot be shown. */
    record Wrong(Failure failure) implements Outcome {
    }
}
