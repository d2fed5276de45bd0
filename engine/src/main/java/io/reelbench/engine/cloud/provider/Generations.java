package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests to the models of a service. */
public final class Generations {

    private static final String PATH = "/api/v1/generate";
    /** So many jobs go in one request at most. */
    public static final int MOST_AT_ONCE = 50;
    private static final int LONGEST_NAME = 48;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Provider provider;
    private final List<Problem> problems = new ArrayList<>();

    public Generations(Provider provider) {
        this.provider = provider;
    }

    public static Optional<Model> model(Provider provider, String id) {
        return provider.models().stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** What one job is called among others: the beginning of its words, else the name of its first file. */
    public static Optional<String> called(Model model, Map<String, String> given) {
        Optional<String> words = model.prompt().map(p -> given.getOrDefault(p.name(), "").strip()).filter(w -> !w.isEmpty());
        return words.map(Generations::beginning).or(() -> model.inputs().stream().map(p -> given.getOrDefault(p.name(), ""))
                .filter(file -> !file.isBlank()).findFirst().map(file -> Path.of(file).getFileName().toString()));
    }

    /** As many whole words as a name has room for. */
    static String beginning(String words) {
        String line = Text.harmless(words).replaceAll("\\s+", " ").strip();
        int[] letters = line.codePoints().limit(LONGEST_NAME + 1L).toArray();
        if (letters.length <= LONGEST_NAME) {
            return line;
        }
        String cut = new String(letters, 0, LONGEST_NAME);
        int gap = cut.lastIndexOf(' ');
        return (gap > LONGEST_NAME / 2 ? cut.substring(0, gap) : cut).strip();
    }

    /** Where several jobs for a model are sent together. */
    public static String bulkPath(String model) {
        return PATH + "/bulk/" + model;
    }

    /** The request for one job; what is not given is sent as it usually is. */
    public Drafting.Drafted draft(String id, Map<String, String> given) {
        problems.clear();
        Optional<Model> model = model(provider, id);
        if (model.isEmpty()) {
            String theirs = provider.models().stream().map(Model::id).collect(Collectors.joining(", "));
            problems.add(new Problem("model", Code.UNKNOWN_VALUE,
                    ProviderWords.NO_MODEL.with(provider.service().title(), id, theirs)));
            return new Drafting.Drafted(Optional.empty(), List.copyOf(problems));
        }
        ObjectNode body = JSON.createObjectNode().put("model", id);
        List<Slot> slots = new ArrayList<>();
        checkNames(model.get(), given);
        for (Model.Parameter input : model.get().inputs()) {
            file(input, given.get(input.name())).ifPresent(slot -> {
                slots.add(slot);
                body.putNull(input.name());
            });
        }
        checkEither(model.get(), slots);
        checkNeeds(model.get(), given, slots);
        for (Model.Parameter setting : model.get().settings()) {
            put(setting, given.getOrDefault(setting.name(), setting.usual()), body);
        }
        Intake intake = provider.offers().stream().map(Offer::intake).filter(Intake.Turned.class::isInstance).findFirst()
                .orElse(provider.intake());
        Call call = new Call(model.get().title(), PATH, Map.of(), body, intake, Providers.lifeOfModels(), List.copyOf(slots),
                OptionalLong.empty(), new Yield.File(), model.get().extension(), new Expect.Anything(false),
                Optional.empty(), List.of());
        return new Drafting.Drafted(problems.isEmpty() ? Optional.of(new Route(List.of(call))) : Optional.empty(),
                List.copyOf(problems));
    }

    private void checkNames(Model model, Map<String, String> given) {
        List<String> names = Stream.concat(model.inputs().stream(), model.settings().stream()).map(Model.Parameter::name)
                .toList();
        given.keySet().stream().filter(name -> !names.contains(name)).sorted().forEach(
                name -> problems.add(new Problem(name, Code.UNKNOWN_OPTION, ProviderWords.NO_PARAMETER.with(model.id(), name))));
    }

    private Optional<Slot> file(Model.Parameter input, String name) {
        if (name == null || name.isBlank()) {
            if (input.required()) {
                problems.add(new Problem(input.name(), Code.REQUIRED, ProviderWords.MISSING.with(input.title())));
            }
            return Optional.empty();
        }
        Slot.Kind kind = switch (input.kind()) {
            case FILM -> Slot.Kind.FILM;
            case SOUND -> Slot.Kind.SOUND;
            default -> Slot.Kind.PICTURE;
        };
        try {
            Path file = Path.of(name).toAbsolutePath().normalize();
            if (Files.isRegularFile(file)) {
                return Optional.of(Slot.of("/" + input.name(), file, kind));
            }
        } catch (InvalidPathException nonsense) {
            // told below
        }
        problems.add(new Problem(input.name(), Code.MISSING_FILE, ProviderWords.NO_FILE.with(name)));
        return Optional.empty();
    }

    /** Where a picture or a film will do, one of them must be there. */
    private void checkEither(Model model, List<Slot> slots) {
        List<Model.Parameter> maybe = model.inputs().stream().filter(p -> !p.required()).toList();
        boolean none = slots.stream().noneMatch(s -> maybe.stream().anyMatch(p -> s.pointer().equals("/" + p.name())));
        if (maybe.size() > 1 && none) {
            problems.add(new Problem(maybe.getFirst().name(), Code.CHOOSE_ONE,
                    ProviderWords.EITHER.with(maybe.get(0).title(), maybe.get(1).title())));
        }
    }

    /** What only some choices want. */
    private void checkNeeds(Model model, Map<String, String> given, List<Slot> slots) {
        for (Model.Need need : model.needs()) {
            Model.Parameter setting = model.settings().stream().filter(p -> p.name().equals(need.setting())).findFirst()
                    .orElseThrow();
            boolean chosen = given.getOrDefault(setting.name(), setting.usual()).equals(need.choice());
            if (chosen && slots.stream().noneMatch(s -> s.pointer().equals("/" + need.input()))
                    && problems.stream().noneMatch(p -> p.option().equals(need.input()))) {
                String input = model.inputs().stream().filter(p -> p.name().equals(need.input())).findFirst().orElseThrow()
                        .title();
                problems.add(new Problem(need.input(), Code.REQUIRED, ProviderWords.MISSING.with(input)));
            }
        }
    }

    private void put(Model.Parameter setting, String value, ObjectNode body) {
        if (value.isEmpty()) {
            if (setting.required()) {
                problems.add(new Problem(setting.name(), Code.REQUIRED, ProviderWords.MISSING.with(setting.title())));
            }
            return;
        }
        switch (setting.kind()) {
            case WORDS -> {
                if (value.length() > setting.most()) {
                    problems.add(new Problem(setting.name(), Code.OUT_OF_RANGE,
                            ProviderWords.WORDS_LONG.with(setting.title(), value.length(), (int) setting.most())));
                }
                body.put(setting.name(), value);
            }
            case CHOICE -> {
                List<String> words = setting.choices().stream().map(Model.Choice::word).toList();
                if (!words.contains(value)) {
                    problems.add(new Problem(setting.name(), Code.UNKNOWN_VALUE,
                            ProviderWords.ONE_OF.with(provider.service().title(), String.join(", ", words)))
                            .mendedBy(Fix.use(setting.name(), setting.usual(), ProviderWords.USE.with(setting.usual()))));
                }
                body.put(setting.name(), value);
            }
            case WHOLE, NUMBER -> number(setting, value, body);
            case FILM, SOUND, PICTURE -> throw new IllegalStateException(setting.name());
        }
    }

    private void number(Model.Parameter setting, String value, ObjectNode body) {
        try {
            BigDecimal number = new BigDecimal(value.strip());
            boolean whole = setting.kind() == Model.Kind.WHOLE;
            if (whole && number.stripTrailingZeros().scale() > 0) {
                throw new NumberFormatException();
            } else if (number.doubleValue() < setting.least() || number.doubleValue() > setting.most()) {
                String least = BigDecimal.valueOf(setting.least()).stripTrailingZeros().toPlainString();
                String most = BigDecimal.valueOf(setting.most()).stripTrailingZeros().toPlainString();
                String nearest = number.doubleValue() < setting.least() ? least : most;
                problems.add(new Problem(setting.name(), Code.OUT_OF_RANGE,
                        ProviderWords.OUTSIDE.with(provider.service().title(), least, most))
                        .mendedBy(Fix.use(setting.name(), nearest, ProviderWords.USE.with(nearest))));
            }
            body.put(setting.name(), number);
        } catch (NumberFormatException nonsense) {
            problems.add(new Problem(setting.name(), Code.BAD_SYNTAX, ProviderWords.NOT_A_NUMBER.with(value)));
        }
    }
}
