package io.reelbench.engine.reference;

import io.reelbench.engine.operation.About;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Transcode;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import io.reelbench.engine.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The reference page: each operation with its options in a table. Options that several operations have in common stand once, behind them,
 * and each operation says with which defaults it takes them.
 */
public final class OperationsPage {

    private final Catalog catalog;
    /** Groups that more than one operation has, with their options as the plainest of them has them. */
    private final Map<String, List<Part>> common = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    public OperationsPage(Catalog catalog) {
        this.catalog = catalog;
        Map<String, Long> counts = catalog.entries().stream()
                .flatMap(e -> e.schema().form().stream().map(OperationsPage::group).distinct())
                .collect(Collectors.groupingBy(g -> g, Collectors.counting()));
        for (Catalog.Entry entry : plainest(catalog)) {
            entry.schema().form().stream().filter(p -> !group(p).isEmpty() && counts.get(group(p)) > 1)
                    .collect(Collectors.groupingBy(OperationsPage::group, LinkedHashMap::new, Collectors.toList()))
                    .forEach(common::putIfAbsent);
        }
    }

    /** The conversion first: its defaults are the plain ones. */
    private static List<Catalog.Entry> plainest(Catalog catalog) {
        return catalog.entries().stream().sorted(Comparator.comparing(e -> !(e.schema().usual() instanceof Transcode))).toList();
    }

    private static String group(Part part) {
        return switch (part) {
            case Part.Option(Field field) -> field.group();
            case Part.Either either -> either.sides().stream().flatMap(side -> side.parts().stream()).findFirst()
                    .map(OperationsPage::group).orElse("");
        };
    }

    /** The page as Markdown. @param renewing the command that writes it anew */
    public String text(String renewing) {
        out.setLength(0);
        heading(1, ReferenceWords.TITLE.say());
        line("<!-- " + ReferenceWords.GENERATED.say(renewing) + " -->");
        paragraph(ReferenceWords.INTRODUCTION.say("width") + " " + ReferenceWords.STEP_OR_SINK.say());
        About.Group last = null;
        for (Catalog.Entry entry : catalog.entries()) {
            if (entry.about().group() != last) {
                last = entry.about().group();
                heading(2, title(last));
            }
            operation(entry);
        }
        heading(2, ReferenceWords.OPTIONS.say());
        common.forEach((group, parts) -> {
            heading(3, title(group));
            table(parts);
        });
        heading(2, ReferenceWords.OUTPUT.say());
        paragraph(ReferenceWords.OUTPUT_INTRODUCTION.say());
        table(Schema.of(OutputWish.class).form());
        values();
        heading(2, ReferenceWords.RECIPES.say());
        paragraph(ReferenceWords.RECIPES_INTRODUCTION.say());
        return out.toString().strip() + "\n";
    }

    private void operation(Catalog.Entry entry) {
        About about = entry.about();
        heading(3, about.id());
        String works = Optional.of(Fitness.of((Operation) entry.schema().usual())).filter(all -> !all.isEmpty())
                .map(all -> " " + ReferenceWords.WORKS_ON.say(listed(all))).orElse("");
        paragraph("**" + about.title() + ".** " + about.summary() + works + " "
                + (about.role().writes() ? ReferenceWords.SINK : ReferenceWords.STEP).say());
        line("```");
        line("reelbench " + about.example());
        line("```");
        line("");
        List<Part> own = entry.schema().form().stream().filter(p -> !common.containsKey(group(p))).toList();
        if (!own.isEmpty()) {
            table(own);
        }
        List<String> groups = entry.schema().form().stream().map(OperationsPage::group).filter(common::containsKey).distinct()
                .toList();
        if (!groups.isEmpty()) {
            paragraph(ReferenceWords.ALSO.say(listed(groups.stream().map(OperationsPage::link).toList())) + changed(entry));
        } else if (own.isEmpty()) {
            paragraph(ReferenceWords.NO_OPTIONS.say());
        }
    }

    /** Where its defaults are others than those of the table in common. */
    private String changed(Catalog.Entry entry) {
        Map<String, Optional<String>> usual = common.values().stream().flatMap(List::stream).flatMap(OperationsPage::fields)
                .collect(Collectors.toMap(Field::name, Field::usual, (a, _) -> a));
        String changed = entry.schema().fields().stream()
                .filter(f -> common.containsKey(f.group()) && !f.usual().equals(usual.getOrDefault(f.name(), Optional.empty())))
                .map(f -> "`" + f.name() + "` " + f.usual().map(u -> "`" + u + "`").orElse("–"))
                .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "" : " " + ReferenceWords.OTHERWISE.say(changed);
    }

