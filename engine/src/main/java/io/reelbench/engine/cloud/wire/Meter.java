package io.reelbench.engine.cloud.wire;

/** Is told how many bytes went over the wire; quick, from any thread. */
@FunctionalInterface
public interface Meter {

    Meter NONE = (_, _) -> {
    };

    /** @param whole how many there will be; negative when nobody knows */
    void moved(long bytes, long whole);
}
