package io.reelbench.engine.cloud.provider;

import java.time.Duration;

/** Whether a job may be sent twice and is done once. */
public sealed interface Idempotency {

    /** A key in a header tells that it is the same; for so long. */
    record Key(String header, Duration lasts) implements Idempotency {
    }

    /** Every request is a job of its own. */
    record None() implements Idempotency {
    }
}
