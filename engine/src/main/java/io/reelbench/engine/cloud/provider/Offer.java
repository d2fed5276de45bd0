package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.operation.Operation;

/**
 * One operation that a service does.
 *
 * @param ours  what it is here
 * @param path  below the account's address
 * @param price of it
 * @param limits that hold for it
 * @param writing fills in a request; whatever does not fit goes into the draft's problems
 */
public record Offer<O extends Operation>(Class<O> ours, String path, Intake intake, Life life, Price price, Limits limits,
        Writing<O> writing) {

    @FunctionalInterface
    public interface Writing<O extends Operation> {
        void write(O operation, Draft draft);
    }

    void write(Operation operation, Draft draft) {
        writing.write(ours.cast(operation), draft);
    }
}
