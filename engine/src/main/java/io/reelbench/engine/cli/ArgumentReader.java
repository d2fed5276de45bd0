package io.reelbench.engine.cli;

import io.reelbench.engine.cli.CommandShape.Part;
import io.reelbench.engine.cli.CommandShape.Role;
import io.reelbench.engine.cloud.account.AccountWish;
import io.reelbench.engine.media.Nearest;
import io.reelbench.engine.operation.About;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.PresetFile;
import io.reelbench.engine.operation.Probe;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.schema.Schema;
import io.reelbench.engine.settings.Preferences;
import io.reelbench.engine.watch.WatchWish;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a command line into a plain value, or into all that is wrong with it. Opens nothing but a recipe. */
public final class ArgumentReader {

    private static final String RESET = "reset";
    private static final String SHOW = "show";
    private static final String CLEAR = "clear";

    /** Where the text of a recipe comes from. */
    @FunctionalInterface
    public interface Texts {
        String read(Path file) throws IOException;

        /** The preset of a name, of the program that these options name. */
        default Optional<Recipe> preset(String name, Globals globals) {
            return Optional.empty();
        }
    }

    private final Catalog catalog;
    private final RecipeReader recipes;
    private final Texts texts;
    private final CommandShapes shapes;

    public ArgumentReader(Catalog catalog, RecipeReader recipes, Texts texts) {
        this.catalog = catalog;
        this.recipes = recipes;
        this.texts = texts;
        this.shapes = new CommandShapes(catalog);
    }

    CommandShapes shapes() {
        return shapes;
    }

    public Parsed read(List<String> arguments) {
        Grammar.Split split = new Grammar(shapes).split(arguments);
        return new OneLine(split, shapes.find(split.command()).orElse(shapes.root())).read();
    }

    /** The reading of one command line. */
    private final class OneLine {

        private final Grammar.Split split;
        private final CommandShape shape;
        private final List<Complaint> complaints = new ArrayList<>();

        OneLine(Grammar.Split split, CommandShape shape) {
            this.split = split;
            this.shape = shape;
        }

        Parsed read() {
            Globals globals = value(Role.GLOBALS, Globals.class).orElse(new Globals());
            if (globals.help() || globals.version()) {
                Wanted wanted = globals.help() ? help(shape) : new Wanted.Version();
                return new Parsed(shape.name(), globals, Optional.of(wanted), List.of());
            }
            split.unmatched().forEach(this::unmatched);
            split.valueless().forEach(name -> complain(name, Code.REQUIRED, CliWords.NO_VALUE.with()));
            Optional<? extends Wanted> wanted = wanted();
            return new Parsed(shape.name(), globals, complaints.isEmpty() ? wanted.map(w -> w) : Optional.empty(),
                    List.copyOf(complaints));
        }

        private static Wanted help(CommandShape shape) {
            return new Wanted.Help(Optional.of(shape).filter(s -> !s.name().isEmpty()));
        }

        private Optional<? extends Wanted> wanted() {
            boolean explain = split.command().startsWith("explain");
            return switch (split.command().replaceFirst("^explain ?", "")) {
                case "" -> explain ? missingOperation() : noCommand();
                case "operations" -> operations();
                case "presets" -> presets();
                case "settings" -> settings();
                case "watch" -> watch();
                case "cloud" -> cloud();
                case "publish" -> publish();
                case "generate" -> generate();
                case "cache" -> cache();
                case "schema" -> schema();
                case "demo" -> demo();
                case "help" -> helpOn();
                case "run" -> explained(explain, recipe());
                default -> explain ? explained(true, operation()) : printed(operation());
            };
        }

        private static Optional<? extends Wanted> explained(boolean explain, Optional<Wanted.Run> run) {
            return explain ? run.map(Wanted.Explain::new) : run;
        }

