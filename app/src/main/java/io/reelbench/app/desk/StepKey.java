package io.reelbench.app.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A step as it is found again in the drafts of several clips.
 *
 * @param op  id of the operation
 * @param nth which of the steps with this operation, from 0
 */
public record StepKey(String op, int nth) {

    /** Of all steps in order. */
    public static List<StepKey> of(Draft draft) {
        List<String> ops = draft.ops();
        List<StepKey> keys = new ArrayList<>();
        IntStream.range(0, ops.size())
                .forEach(i -> keys.add(new StepKey(ops.get(i), Collections.frequency(ops.subList(0, i), ops.get(i)))));
        return keys;
    }

    /** Where it stands in a draft; empty when that has none. */
    public OptionalInt index(Draft draft) {
        int at = of(draft).indexOf(this);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    public Optional<Card> card(Draft draft) {
        OptionalInt at = index(draft);
        return at.isPresent() ? Optional.of(draft.cards().get(at.getAsInt())) : Optional.empty();
    }
}
