package io.reelbench.engine.cli;

import io.reelbench.engine.Places;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.reuse.Results;
import java.io.IOException;

/** {@code reelbench cache}: how many results of earlier tasks are known, or forgets them. */
final class KnownResults {

    private final Shell shell;
    private final Globals globals;

    KnownResults(Shell shell, Globals globals) {
        this.shell = shell;
        this.globals = globals;
    }

    int run(Places places, boolean clear) {
        try (Results results = new Results("", places.data(), places.cache(), new Results.Choice(() -> false, () -> 0))) {
            int known = results.count();
            if (clear) {
                results.clear();
            }
            if (globals.json()) {
                Json json = new Json(shell);
                json.write(json.object().put("results", known).put("cleared", clear));
            } else {
                shell.say((clear ? CliWords.FORGOTTEN_RESULTS : CliWords.KNOWN_RESULTS).with(known).toString());
            }
            return Tally.GOOD;
        } catch (IOException stays) {
            FailedException failed = Faults.writing(places.data(), stays);
            shell.complain("reelbench cache: " + Columns.oneLine(failed.failure().headline().toString()));
            return Tally.FAILED;
        }
    }
}