        /** A report of this computer that is given no place is printed; what a probe tells at once, at once. */
        private Optional<? extends Wanted> printed(Optional<Wanted.Run> run) {
            boolean report = run.isPresent() && run.get().recipe().steps().getLast().about().role() == About.Role.REPORT;
            boolean placed = split.given().containsKey("output") || split.given().containsKey("to");
            if (!report || placed || run.get().on().isPresent()) {
                return run;
            }
            boolean json = value(Role.GLOBALS, Globals.class).orElse(new Globals()).json();
            if (run.get().recipe().steps().equals(List.of(new Probe()))) {
                return run.map(r -> new Wanted.Probe(r.sources()));
            }
            return Optional.of(new Wanted.Show(split.given().containsKey("format")
                    ? run.get()
                    : formed(run.get(), json ? "json" : "text")));
        }

        /** People read text unless they ask for something else. */
        private Wanted.Run formed(Wanted.Run run, String format) {
            Operation report = run.recipe().steps().getLast();
            Map<String, List<String>> options = new LinkedHashMap<>(catalog.write(report));
            options.put("format", List.of(format));
            Operation other = catalog.find(report.id()).orElseThrow().schema().read(options).value().orElseThrow();
            return new Wanted.Run(new Recipe(run.recipe().name(), List.of(other)), run.sources(), run.wish(), run.on(),
                    run.fresh());
        }

        private Optional<Wanted> noCommand() {
            return complaints.isEmpty() ? Optional.of(new Wanted.Demo(new DemoPlace().to())) : Optional.empty();
        }

        private Optional<Wanted> missingOperation() {
            if (complaints.isEmpty()) {
                complain("", Code.REQUIRED, CliWords.NO_INPUT.with());
            }
            return Optional.empty();
        }

        private Optional<Wanted> operations() {
            if (split.words().size() > 1) {
                complain("", Code.TOO_MANY, CliWords.ONE_NAME.with(split.words().get(1)));
            }
            split.words().stream().limit(1).filter(name -> catalog.find(name).isEmpty())
                    .forEach(name -> complain("", Code.UNKNOWN_VALUE, catalog.unknown(name).text(), catalog.unknown(name).fix()));
            return Optional.of(new Wanted.Operations(split.words().stream().findFirst()));
        }

        private Optional<Wanted> presets() {
            String typed = split.words().stream().findFirst().orElse("list");
            Optional<PresetDeed> deed = Arrays.stream(PresetDeed.values()).filter(d -> d.word().equals(typed)).findFirst();
            List<String> names = split.words().stream().skip(1).toList();
            if (deed.isEmpty()) {
                List<String> known = Arrays.stream(PresetDeed.values()).map(PresetDeed::word).toList();
                complain("", Code.UNKNOWN_VALUE, CliWords.NO_DEED.with(typed),
                        Nearest.to(typed, known).map(CliWords.DID_YOU_MEAN::with));
            } else if (names.isEmpty() && deed.get() != PresetDeed.LIST) {
                complain("", Code.REQUIRED,
                        (deed.get() == PresetDeed.IMPORT ? CliWords.WHICH_FILE : CliWords.WHICH_PRESET).with());
            }
            Optional<PresetPlace> place = value(Role.PRESETS, PresetPlace.class);
            return deed.flatMap(d -> place.map(p -> new Wanted.Presets(d, names, p.to())));
        }

        private Optional<Wanted> watch() {
            String typed = split.words().stream().findFirst().orElse("list");
            List<String> names = split.words().stream().skip(1).toList();
            Optional<WatchDeed> deed = Arrays.stream(WatchDeed.values()).filter(d -> d.word().equals(typed)).findFirst();
            if (deed.isEmpty()) {
                complain("", Code.UNKNOWN_VALUE, CliWords.NO_WATCH_DEED.with(typed),
                        Nearest.to(typed, Arrays.stream(WatchDeed.values()).map(WatchDeed::word).toList())
                                .map(CliWords.DID_YOU_MEAN::with));
            } else if (deed.get().names() && names.isEmpty()) {
                complain("", Code.REQUIRED, CliWords.WHICH_WATCH.with());
            }
            value(Role.WATCH, WatchWish.class);
            return deed.map(d -> new Wanted.Watch(d, names, given(shape.part(Role.WATCH).orElseThrow())));
        }

        private Optional<String> on() {
            return value(Role.GATHERING, Gathering.class).flatMap(Gathering::on);
        }

