package io.reelbench.app.settings;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Carrier;
import io.reelbench.app.form.WideRow;
import io.reelbench.engine.Engine;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.settings.SettingsFile;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** Where outputs and working files lie, and how much of a disk previews may take. */
final class FilesPage extends Page {

    private final Engine engine;
    private final Carrier carrier;
    private final WideRow limit;
    private final Button empty = new Button(SettingsWords.EMPTY_CACHE.say());

    FilesPage(Chosen chosen, Engine engine, Carrier carrier) {
        super(SettingsWords.FILES);
        this.engine = engine;
        this.carrier = carrier;
        head(SettingsWords.OUTPUTS);
        add(WideRow.ofFolder(field("outputs"), chosen, SettingsWords.BESIDE_CLIP::say));
        add(WideRow.of(field("if-exists"), chosen));
        head(SettingsWords.SPACE);
        add(WideRow.ofFolder(field("cache"), chosen, SettingsWords.USUAL_PLACE::say));
        limit = add(WideRow.of(field("cache-limit"), chosen));
        empty.setMinWidth(Region.USE_PREF_SIZE);
        Tip.say(empty, SettingsWords.EMPTY_CACHE_TIP.say());
        empty.setOnAction(_ -> clear());
        limit.add(empty);
    }

    private static Field field(String name) {
        return SettingsFile.schema().field(name).orElseThrow();
    }

    private void clear() {
        empty.setDisable(true);
        carrier.fetch(() -> {
            engine.previews().clearCache();
            return engine.previews().cachedBytes();
        }, this::used, failure -> limit.note(failure.headline().toString()));
    }

    private void used(long bytes) {
        limit.note(SettingsWords.USED.say(new Bytes(bytes).spoken()));
        empty.setDisable(bytes == 0);
    }

    @Override
    void shown() {
        carrier.fetch(engine.previews()::cachedBytes, this::used, failure -> limit.note(failure.headline().toString()));
    }
}
