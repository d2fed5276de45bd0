package io.reelbench.app.settings;

import io.reelbench.app.form.WideRow;
import io.reelbench.engine.settings.SettingsFile;
import java.util.List;

/** How the window looks, and how the queue works. */
final class GeneralPage extends Page {

    GeneralPage(Chosen chosen) {
        super(SettingsWords.GENERAL);
        head(SettingsWords.APPEARANCE);
        List.of("theme", "contrast", "size", "reduce-motion", "language").forEach(name -> add(row(name, chosen)));
        head(SettingsWords.WORK);
        List.of("tasks", "when-done", "keep-awake").forEach(name -> add(row(name, chosen)));
    }

    private static WideRow row(String name, Chosen chosen) {
        return WideRow.of(SettingsFile.schema().field(name).orElseThrow(), chosen);
    }
}
