package io.reelbench.engine.cloud.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How a job lives on the other side. */
public sealed interface Life {

    /**
     * It is sent, answered with an id, and asked after until it is over.
     *
     * @param id       in the answer to sending
     * @param poll     path to ask at; {@code {id}} stands for the id
     * @param same     the id in the answer to asking, which must be the one that was asked for; empty when it is not told
     * @param status   in the answer to asking
     * @param words    what it says there
     * @param progress 0 to 100
     * @param address  of the result
     * @param said     why it failed
     * @param cost     what it took, in the service's unit
     * @param cancel   path to give it up; empty when it cannot be
     * @param first    pause before asking the first time; it grows to {@code most}
     */
    record Polled(At id, String poll, At same, At status, Map<String, Stage> words, At progress, At address, At said, At cost,
            Optional<String> cancel, Duration first, Duration most) implements Life {

        public Polled {
            words = Map.copyOf(words);
        }
    }

    /**
     * The answer to sending holds the result or its address.
     *
     * @param inText  the result in base 64
     * @param patience how long it may take
     */
    record Waited(At inText, At address, Duration patience) implements Life {
    }

    /**
     * The answer to sending is the result.
     *
     * @param patience how long it may take
     */
    record Answered(Duration patience) implements Life {
    }
}
