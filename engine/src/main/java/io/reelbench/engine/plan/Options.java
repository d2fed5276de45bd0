package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.problem.BadValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The arguments of one output, for looking things up. */
record Options(List<String> words) {

    /** The values of all options of this name, whatever stream they are for, in order. */
    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals(name) || words.get(i).startsWith(name + ":")) {
                values.add(words.get(i + 1));
            }
        }
        return values;
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Empty when it is missing, or only known while the plan runs. */
    OptionalDouble number(String name) {
        return first(name).filter(v -> v.matches("\\d+(\\.\\d+)?")).map(v -> OptionalDouble.of(Double.parseDouble(v)))
                .orElse(OptionalDouble.empty());
    }

    /** What encodes the picture; empty when it is copied or there is none. */
    Optional<String> pictureEncoder() {
        return first("-c:v").filter(name -> !name.equals("copy"));
    }

    /** What encodes the sounds, without those that are copied. */
    List<String> soundEncoders() {
        return all("-c:a").stream().filter(name -> !name.equals("copy")).toList();
    }

    /** The encoder's preset as it calls it; empty when it has none. */
    String speed() {
        return first("-preset").or(() -> first("-cpu-used")).orElse("");
    }

    /** Frames a second that are asked for. */
    Optional<Double> rate() {
        Optional<String> text = first("-r");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Rate.parse(text.get()).perSecond().approximate());
        } catch (BadValue notARate) {
            return Optional.empty();
        }
    }
}
