package io.reelbench.engine.cloud.provider;

/** A service keeps finished files and names them by an address. */
public record Store(Intake intake, long most, Price price) {
}
