package io.reelbench.app.recipe.form;

import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Kind;
import java.util.List;

/** Values of options as people read them. */
public final class Words {

    private static final List<String> LABELLED = List.of("number", "int", "path", "track-choice", "encoder-choice", "text");

    private Words() {}

    /** One value of a field: {@code 12 Mb/s}, {@code 0:12.5}, {@code H.264}. */
    public static String value(Field field, String written) {
        Kind kind = field.kind();
        int word = kind.words().indexOf(written.strip().toLowerCase(java.util.Locale.ROOT));
        if (word >= 0) {
            return sentence(kind.titles().get(word));
        } else if (kind.name().equals("moment")) {
            return moment(written);
        } else if (Amounts.has(kind)) {
            Amounts.Split split = new Amounts(field).split(written);
            return split.unit().isEmpty() ? split.number() : split.number() + " " + split.unit();
        }
        return sentence(written);
    }

    private static String moment(String written) {
        try {
            return Moment.parse(written) instanceof Moment.At(long us) ? Time.spoken(us) : written;
        } catch (BadValue asTyped) {
            return written;
        }
    }

    /** The same with the label where the value alone says little. */
    public static String told(Field field, List<String> written) {
        if (field.kind().name().equals("bool")) {
            boolean yes = List.of("yes", "true", "on").contains(String.join("", written));
            return yes ? field.ask().value() : "no " + lower(field.ask().value());
        } else if (written.size() > 1) {
            return written.size() + " × " + lower(field.ask().value());
        }
        String value = value(field, written.getFirst());
        boolean bare = LABELLED.contains(field.kind().name()) && field.ask().unit().isEmpty();
        return bare ? field.ask().value() + " " + value : value;
    }

    /** With a capital letter, unless it is a name that has none. */
    public static String sentence(String words) {
        return words.isEmpty() || words.chars().skip(1).anyMatch(Character::isUpperCase) || words.contains(":")
                || words.contains("{")
                        ? words
                        : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The start of a sentence. */
    public static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String lower(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
