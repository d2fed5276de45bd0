package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.problem.FailedException;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the books of files that cost by themselves where they are brought. Such a file goes once: where its answer is lost, a person decides.
 */
public interface Toll {

    /** Where nothing is asked for a file. */
    Toll NONE = new Toll() {
        @Override
        public void leaving(Cost price) {
            // it costs nothing
        }

        @Override
        public void refused() {
            // it costs nothing
        }

        @Override
        public void paid(Cost price, JsonNode name) {
            // it costs nothing
        }
    };

    /** The last byte of a file is about to go; from now on it may be there and paid. What is thrown keeps it here. */
    void leaving(Cost price) throws FailedException;

    /** It is certain that the file is not there. */
    void refused() throws FailedException;

    /** It is there, and paid. */
    void paid(Cost price, JsonNode name) throws FailedException;
}