        /** What is said here counts beside what the recipe says. */
        private Recipe published(Recipe recipe) {
            List<String> places = new ArrayList<>(recipe.publish());
            places.addAll(value(Role.GATHERING, Gathering.class).orElse(new Gathering()).publish());
            return recipe.published(places.stream().distinct().toList());
        }

        private boolean fresh() {
            return !value(Role.GATHERING, Gathering.class).orElse(new Gathering()).cache();
        }

        private Optional<Wanted> cloud() {
            String typed = split.words().stream().findFirst().orElse("list");
            List<String> names = split.words().stream().skip(1).toList();
            Optional<CloudDeed> deed = Arrays.stream(CloudDeed.values()).filter(d -> d.word().equals(typed)).findFirst();
            Optional<AccountWish> place = value(Role.CLOUD, AccountWish.class);
            if (deed.isEmpty()) {
                complain("", Code.UNKNOWN_VALUE, CliWords.NO_CLOUD_DEED.with(typed),
                        Nearest.to(typed, Arrays.stream(CloudDeed.values()).map(CloudDeed::word).toList())
                                .map(CliWords.DID_YOU_MEAN::with));
            } else if (deed.get().names() && names.isEmpty()) {
                complain("", Code.REQUIRED, CliWords.WHICH_ACCOUNT.with());
            } else if (deed.get() == CloudDeed.ADD && place.isPresent() && place.get().service().isEmpty()) {
                complain("service", Code.REQUIRED, CliWords.WHICH_SERVICE.with());
            }
            return deed.flatMap(d -> place.map(p -> new Wanted.Cloud(d, names, p)));
        }

        private Optional<Wanted> publish() {
            Optional<String> to = value(Role.PUBLISH, PublishPlace.class).flatMap(PublishPlace::to);
            if (split.words().isEmpty()) {
                complain("", Code.REQUIRED, CliWords.NO_INPUT.with());
            } else if (to.isEmpty()) {
                complain("to", Code.REQUIRED, CliWords.WHERE_TO.with());
            }
            return to.map(t -> new Wanted.Publish(split.words().stream().map(Path::of).toList(), t));
        }

        private Optional<Wanted> generate() {
            List<String> words = split.words();
            if (words.size() < 2) {
                complain("", Code.REQUIRED, CliWords.WHICH_MODEL.with());
                return Optional.empty();
            }
            Map<String, List<String>> given = new LinkedHashMap<>();
            for (String word : words.subList(2, words.size())) {
                int at = word.indexOf('=');
                if (at < 1) {
                    complain("", Code.BAD_SYNTAX, CliWords.NOT_NAME_AND_VALUE.with(word));
                } else {
                    given.computeIfAbsent(word.substring(0, at), _ -> new ArrayList<>()).add(word.substring(at + 1));
                }
            }
            return value(Role.WISH, OutputWish.class).map(wish -> new Wanted.Generate(words.get(0), words.get(1), given, wish));
        }

        private Optional<Wanted> settings() {
            Part part = shape.part(Role.SETTINGS).orElseThrow();
            Map<String, List<String>> changes = new LinkedHashMap<>(given(part));
            value(Role.SETTINGS, Preferences.class);
            List<String> names = split.words().stream().skip(1).toList();
            if (!split.words().isEmpty() && !split.words().getFirst().equals(RESET)) {
                complain("", Code.UNKNOWN_VALUE, CliWords.ONLY_RESET.with(split.words().getFirst()));
            } else if (!split.words().isEmpty() && names.isEmpty()) {
                complain("", Code.REQUIRED, CliWords.WHICH_SETTING.with());
            }
            names.forEach(name -> {
                if (part.has(name)) {
                    changes.put(name, List.of());
                } else {
                    complaints.add(Complaint.of(Schema.unknown(name, part.fields().stream().map(Field::name).toList())));
                }
            });
            return Optional.of(new Wanted.Settings(changes));
        }

        private Optional<Wanted> cache() {
            List<String> words = split.words();
            boolean known = words.isEmpty() || words.size() == 1 && List.of(SHOW, CLEAR).contains(words.getFirst());
            if (!known) {
                complain("", Code.UNKNOWN_VALUE, CliWords.NO_CACHE_DEED.with(String.join(" ", words)));
            }
            return Optional.of(new Wanted.Cache(words.contains(CLEAR)));
        }

