package io.reelbench.engine.caption;

import io.reelbench.engine.media.Size;
import java.util.function.UnaryOperator;

/** What a person chose otherwise than a text that says how it looks. */
@FunctionalInterface
public interface Chosen {

    /** Nothing. */
    Chosen NOTHING = (_, _) -> UnaryOperator.identity();

    /**
     * What becomes of each of its styles.
     *
     * @param unit  how many units of the script's canvas a pixel of the picture is high
     * @param frame the picture
     */
    UnaryOperator<Look> on(double unit, Size frame);
}
