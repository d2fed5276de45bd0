package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.operation.Operation;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One kind of job that a service does.
 *
 * @param ours    the operations that it does, the most telling first
 * @param span    how many of some steps it does in one go
 * @param path    below the account's address
 * @param price   of it
 * @param limits  that hold for it
 * @param writing fills in a request; whatever does not fit goes into the draft's problems
 */
public record Offer(List<Class<? extends Operation>> ours, Span span, String path, Intake intake, Life life, Price price,
        Limits limits, Writing writing) {

    public Offer {
        ours = List.copyOf(ours);
    }

    /** How many of the first of these steps are one job; 0 for none. */
    @FunctionalInterface
    public interface Span {
        int of(List<Operation> steps);
    }

    @FunctionalInterface
    public interface Writing {
        void write(List<Operation> steps, Draft draft);
    }

    /** One that does a single step. */
    static <O extends Operation> Offer one(Class<O> ours, String path, Intake intake, Life life, Price price, Limits limits,
            BiConsumer<O, Draft> writing) {
        return new Offer(List.of(ours), steps -> ours.isInstance(steps.getFirst()) ? 1 : 0, path, intake, life, price, limits,
                (steps, draft) -> writing.accept(ours.cast(steps.getFirst()), draft));
    }
}
