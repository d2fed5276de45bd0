package io.reelbench.engine.cloud.provider;

/**
 * A service keeps finished files and names them by an address.
 *
 * @param intake how it takes them, and what it asks for each
 * @param most   bytes of one
 */
public record Store(Intake intake, long most) {
}
