package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Probed;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.gather.Gatherer;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.report.FactsJson;
import io.reelbench.engine.report.FactsText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Says what is in files, in the order in which they were given, each as soon as it is known. */
final class Probing {

    private final Shell shell;
    private final Globals globals;
    private final Json json;
    private final Map<Path, Probed> early = new HashMap<>();
    private List<Path> files = List.of();
    private int next;
    private int failed;

    Probing(Shell shell, Globals globals) {
        this.shell = shell;
        this.globals = globals;
        this.json = new Json(shell);
    }

    int run(Engine engine, Wanted.Sources sources) throws InterruptedException {
        Gathered gathered = new Gatherer(shell.directory(), sources.recursive()).gather(sources.paths());
        gathered.losses().forEach(this::lost);
        files = gathered.files();
        engine.probe(files, this::take);
        return failed > 0 ? Tally.FAILED : Tally.GOOD;
    }

    private void lost(Gathered.Loss loss) {
        failed++;
        if (globals.json()) {
            ObjectNode object = json.object().put("file", loss.file().toString());
            object.set("error", json.error(loss.kind(), loss.headline(), loss.fix()));
            json.write(object);
        } else {
            complain(Sentences.lost(loss));
        }
    }

    private synchronized void take(Probed probed) {
        early.put(probed.file(), probed);
        while (next < files.size() && early.containsKey(files.get(next))) {
            show(early.remove(files.get(next++)));
        }
    }

    private void show(Probed probed) {
        probed.media().ifPresent(media -> {
            if (globals.json()) {
                json.write(FactsJson.of(media));
            } else {
                FactsText.of(media, shell.shown(media.path())).forEach(shell::say);
                shell.say("");
            }
        });
        probed.failure().ifPresent(failure -> failed(probed.file(), failure));
    }

    private void failed(Path file, Failure failure) {
        failed++;
        if (globals.json()) {
            ObjectNode object = json.object().put("file", file.toString());
            object.set("error", json.failure(failure));
            json.write(object);
        } else {
            complain(List.of(failure.headline().toString(), failure.fix().toString()));
        }
    }

    private void complain(List<String> lines) {
        shell.complain("reelbench probe: " + Columns.oneLine(lines.getFirst()));
        lines.stream().skip(1).forEach(line -> shell.complain("  " + Columns.oneLine(line)));
    }
}
