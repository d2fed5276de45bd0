package io.reelbench.app.form;

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
            Map.entry("first-timecode", KEPT),
            Map.entry("rate-choice", List.of("source", "23.976", "24", "25", "29.97", "30", "50", "59.94", "60")),
            Map.entry("own-side", List.of("own", "10%", "20%", "33%", "50%")),
            Map.entry("nits", List.of("auto", "400", "600", "1000", "4000")),
            Map.entry(SuggestInput.TONGUE, SuggestInput.TONGUES),
            Map.entry("fraction", List.of("16:9", "9:16", "1:1", "4:5", "4:3", "2.39")));
    /** Kinds that may be a file as well. */
    private static final List<String> FILED = List.of("chapter-list", "cover-picture");
    /** Kinds that are left as they are when nothing is given. */
    private static final List<String> LEFT = List.of("recorded", "place");

    private Inputs() {}

    static Input of(Field field, Values values, PathInput.Manner paths) {
        Sender sender = new Sender(field, values);
        Kind kind = field.kind();
        String prompt = !kind.absent() ? "" : prompt(kind.name());
        if (kind.list()) {
            boolean files = kind.name().equals("file-pattern");
            return files ? new FilesInput(sender) : kind.words().isEmpty() ? new ListInput(sender) : new ChoicesInput(sender);
        } else if (!kind.words().isEmpty()) {
            return new WordInput(sender);
        } else if (USUAL.containsKey(kind.name())) {
            return new SuggestInput(sender, prompt, USUAL.get(kind.name()), FILED.contains(kind.name()));
        }
        if (WordInput.areFew(field)) {
            return WordInput.ofFew(sender);
        }
        return switch (kind.name()) {
            case "bool" -> new SwitchInput(sender);
            case "length" ->
                new Amounts(field).slides() ? new AmountInput(sender, prompt) : new TimeInput(sender, prompt);
            case "moment" -> new TimeInput(sender, prompt);
            case "region" -> new BoxInput(sender, BoxInput.REGION);
            case "edges" -> new BoxInput(sender, BoxInput.EDGES);
            case "colour" -> new ColourInput(sender, prompt);
            case "path" -> new PathInput(sender, paths);
            case "names" -> new NamesInput(sender);
            case "command-text" -> new TextInput(sender, "-vf hflip -c:a copy");
            default -> Amounts.has(kind) ? new AmountInput(sender, prompt) : new TextInput(sender, prompt);
        };
    }

    /** What stands in an empty field that may stay empty. */
    private static String prompt(String kind) {
        return (LEFT.contains(kind) ? FormWords.KEEP : kind.equals("cap") ? FormWords.NO_LIMIT : FormWords.AUTOMATIC).say();
    }
}
