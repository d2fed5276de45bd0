package io.reelbench.engine.schema;

import io.reelbench.engine.problem.Translations;
import java.util.List;
import java.util.Optional;

/**
 * One option as the faces see it.
 *
 * @param key     of its words in other languages: the record that asks and the option, {@code option.gif.width}
 * @param name    as it is typed and stored, kebab-case
 * @param ask     label, help, unit, ranges
 * @param kind    grammar and words
 * @param group   the record it stands in, in kebab-case, for grouping in a form; empty at the top
 * @param choice  when it belongs to an either/or: the name of that choice; options of one choice but of different {@link #variant}s exclude each other
 * @param variant which side of the choice
 * @param usual   the default in its written form; empty when there is none
 */
public record Field(String key, String name, Ask ask, Kind kind, String group, Optional<String> choice, String variant,
        Optional<String> usual) {

    /** The label of the form field, in the language of this program. */
    public String label() {
        return Translations.of(key + ".label", ask.value());
    }

    /** What it does, in the language of this program. */
    public String help() {
        return Translations.of(key + ".help", ask.help());
    }

    /** Its unit, in the language of this program where it is a word and no sign. */
    public String unit() {
        return Translations.of("unit." + ask.unit(), ask.unit());
    }

    /** The words that it takes, as people write them in the language of this program. */
    public List<String> titles() {
        return kind.titles().stream().map(Titles::of).toList();
    }

    /** The hard range in words, for messages; empty when there is none. */
    public Optional<String> range() {
        boolean low = Double.isFinite(ask.min());
        boolean high = Double.isFinite(ask.max());
        if (!low && !high) {
            return Optional.empty();
        }
        String behind = unit().isEmpty() ? "" : " " + unit();
        return Optional.of(low && high
                ? SchemaWords.FROM_TO.say(plain(ask.min()), plain(ask.max()) + behind)
                : low ? SchemaWords.OR_MORE.say(plain(ask.min()) + behind) : SchemaWords.OR_LESS.say(plain(ask.max()) + behind));
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