        private Optional<Wanted> schema() {
            noWords();
            return Optional.of(new Wanted.Schema());
        }

        private void noWords() {
            if (!split.words().isEmpty()) {
                complain("", Code.TOO_MANY, CliWords.NO_ARGUMENTS.with(split.words().getFirst()));
            }
        }

        private Optional<Wanted> demo() {
            noWords();
            return value(Role.DEMO, DemoPlace.class).map(place -> new Wanted.Demo(place.to()));
        }

        private Optional<Wanted> helpOn() {
            String words = String.join(" ", split.words());
            Optional<CommandShape> on = shapes.find(words);
            if (on.isEmpty() && !words.isEmpty()) {
                noSuchCommand(words);
            }
            return Optional.of(new Wanted.Help(on));
        }

        private Optional<Wanted.Run> operation() {
            Optional<Operation> operation = value(Role.OPERATION, Operation.class);
            boolean written = shape.part(Role.SINK).filter(part -> !given(part).isEmpty()).isPresent();
            Optional<Operation> sink = written ? value(Role.SINK, Operation.class) : Optional.empty();
            Set<String> explicit = new TreeSet<>(split.given().keySet());
            Optional<Recipe> recipe = operation.map(first -> new Recipe(Optional.empty(),
                    sink.map(second -> List.of(first, second)).orElse(List.of(first))));
            return run(recipe, explicit, split.words());
        }

        private Optional<Wanted.Run> recipe() {
            if (split.words().isEmpty()) {
                complain("", Code.REQUIRED, CliWords.NO_RECIPE.with());
                return Optional.empty();
            }
            String file = split.words().getFirst();
            Optional<Recipe> recipe = recipe(file);
            Set<String> explicit = recipe.map(r -> catalog.write(r.steps().getLast()).keySet()).orElse(Set.of());
            return run(recipe, explicit, split.words().subList(1, split.words().size()));
        }

        private Optional<Recipe> recipe(String file) {
            try {
                return only(recipes.readPresets(texts.read(Path.of(file))), file);
            } catch (NoSuchFileException | InvalidPathException noFile) {
                return preset(file);
            } catch (IOException broken) {
                unread(file, CliWords.RECIPE_UNREAD.with(broken.getMessage()));
            }
            return Optional.empty();
        }

        private Optional<Recipe> preset(String name) {
            Optional<Recipe> preset = texts.preset(name, value(Role.GLOBALS, Globals.class).orElse(new Globals()));
            if (preset.isEmpty() && (name.contains(".") || name.contains("/"))) {
                unread(name, CliWords.RECIPE_MISSING.with());
            } else if (preset.isEmpty()) {
                complaints.add(new Complaint(Optional.of(Text.harmless(name)),
                        new Problem("", Code.MISSING_FILE, CliWords.NO_PRESET.with(), Optional.of(CliWords.SEE_PRESETS.with()))));
            }
            return preset;
        }

        /** The one recipe of a file. */
        private Optional<Recipe> only(PresetFile found, String file) {
            Optional<String> named = Optional.of(Text.harmless(file));
            found.problems().stream().filter(p -> !p.isWarning()).forEach(p -> complaints.add(new Complaint(named, p)));
            if (found.presets().size() > 1) {
                complaints.add(new Complaint(named, new Problem("", Code.CHOOSE_ONE,
                        CliWords.SEVERAL_PRESETS.with(found.presets().size()), Optional.of(CliWords.IMPORT_FIX.with(file)))));
            }
            return found.presets().size() == 1 ? Optional.of(found.presets().getFirst()) : Optional.empty();
        }

        private void unread(String file, Text why) {
            complaints.add(new Complaint(Optional.of(Text.harmless(file)), new Problem("", Code.MISSING_FILE, why)));
        }

