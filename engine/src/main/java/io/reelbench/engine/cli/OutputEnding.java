package io.reelbench.engine.cli;

import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.Transcode;
import io.reelbench.engine.plan.Container;
import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.schema.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The ending of the output's name says what kind of file is written, unless that was said already. */
final class OutputEnding {

    private static final Set<String> NO_KIND = Set.of("same", "auto");
    /** What a name without an ending is, where many files are written. */
    private static final String FOLDER = "none";
    private final Catalog catalog;

    OutputEnding(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The recipe that writes a file of this name; {@code explicit} are options of its last step that a person gave. */
    Reading<Recipe> fit(Recipe recipe, Path out, Set<String> explicit) {
        long sinks = recipe.steps().stream().filter(s -> s.about().role().writes()).count();
        if (sinks > 1) {
            return wrong(Code.CHOOSE_ONE, CliWords.SEVERAL_PRODUCTS, CliWords.OUT_FIX);
        } else if (sinks == 1) {
            return fitLast(recipe, out, explicit);
        }
        String ending = ending(out);
        if (Container.ofExtension(ending).isEmpty() && isStill(ending)) {
            return Reading.of(recipe, List.of()); // a step on a picture writes a picture
        }
        List<Operation> steps = new ArrayList<>(recipe.steps());
        steps.add(new Transcode());
        return fitLast(recipe.with(steps), out, Set.of());
    }

    private Reading<Recipe> fitLast(Recipe recipe, Path out, Set<String> explicit) {
        Operation last = recipe.steps().getLast();
        Catalog.Entry entry = catalog.find(last.id()).orElseThrow();
        Optional<Field> kind = entry.schema().field("archive").or(() -> entry.schema().field("container"))
                .or(() -> entry.schema().field("format"));
        if (kind.isEmpty()) {
            return Reading.of(recipe, List.of());
        }
        Optional<String> word = word(kind.get(), ending(out));
        if (explicit.contains(kind.get().name())) {
            return checked(recipe, last, kind.get(), out, word);
        } else if (word.isEmpty()) {
            return wrong(Code.UNKNOWN_VALUE, CliWords.UNKNOWN_ENDING, CliWords.TO_FIX, out.getFileName(),
                    String.join(", ", kinds(kind.get()).filter(k -> !k.equals(FOLDER)).map(k -> "." + k).toList()));
        }
        Map<String, List<String>> options = new LinkedHashMap<>(catalog.write(last));
        options.put(kind.get().name(), word.stream().toList());
        Reading<? extends Operation> written = entry.schema().read(options);
        List<Operation> steps = new ArrayList<>(recipe.steps());
        written.value().ifPresent(step -> steps.set(steps.size() - 1, step));
        return Reading.of(recipe.with(List.copyOf(steps)), written.problems());
    }

    /** What was said stands; an ending that says something else is a mistake. */
    private Reading<Recipe> checked(Recipe recipe, Operation last, Field kind, Path out, Optional<String> word) {
        String said = Optional.ofNullable(catalog.write(last).get(kind.name())).map(List::getFirst)
                .orElseGet(() -> kind.usual().orElse(""));
        if (word.isEmpty() || NO_KIND.contains(said) || word.get().equals(said) || isSameFile(said, word.get())) {
            return Reading.of(recipe, List.of());
        }
        return wrong(Code.CHOOSE_ONE, CliWords.OTHER_ENDING, CliWords.OTHER_ENDING_FIX, out.getFileName(), kind.name(), said);
    }

    private static Optional<String> word(Field kind, String ending) {
        String word = Container.ofExtension(ending).map(Word::word).filter(w -> kind.kind().words().contains(w))
                .or(() -> still(ending)).orElse(switch (ending) {
                    case "txt" -> "text";
                    case "gz" -> "tgz";
                    case "" -> FOLDER;
                    default -> ending;
                });
        return kinds(kind).filter(word::equals).findFirst();
    }

    private static Stream<String> kinds(Field kind) {
        return kind.kind().words().stream().filter(w -> !NO_KIND.contains(w));
    }

    static boolean isStill(String ending) {
        return still(ending).isPresent();
    }

    private static Optional<String> still(String ending) {
        return Arrays.stream(StillForm.Format.values()).filter(f -> f != StillForm.Format.SAME)
                .filter(f -> f.word().equals(ending) || f.synonyms().contains(ending)).map(Word::word).findFirst();
    }

    /** Whether a file of this name may hold what a plan writes. */
    static boolean names(Path out, String extension) {
        String ending = ending(out);
        return ending.equals(extension) || ending.equals("gz") && extension.equals("tgz")
                || still(ending).isPresent() && still(ending).equals(still(extension))
                || Container.ofExtension(ending).isPresent()
                        && Container.ofExtension(ending).equals(Container.ofExtension(extension));
    }

    /** Two forms of a report are plain text, and a JSON may be ours or ffprobe's: the name cannot contradict them. */
    private static boolean isSameFile(String said, String word) {
        return said.equals("chapters") && word.equals("text") || said.equals("ffprobe") && word.equals("json");
    }

    private static String ending(Path out) {
        String name = out.getFileName() == null ? "" : out.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static Reading<Recipe> wrong(Code code, Message text, Message fix, Object... arguments) {
        return new Reading<>(Optional.empty(), List.of(new Problem("output", code, text.with(arguments), fix.with())));
    }
}
