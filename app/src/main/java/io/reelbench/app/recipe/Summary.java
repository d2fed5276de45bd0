package io.reelbench.app.recipe;

import io.reelbench.app.desk.Card;
import io.reelbench.app.recipe.form.Words;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step in a few words: what was chosen, else what it does by itself. */
final class Summary {

    private static final String START = "start";
    private static final String END = "end";

    private Summary() {}

    static String of(Card card, Catalog.Entry entry) {
        Optional<String> part = part(card.given(), entry);
        List<String> words = new ArrayList<>(part.stream().toList());
        for (Field field : entry.schema().fields()) {
            List<String> given = card.given().getOrDefault(field.name(), List.of());
            boolean said = !given.isEmpty() && !given.equals(field.usual().map(List::of).orElse(List.of()));
            if (said && !(part.isPresent() && (field.name().equals(START) || field.name().equals(END)))) {
                words.add(Words.told(field, given));
            }
        }
        return words.isEmpty() ? usual(entry.schema().form()) : Words.sentence(String.join(" · ", words));
    }

    /** From when to when: {@code 0:04.9–0:06.8}, {@code from 0:04.9}, {@code until 50 %}. */
    private static Optional<String> part(Map<String, List<String>> given, Catalog.Entry entry) {
        Optional<String> start = moment(given, START, entry);
        Optional<String> end = moment(given, END, entry);
        if (start.isPresent() && end.isPresent()) {
            return Optional.of(start.get() + "–" + end.get());
        }
        return start.map(s -> given.containsKey("duration") ? s : "from " + s).or(() -> end.map(e -> "until " + e));
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
            case Part.Option(Field field) -> field.usual().map(u -> Words.told(field, List.of(u))).orElse(field.ask().value());
            case Part.Either either -> either.none().orElse(either.label());
        };
    }
}