        private Optional<Wanted.Run> run(Optional<Recipe> recipe, Set<String> explicit, List<String> inputs) {
            Optional<Wanted.Sources> sources = sources(inputs);
            Optional<OutputWish> wish = value(Role.WISH, OutputWish.class);
            if (wish.isPresent() && wish.get().output().isPresent() && wish.get().to().isPresent()) {
                complain("to", Code.CHOOSE_ONE, CliWords.OUT_OR_TO.with());
            }
            Optional<Recipe> ending = wish.flatMap(OutputWish::output).isEmpty()
                    ? recipe
                    : recipe.flatMap(r -> ending(r, wish.get(), explicit));
            return ending.isEmpty() || sources.isEmpty() || wish.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Wanted.Run(published(ending.get()), sources.get(), wish.get(), on(), fresh()));
        }

        private Optional<Recipe> ending(Recipe recipe, OutputWish wish, Set<String> explicit) {
            Reading<Recipe> fitted = new OutputEnding(catalog).fit(recipe, wish.output().orElseThrow(), explicit);
            fitted.problems().forEach(p -> complaints.add(Complaint.of(p)));
            return fitted.value();
        }

        private Optional<Wanted.Sources> sources(List<String> inputs) {
            if (inputs.isEmpty()) {
                complain("", Code.REQUIRED, CliWords.NO_INPUT.with());
                return Optional.empty();
            }
            boolean recursive = value(Role.GATHERING, Gathering.class).orElse(new Gathering()).recursive();
            return Optional.of(new Wanted.Sources(inputs.stream().map(Path::of).toList(), recursive));
        }

        /** Reads one part of the options, and keeps what is wrong with it. */
        private <T> Optional<T> value(Role role, Class<T> type) {
            Part part = shape.part(role).orElseThrow();
            Map<String, List<String>> given = given(part);
            Reading<?> reading = part.schema().read(given);
            reading.problems().stream().filter(p -> !p.isWarning()).forEach(p -> complaints.add(Complaint.of(p)));
            return reading.value().map(type::cast);
        }

        private Map<String, List<String>> given(Part part) {
            Map<String, List<String>> given = new LinkedHashMap<>();
            for (Field field : part.fields()) {
                List<String> texts = split.given().get(field.name());
                if (texts != null) {
                    given.put(field.name(), field.kind().list() ? parts(field, texts) : once(field, texts));
                }
            }
            return given;
        }

        /** Each text may hold several, parted as their kind is everywhere: a tag's value may hold a comma. */
        private static List<String> parts(Field field, List<String> texts) {
            return texts.size() == 1
                    ? texts
                    : texts.stream().flatMap(text -> field.kind().splitter().split(text).stream()).map(String::strip).toList();
        }

        private List<String> once(Field field, List<String> texts) {
            if (texts.size() > 1) {
                Complaint twice = Complaint.of(new Problem(field.name(), Code.TOO_MANY,
                        CliWords.GIVEN_TWICE.with(String.join(", ", texts))));
                if (!complaints.contains(twice)) {
                    complaints.add(twice);
                }
            }
            return List.of(texts.getLast());
        }

        private void unmatched(String word) {
            if (word.startsWith("--")) {
                complaints.add(Complaint.of(Schema.unknown(word.substring(2).replaceAll("=.*", ""), shape.names())));
            } else if (word.startsWith("-")) {
                complaints.add(Complaint.of(new Problem("", Code.UNKNOWN_OPTION, CliWords.DASH.with(word),
                        CliWords.DASH_FIX.with())));
            } else if (complaints.isEmpty()) {
                // what follows a command that does not exist says nothing
                noSuchCommand(word);
            }
        }

        private void noSuchCommand(String word) {
            List<String> names = split.command().equals("explain")
                    ? shapes.explained().stream().map(s -> s.name().substring("explain ".length())).toList()
                    : java.util.stream.Stream.concat(shapes.plain().stream().map(CommandShape::name),
                            java.util.stream.Stream.of("explain")).toList();
            complain("", Code.UNKNOWN_VALUE, CliWords.NO_COMMAND.with(word),
                    Optional.of(Nearest.to(word, names).map(CliWords.DID_YOU_MEAN::with).orElse(CliWords.SEE_HELP.with())));
        }

        private void complain(String option, Code code, Text text) {
            complain(option, code, text, Optional.empty());
        }

        private void complain(String option, Code code, Text text, Optional<Text> fix) {
            complaints.add(Complaint.of(new Problem(option, code, text, fix)));
        }
    }
}
