package io.reelbench.app.form;

import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What a form shows and changes: the options of one step, of one clip or of several. */
public interface Values {

    /** What is given for an option. */
    Shown shown(String option);

    /**
     * Changes options together.
     *
     * @param what    as it stands after "Undo": {@code Quality}
     * @param gesture changes with an equal one that follow each other are one
     * @param options by name; an empty list puts one back to its default
     */
    void change(String what, Object gesture, Map<String, List<String>> options);

    /** Does what would mend a problem; what cannot be done here is not offered. */
    default void mend(Problem problem, Fix fix) {
        throw new UnsupportedOperationException("nothing offers this");
    }

    /** Whether {@link #mend} can do this. */
    default boolean mends(Fix fix) {
        return false;
    }

    /** Where the viewer stands, in microseconds; empty when no clip is looked at. */
    OptionalLong playhead();
}
