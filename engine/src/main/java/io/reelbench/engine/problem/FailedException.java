package io.reelbench.engine.problem;

/** Carries a {@link Failure} up to the one place that records it. */
public final class FailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public FailedException(Failure failure) {
        super(failure.headline().toString());
        this.failure = failure;
    }

    public FailedException(Failure failure, Throwable cause) {
        super(failure.headline().toString(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
