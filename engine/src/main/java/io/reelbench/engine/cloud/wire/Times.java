package io.reelbench.engine.cloud.wire;

import java.time.Duration;

/**
 * How long the wire may be silent.
 *
 * @param connect until a server is reached
 * @param still   without a byte in either direction while something is being moved
 * @param answer  until an answer begins, whatever a request asks for
 */
public record Times(Duration connect, Duration still, Duration answer) {

    public static final Times USUAL = new Times(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofMinutes(15));
}
