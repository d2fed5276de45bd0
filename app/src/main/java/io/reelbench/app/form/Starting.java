package io.reelbench.app.form;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.schema.Field;
import java.util.List;
import java.util.Optional;

/** A sensible first value for an option that must have one: the side of an either/or was chosen, and nothing stands in it yet. */
final class Starting {

    private Starting() {}

    /** Empty when only a person can know. */
    static Optional<String> value(Field field, Values values) {
        return field.usual().filter(u -> !u.isEmpty()).or(() -> made(field, values));
    }

    private static Optional<String> made(Field field, Values values) {
        List<String> words = field.kind().words();
        if (!words.isEmpty()) {
            return Optional.of(words.get(words.size() / 2));
        }
        Amounts amounts = new Amounts(field);
        long at = values.playhead().orElse(0);
        return switch (field.kind().name()) {
            case "bool" -> Optional.of("yes");
            case "moment" -> Optional.of(Time.seconds(at > 0 ? at : 10 * Time.SECOND));
            case "length" -> Optional.of("10");
            case "span" -> Optional.of(Time.seconds(at) + ".." + Time.seconds(at + 5 * Time.SECOND));
            case "side" -> Optional.of("1280");
            case "region" -> Optional.of("80%:80%");
            case "edges" -> Optional.of("10%:0:10%:0");
            case "colour" -> Optional.of("#000000");
            default ->
                Amounts.has(field.kind()) && amounts.slides() ? Optional.of(amounts.written(middle(amounts))) : Optional.empty();
        };
    }

    private static double middle(Amounts amounts) {
        double from = amounts.ask().from();
        double to = amounts.ask().to();
        return amounts.byRatio() ? Math.sqrt(from * to) : (from + to) / 2;
    }
}
