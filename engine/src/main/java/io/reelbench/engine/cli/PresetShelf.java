package io.reelbench.engine.cli;

import io.reelbench.engine.Presets;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code reelbench presets}: shows them, writes some to a file, takes them out of files. */
final class PresetShelf {

    private static final String USUAL_FILE = "presets.reelbench";

    private final Shell shell;
    private final Parsed parsed;
    private final Presets presets;
    private final RecipeReader recipes;

    PresetShelf(Shell shell, Parsed parsed, Presets presets, RecipeReader recipes) {
        this.shell = shell;
        this.parsed = parsed;
        this.presets = presets;
        this.recipes = recipes;
    }

    int run(Wanted.Presets wanted) {
        try {
            return switch (wanted.deed()) {
                case LIST -> list();
                case SHOW -> named(wanted.names(), this::show);
                case EXPORT -> named(wanted.names(), found -> export(found, wanted.to()));
                case IMPORT -> bringIn(wanted.names());
            };
        } catch (FailedException failed) {
            complain(failed.failure().headline().toString(), failed.failure().fix().toString());
            return Tally.FAILED;
        }
    }

    /** Something that is done with presets. */
    private interface Deed {
        int with(List<Recipe> found) throws FailedException;
    }

    /** Only when all of them are there. */
    private int named(List<String> names, Deed deed) throws FailedException {
        List<Recipe> found = new ArrayList<>();
        for (String name : names) {
            Optional<Recipe> preset = presets.find(name);
            if (preset.isEmpty()) {
                complain(Text.harmless(name) + ": " + CliWords.NO_PRESET.with(), CliWords.SEE_PRESETS.with().toString());
                return Tally.USAGE;
            }
            found.add(preset.get());
        }
        return deed.with(found);
    }

    private int list() throws FailedException {
        Presets.Shelf own = presets.list();
        List<Presets.Group> groups = new ArrayList<>();
        if (!own.own().isEmpty()) {
            groups.add(new Presets.Group(CliWords.OWN_PRESETS.with().toString(), own.own()));
        }
        groups.addAll(presets.groups());
        for (Presets.Group group : groups) {
            if (!parsed.globals().json()) {
                shell.say(group.title());
            }
            group.presets().forEach(recipe -> one(group.title(), recipe));
        }
        own.troubles().forEach(trouble -> complain(trouble.toString(), ""));
        return Tally.GOOD;
    }

    private void one(String group, Recipe recipe) {
        if (parsed.globals().json()) {
            Json json = new Json(shell);
            ObjectNode object = json.object().put("group", group).put("name", recipe.name().orElseThrow())
                    .put("short", recipe.label());
            recipe.summary().ifPresent(summary -> object.put("summary", summary));
            json.write(object);
            return;
        }
        String words = recipe.summary()
                .orElseGet(() -> String.join(", ", recipe.steps().stream().map(s -> s.about().title()).toList()));
        shell.say("  " + Columns.fitted(recipe.name().orElseThrow(), 24, "…") + "  " + words);
    }

    private int show(List<Recipe> found) {
        for (Recipe recipe : found) {
            if (parsed.globals().json()) {
                shell.say(recipes.write(recipe));
                continue;
            }
            shell.say(recipe.name().orElseThrow());
            recipe.summary().ifPresent(summary -> shell.say("  " + summary));
            shell.say("  " + CliWords.PRESET_TAG.with("clip-" + recipe.label() + ".…"));
            shell.say("  " + recipes.write(recipe));
        }
        return Tally.GOOD;
    }

    /** Never over a file that is there. */
    private int export(List<Recipe> found, Optional<Path> to) throws FailedException {
        Path file = shell.directory().resolve(to.orElse(Path.of(USUAL_FILE)));
        if (Files.exists(file)) {
            complain(CliWords.NOTHING_EXPORTED.with(shell.shown(file)).toString(), CliWords.OTHER_NAME_FIX.with().toString());
            return Tally.USAGE;
        }
        presets.export(found, file);
        shell.say(CliWords.EXPORTED.with(String.join(", ", found.stream().map(r -> r.name().orElseThrow()).toList()),
                shell.shown(file)).toString());
        return Tally.GOOD;
    }

    private int bringIn(List<String> files) throws FailedException {
        int problems = 0;
        for (String file : files) {
            Presets.Imported imported = presets.bringIn(shell.directory().resolve(file));
            imported.kept().forEach(recipe -> shell.say(CliWords.IMPORTED.with(recipe.name().orElseThrow()).toString()));
            imported.there().forEach(name -> shell.say(CliWords.ALREADY_THERE.with(name).toString()));
            imported.problems().forEach(problem -> complain(Text.harmless(file) + ": " + problem, ""));
            problems += imported.problems().size();
        }
        return problems > 0 ? Tally.FAILED : Tally.GOOD;
    }

    private void complain(String words, String fix) {
        shell.complain("reelbench presets: " + Columns.oneLine(words));
        if (!fix.isEmpty()) {
            shell.complain("  " + Columns.oneLine(fix));
        }
    }
}
