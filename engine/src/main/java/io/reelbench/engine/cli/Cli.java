package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.Presets;
import io.reelbench.engine.Version;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.PresetFile;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.preview.decoder.Decoder;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.reference.RecipeSchema;
import io.reelbench.engine.settings.SettingsFile;
import io.reelbench.engine.watch.WatchList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The program in a terminal. */
public final class Cli {

    /** How long a stop may take before the program ends all the same; its ffmpeg processes die with it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Shell shell;
    private final Catalog catalog = new Catalog();
    private final RecipeReader recipes = new RecipeReader(catalog);

    private Cli(Shell shell) {
        this.shell = shell;
    }

    /** Runs a command line and ends the program with its exit code. */
    public static void main(String[] arguments) {
        if (Decoder.isMeant(arguments)) {
            Decoder.main(arguments);
            return;
        }
        // help pages and the words of options are English; sentences between them in another language would help nobody
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Stop stop = new Stop(Thread.currentThread());
        Shell shell = Terminal.shell(System.getenv(), Arrays.asList(arguments).contains("--json"), stop);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("reelbench-stop").unstarted(() -> stopNow(shell)));
        int code = Tally.FAILED;
        try {
            code = run(List.of(arguments), shell);
        } finally {
            stop.ended();
        }
        System.exit(code);
    }

    private static void stopNow(Shell shell) {
        if (shell.stop().hasEnded()) {
            return;
        }
        shell.stop().ask();
        try {
            if (!shell.stop().await(PATIENCE)) {
                shell.complain(CliWords.STOP_SLOW.with().toString());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a command line in this process and gives its exit code. */
    public static int run(List<String> arguments, Shell shell) {
        return new Cli(shell).run(arguments);
    }

    private int run(List<String> arguments) {
        ArgumentReader reader = new ArgumentReader(catalog, recipes, new Disk());
        Parsed parsed = reader.read(arguments);
        if (parsed.wanted().isEmpty()) {
            new Complaints(shell, parsed.globals()).tell(parsed.command(), parsed.complaints());
            return Tally.USAGE;
        } else if (arguments.isEmpty()) {
            shell.say(CliWords.STARTING_DEMO.with().toString());
        }
        return done(parsed, reader.shapes());
    }

    /** Recipes as they lie on this machine. */
    private final class Disk implements ArgumentReader.Texts {

        @Override
        public String read(Path file) throws IOException {
            Path whole = shell.directory().resolve(file);
            if (Files.size(whole) > PresetFile.MOST_BYTES) {
                throw new IOException(CliWords.RECIPE_LARGE.with().toString());
            }
            return Files.readString(whole);
        }

        @Override
        public Optional<Recipe> preset(String name, Globals globals) {
            try {
                return Presets.of(recipes, places(globals)).find(name);
            } catch (FailedException unreadable) {
                return Optional.empty();
            }
        }
    }

    private Places places(Globals globals) {
        return globals.dataDir().map(shell.directory()::resolve).map(Places::in).orElseGet(Places::ofUser);
    }

    private int done(Parsed parsed, CommandShapes shapes) {
        Help help = new Help(shapes, catalog, shell.look().columns());
        switch (parsed.wanted().orElseThrow()) {
            case Wanted.Help(var command) -> command.map(help::of).orElseGet(help::all).forEach(shell::say);
            case Wanted.Operations(var name) -> new Reference(shell, shapes, catalog).show(name, parsed.globals().json());
            case Wanted.Presets presets -> {
                return new PresetShelf(shell, parsed, Presets.of(recipes, places(parsed.globals())), recipes).run(presets);
            }
            case Wanted.Watch watch when watch.deed() != WatchDeed.RUN -> {
                Presets presets = Presets.of(recipes, places(parsed.globals()));
                return new Watching(shell, parsed.globals())
                        .change(new WatchList(places(parsed.globals()).config(), recipes, presets::find), watch);
            }
            case Wanted.Settings(var changes) -> {
                return new SettingsTable(shell, parsed.globals(), new SettingsFile(places(parsed.globals()).config()))
                        .run(changes);
            }
            case Wanted.Cache(boolean clear) -> {
                return new KnownResults(shell, parsed.globals()).run(places(parsed.globals()), clear);
            }
            case Wanted.Schema _ -> shell.out().print(new RecipeSchema(catalog).text());
            case Wanted.Version _ when !parsed.globals().verbose() -> shell.say("Reelbench " + Version.text());
            case Wanted work -> {
                return withEngine(parsed, work);
            }
        }
        return Tally.GOOD;
    }

    private int withEngine(Parsed parsed, Wanted wanted) {
        Engine.Mode mode = wanted instanceof Wanted.Watch ? Engine.Mode.OWN_QUEUE : Engine.Mode.THROW_AWAY;
        try (Engine engine = Engine.open(places(parsed.globals()), mode)) {
            engine.cloud().askedBy(account -> KeyReader.ask(account.name()));
            return switch (wanted) {
                case Wanted.Run run -> new Work(shell, parsed).run(engine, run);
                case Wanted.Show(Wanted.Run run) -> new Showing(shell, parsed).run(engine, run);
                case Wanted.Explain(Wanted.Run run) -> new Explaining(shell, parsed, engine, run).run();
                case Wanted.Probe(var sources) -> new Probing(shell, parsed.globals()).run(engine, sources);
                case Wanted.Demo(var to) -> new Demo(shell, parsed, engine).run(to);
                case Wanted.Cloud wish -> new CloudDesk(shell, parsed.globals(), KeyReader::ask).run(engine, wish);
                case Wanted.Publish(var files, String to) -> new Work(shell, parsed).publish(engine, files, to);
                case Wanted.Generate making -> new Making(shell, new Work(shell, parsed)).run(engine, making);
                case Wanted.Watch _ -> new Watching(shell, parsed.globals()).run(engine);
                case Wanted.Version _ -> versions(engine);
                case Wanted.Help _,Wanted.Operations _,Wanted.Presets _,Wanted.Settings _,Wanted.Cache _,Wanted.Schema _ ->
                    throw new IllegalStateException();
            };
        } catch (FailedException failed) {
            shell.complain("reelbench: " + Columns.oneLine(failed.failure().headline().toString()));
            shell.complain("  " + Columns.oneLine(failed.failure().fix().toString()));
            return Work.exitCode(failed.failure());
        } catch (InterruptedException stopped) {
            return Tally.STOPPED;
        }
    }

    private int versions(Engine engine) {
        shell.say("Reelbench " + Version.text());
        shell.say(engine.capabilities().version());
        return Tally.GOOD;
    }
}