    private static java.util.stream.Stream<Field> fields(Part part) {
        return switch (part) {
            case Part.Option(Field field) -> java.util.stream.Stream.of(field);
            case Part.Either either -> either.sides().stream().flatMap(side -> side.parts().stream())
                    .flatMap(OperationsPage::fields);
        };
    }

    private void table(List<Part> parts) {
        row(ReferenceWords.COLUMN_OPTION.say(), ReferenceWords.COLUMN_TYPE.say(), ReferenceWords.COLUMN_RANGE.say(),
                ReferenceWords.COLUMN_DEFAULT.say(), ReferenceWords.COLUMN_MEANING.say());
        row("---", "---", "---", "---", "---");
        parts.forEach(part -> rows(part, ""));
        line("");
    }

    /** Options that exclude each other stand under a line that says so; those of one side are joined by a plus. */
    private void rows(Part part, String indent) {
        switch (part) {
            case Part.Option(Field field) -> row(indent + "`" + field.name() + "`", type(field), field.range().orElse(""),
                    usual(field), meaning(field));
            case Part.Either either -> {
                String sides = either.sides().stream().map(side -> side.names().map(n -> "`" + n + "`")
                        .collect(Collectors.joining(" + "))).collect(Collectors.joining(" · "));
                row(indent + "**" + either.label() + "**", "", "",
                        either.usual().isPresent() ? chosen(either) : either.none().orElse(ReferenceWords.REQUIRED.say()),
                        ReferenceWords.ONE_OF.say(sides));
                either.sides().forEach(side -> side.parts().forEach(inner -> rows(inner, indent + "◦ ")));
            }
        }
    }

    private static String chosen(Part.Either either) {
        return either.sides().stream().filter(side -> side.name().equals(either.usual().orElse(""))).flatMap(Part.Side::names)
                .limit(1).map(name -> "`" + name + "`").collect(Collectors.joining());
    }

    private static String type(Field field) {
        String type = field.kind().words().isEmpty()
                ? "[" + ValueKinds.title(field.kind().name()) + "](#" + anchor(ReferenceWords.VALUES.say()) + ")"
                : field.kind().words().stream().map(w -> "`" + w + "`").collect(Collectors.joining(" "));
        return type + (field.kind().list() ? ", " + ReferenceWords.SEVERAL.say() : "");
    }

    private static String usual(Field field) {
        return field.usual().map(u -> "`" + u + "`").orElse(RecipeSchema.isRequired(field) ? ReferenceWords.REQUIRED.say() : "");
    }

    private static String meaning(Field field) {
        boolean told = field.ask().unit().isEmpty() || field.range().isPresent();
        return field.ask().help() + (told ? "" : " [" + field.ask().unit() + "]");
    }

    private void values() {
        heading(2, ReferenceWords.VALUES.say());
        paragraph(ReferenceWords.VALUES_INTRODUCTION.say());
        row(ReferenceWords.COLUMN_TYPE.say(), ReferenceWords.COLUMN_MEANING.say());
        row("---", "---");
        ValueKinds.names().forEach(kind -> row(ValueKinds.title(kind), ValueKinds.grammar(kind)));
        line("");
    }

    private static String title(About.Group group) {
        return group.name().charAt(0) + group.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String title(String group) {
        return switch (group) {
            case "file-form" -> ReferenceWords.FILE.say();
            case "resize" -> ReferenceWords.SIZE.say();
            case "video-coding" -> ReferenceWords.VIDEO.say();
            case "rate-control" -> ReferenceWords.RATE.say();
            case "sound-coding" -> ReferenceWords.AUDIO.say();
            case "track-selection" -> ReferenceWords.TRACKS.say();
            case "still-form" -> ReferenceWords.STILL.say();
            default -> Character.toUpperCase(group.charAt(0)) + group.substring(1).replace('-', ' ');
        };
    }

    private static String link(String group) {
        return "[" + title(group) + "](#" + anchor(title(group)) + ")";
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static String listed(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : ReferenceWords.AND.say(String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    private void heading(int level, String words) {
        line("#".repeat(level) + " " + words);
        line("");
    }

    private void paragraph(String words) {
        line(words);
        line("");
    }

    private void row(String... cells) {
        List<String> safe = new ArrayList<>();
        for (String cell : cells) {
            safe.add(cell.replace("|", "\\|").replace("\n", " "));
        }
        line("| " + String.join(" | ", safe) + " |");
    }

    private void line(String words) {
        out.append(words).append('\n');
    }
}
