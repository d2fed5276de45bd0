package io.reelbench.engine.cloud.wire;

/** Is told how many bytes are about to go over the wire, or came; quick, from any thread. What it throws ends the request before they go. */
@FunctionalInterface
public interface Meter {

    Meter NONE = (_, _) -> {
    };

    /** @param whole how many there will be; negative when nobody knows */
    void moved(long bytes, long whole);
}
