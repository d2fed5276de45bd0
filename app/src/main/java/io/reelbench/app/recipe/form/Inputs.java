package io.reelbench.app.recipe.form;

import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Kind;
import java.util.List;
import java.util.Map;

/** Which control an option gets, by its kind alone. */
final class Inputs {

    /** Words that people choose most, for kinds that take any text. */
    private static final List<String> KEPT = List.of("keep", "strip");
    private static final Map<String, List<String>> USUAL = Map.ofEntries(
            Map.entry("track-choice", List.of("all", "none", "first", "default")),
            Map.entry("encoder-choice", List.of("auto", "software", "hardware")),
            Map.entry("sample-rate", List.of("source", "44100", "48000", "96000")), Map.entry("chapter-list", KEPT),
            Map.entry("cover-picture", KEPT), Map.entry("recorded", KEPT), Map.entry("place", KEPT),
            Map.entry("first-timecode", KEPT));

    private Inputs() {}

    static Input of(Field field, Values values, PathInput.Manner paths) {
        Sender sender = new Sender(field, values);
        Kind kind = field.kind();
        String prompt = kind.absent() ? "Automatic" : "";
        if (kind.list()) {
            return new ListInput(sender);
        } else if (!kind.words().isEmpty()) {
            return new WordInput(sender);
        } else if (USUAL.containsKey(kind.name())) {
            return new SuggestInput(sender, prompt, USUAL.get(kind.name()));
        }
        return switch (kind.name()) {
            case "bool" -> new SwitchInput(sender);
            case "moment", "length" -> new TimeInput(sender, prompt);
            case "colour" -> new ColourInput(sender, prompt);
            case "path" -> new PathInput(sender, paths.folders() ? "Beside the clip" : prompt, paths);
            case "names" -> new NamesInput(sender);
            default -> Amounts.has(kind) ? new AmountInput(sender, prompt) : new TextInput(sender, prompt);
        };
    }
}
