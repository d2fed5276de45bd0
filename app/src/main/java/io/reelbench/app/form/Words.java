package io.reelbench.app.form;

import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.problem.Translations;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Kind;
import java.util.Arrays;
import java.util.List;

/** Values of options as people read them. */
public final class Words {

    private static final List<String> LABELLED = List.of("number", "int", "track-choice", "encoder-choice", "text");

    /** Whose value alone says too little, though it has a unit. */
    private static final List<String> BRIEF = List.of("in", "out", "interval", "strength", "max-bitrate", "keyframe-interval",
            "black-duration", "silence-duration", "freeze-duration", "contrast", "saturation", "exposure", "hue", "temperature");
    /** Kinds of which a word such as strip says nothing without the label. */
    private static final List<String> KEPT = List.of("place", "recorded", "cover-picture", "chapter-list", "first-timecode");

    private Words() {}

    /** One value of a field: {@code 12 Mb/s}, {@code 0:12.5}, {@code H.264}. */
    public static String value(Field field, String written) {
        Kind kind = field.kind();
        int word = kind.words().indexOf(written.strip().toLowerCase(java.util.Locale.ROOT));
        if (word >= 0) {
            return field.titles().get(word);
        } else if (kind.name().equals("moment")) {
            return moment(written);
        } else if (List.of("path", "file-pattern").contains(kind.name())) {
            return written.substring(written.replace('\\', '/').lastIndexOf('/') + 1);
        } else if (List.of("rate-choice", "nits", "own-side").contains(kind.name()) && written.strip().matches("[\\d.]+")) {
            return written.strip() + " " + field.unit();
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
            return yes ? field.label() : FormWords.NOT.say(lower(field.label()));
        } else if (written.size() > 1 && field.kind().words().isEmpty()) {
            return written.size() + " × " + lower(field.label());
        }
        if (field.kind().list() && !field.kind().words().isEmpty()) {
            String words = String.join(", ", written.stream().flatMap(w -> Arrays.stream(w.split(","))).map(w -> value(field, w))
                    .toList());
            return inSentences() ? words.charAt(0) + words.substring(1).toLowerCase(java.util.Locale.ROOT) : words;
        }
        String value = signed(field, value(field, written.getFirst()));
        if (KEPT.contains(field.kind().name())) {
            return field.label() + " " + lower(value);
        }
        boolean bare = LABELLED.contains(field.kind().name()) && field.ask().unit().isEmpty() || BRIEF.contains(field.name());
        return bare ? field.label() + " " + value : value;
    }

    /** With a true minus, and a plus where it is a change. */
    private static String signed(Field field, String value) {
        boolean change = field.ask().unit().equals("dB") && field.ask().min() < 0;
        return change && value.matches("[\\d.]*[1-9].*") ? "+" + value : value.replaceFirst("^-(?=\\d)", "−");
    }

    /** With a capital letter, unless it is a name that has none. */
    public static String sentence(String words) {
        return words.isEmpty() || words.chars().skip(1).anyMatch(Character::isUpperCase) || words.contains(":")
                || words.contains("=") || words.matches(".*\\.[a-z].*")
                || words.contains("{")
                        ? words
                        : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A sentence that stands by itself; a file's name at its start stays as it is. */
    public static String capital(Text text) {
        return text.english().startsWith("{") ? text.toString() : capital(text.toString());
    }

    /** The start of a sentence. */
    public static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whether labels lose their capital letter within a sentence: German nouns keep theirs. */
    private static boolean inSentences() {
        return !Translations.language().getLanguage().equals("de");
    }

    private static String lower(String label) {
        return !inSentences() || label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
