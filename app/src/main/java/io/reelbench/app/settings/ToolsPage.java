package io.reelbench.app.settings;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.form.WideRow;
import io.reelbench.engine.Engine;
import io.reelbench.engine.OwnFfmpeg;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Optional;

/** The programs that do the work. */
final class ToolsPage extends Page {

    private static final String FFMPEG = "ffmpeg";

    private final Engine engine;
    private final Carrier carrier;
    private final WideRow ffmpeg;

    ToolsPage(Chosen chosen, Engine engine, Carrier carrier) {
        super(SettingsWords.TOOLS);
        this.engine = engine;
        this.carrier = carrier;
        head(SettingsWords.PROGRAMS);
        ffmpeg = add(WideRow.ofFile(field(FFMPEG), chosen, SettingsWords.COMES_ALONG.say()));
        ffmpeg.note(inUse());
        chosen.look(FFMPEG, this::look);
        chosen.onChange(() -> {
            if (!chosen.shown(FFMPEG).isGiven()) {
                ffmpeg.note(inUse());
            }
        });
        head(SettingsWords.PREVIEWS);
        add(WideRow.of(field("frames"), chosen));
    }

    private static Field field(String name) {
        return SettingsFile.schema().field(name).orElseThrow();
    }

    /** Its version line has much more than people want. */
    private String inUse() {
        String[] words = engine.capabilities().version().split(" ");
        return SettingsWords.IN_USE.say(words.length > 2 ? words[0].replace("ffprobe", "ffmpeg") + " " + words[2] : words[0]);
    }

    private Optional<Problem> look(String path) throws InterruptedException {
        carrier.onFx(() -> ffmpeg.note(SettingsWords.LOOKING.say()));
        OwnFfmpeg found = engine.look(Path.of(path));
        carrier.onFx(() -> ffmpeg.note(found.version().map(v -> SettingsWords.FOUND.say(v)).orElseGet(this::inUse)));
        return found.why().map(why -> new Problem(FFMPEG, Code.NOT_AVAILABLE, why));
    }
}
