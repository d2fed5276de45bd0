package io.reelbench.engine.cli;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.settings.SettingsFile;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code reelbench settings}: shows all of them as they are, or changes some. */
final class SettingsTable {

    private static final int NAMES = 16;
    private static final int VALUES = 18;

    private final Shell shell;
    private final Globals globals;
    private final SettingsFile settings;

    SettingsTable(Shell shell, Globals globals, SettingsFile settings) {
        this.shell = shell;
        this.globals = globals;
        this.settings = settings;
    }

    int run(Map<String, List<String>> changes) {
        settings.troubles().forEach(trouble -> complain(trouble.toString()));
        try {
            settings.change(changes);
        } catch (FailedException failed) {
            complain(failed.failure().headline().toString());
            complain("  " + failed.failure().fix());
            return Tally.FAILED;
        }
        SettingsFile.schema().fields().stream().filter(f -> changes.isEmpty() || changes.containsKey(f.name()))
                .forEach(this::show);
        return Tally.GOOD;
    }

    private void show(Field field) {
        List<String> given = settings.given().getOrDefault(field.name(), List.of());
        String usual = field.usual().filter(u -> !u.isEmpty()).orElse(CliWords.NOTHING_CHOSEN.with().toString());
        String value = given.isEmpty() ? usual : Text.harmless(String.join(",", given));
        if (globals.json()) {
            Json json = new Json(shell);
            ObjectNode object = json.object().put("setting", field.name()).put("value", value).put("chosen", !given.isEmpty());
            json.write(object);
        } else {
            String told = given.isEmpty() ? field.ask().help() : CliWords.USUAL_IS.with(usual).toString();
            shell.say("  " + Columns.fitted(field.name(), NAMES, "…") + "  " + padded(value) + "  " + told);
        }
    }

    private static String padded(String value) {
        return value.length() < VALUES ? value + " ".repeat(VALUES - value.length()) : value;
    }

    private void complain(String words) {
        shell.complain("reelbench settings: " + Columns.oneLine(words));
    }
}
