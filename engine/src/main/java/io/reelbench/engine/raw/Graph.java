package io.reelbench.engine.raw;

import java.util.List;
import java.util.Optional;

/**
 * A filter graph as it was written, parted by ffmpeg's own rules of quotes and backslashes.
 *
 * @param chains in order; filters of one chain hand on to each other
 */
record Graph(List<List<Node>> chains) {

    /**
     * One filter.
     *
     * @param from   labels before it
     * @param name   of the filter
     * @param mark   what stands behind @; empty for none
     * @param values in order
     * @param to     labels behind it
     */
    record Node(List<String> from, String name, Optional<String> mark, List<Value> values, List<String> to) {
    }

    /** One value; the name is empty where it is given by its place. */
    record Value(Optional<String> name, String text) {
    }
}
