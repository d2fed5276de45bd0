package io.reelbench.app.recipe;

import io.reelbench.app.desk.Card;
import io.reelbench.app.form.Words;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A step in a few words: what was chosen, else what it does by itself. */
final class Summary {

    private static final String START = "start";
    private static final String END = "end";
    private static final Pattern NUMBER = Pattern.compile("(\\d+) (\\w+)");
    private static final Set<String> AREA = Set.of("px", "tiles");

    private Summary() {}

    static String of(Card card, Catalog.Entry entry) {
        String op = entry.about().id();
        if (card.given().isEmpty() && Telling.nothing(op).isPresent()) {
            return Telling.nothing(op).get();
        }
        List<String> told = Telling.options(op);
        Optional<String> part = CutSummary.of(card).or(() -> part(card.given(), entry));
        List<String> words = new ArrayList<>(part.stream().toList());
        told.forEach(name -> entry.schema().field(name).flatMap(field -> value(card, field, entry)).ifPresent(words::add));
        for (Field field : entry.schema().fields()) {
            List<String> given = card.given().getOrDefault(field.name(), List.of());
            boolean said = !given.isEmpty() && !given.equals(usual(field));
            boolean edge = field.name().equals(START) || field.name().equals(END) || CutSummary.tells(field.name());
            if (said && !told.contains(field.name()) && !(part.isPresent() && edge)) {
                words.add(Words.told(field, given));
            }
        }
        return words.isEmpty() ? usual(entry.schema().form()) : Words.sentence(String.join(" · ", sides(words)));
    }

    private static List<String> usual(Field field) {
        return field.usual().filter(u -> !u.isEmpty()).map(List::of).orElse(List.of());
    }

    /** What an option holds; nothing of the side of an either/or that does not hold. */
    private static Optional<String> value(Card card, Field field, Catalog.Entry entry) {
        List<String> given = card.given().getOrDefault(field.name(), List.of());
        boolean other = given.isEmpty() && field.choice().isPresent() && entry.schema().fields().stream()
                .anyMatch(f -> f.choice().equals(field.choice()) && !f.variant().equals(field.variant())
                        && !card.given().getOrDefault(f.name(), List.of()).isEmpty());
        List<String> holds = given.isEmpty() && !other ? usual(field) : given;
        return holds.isEmpty() ? Optional.empty() : Optional.of(Words.told(field, holds));
    }

    /** Two numbers of one unit that follow each other are the sides of something: {@code 1920 × 1080 px}. */
    private static List<String> sides(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Matcher first = NUMBER.matcher(words.get(i));
            Matcher second = NUMBER.matcher(words.get(i + 1));
            if (first.matches() && second.matches() && first.group(2).equals(second.group(2)) && AREA.contains(first.group(2))) {
                List<String> joined = new ArrayList<>(words);
                joined.set(i, first.group(1) + " × " + words.get(i + 1));
                joined.remove(i + 1);
                return joined;
            }
        }
        return words;
    }

    /** From when to when: {@code 0:04.9–0:06.8}, {@code from 0:04.9}, {@code until 50 %}. */
    private static Optional<String> part(Map<String, List<String>> given, Catalog.Entry entry) {
        Optional<String> start = moment(given, START, entry);
        Optional<String> end = moment(given, END, entry);
        if (start.isPresent() && end.isPresent()) {
            return Optional.of(start.get() + "–" + end.get());
        }
        return start.map(s -> given.containsKey("duration") ? s : RecipeWords.FROM.say(s))
                .or(() -> end.map(e -> RecipeWords.UNTIL.say(e)));
    }

    private static Optional<String> moment(Map<String, List<String>> given, String name, Catalog.Entry entry) {
        return entry.schema().fields().stream().filter(f -> f.name().equals(name) && f.kind().name().equals("moment"))
                .findFirst().filter(_ -> !given.getOrDefault(name, List.of()).isEmpty())
                .map(f -> Words.told(f, given.get(name)).replaceFirst("(\\.\\d)\\d+$", "$1").replaceFirst("(\\d)%$", "$1 %"));
    }

    private static String usual(List<Part> form) {
        return form.stream().map(Summary::chosen).flatMap(Optional::stream).findFirst().orElseGet(() -> first(form.getFirst()));
    }

    /** The one option of the side that an either/or has by itself: {@code Quality 65}. */
    private static Optional<String> chosen(Part part) {
        if (!(part instanceof Part.Either either) || either.usual().isEmpty()) {
            return Optional.empty();
        }
        Part.Side side = either.sides().stream().filter(s -> s.name().equals(either.usual().get())).findFirst().orElseThrow();
        return side.parts().size() == 1 && side.parts().getFirst() instanceof Part.Option(Field only)
                ? only.usual().map(u -> Words.told(only, List.of(u)))
                : Optional.of(side.label());
    }

    private static String first(Part part) {
        return switch (part) {
            case Part.Option(Field field) -> field.usual().map(u -> Words.told(field, List.of(u))).orElse(field.label());
            case Part.Either either -> either.none().orElse(either.label());
        };
    }
}
