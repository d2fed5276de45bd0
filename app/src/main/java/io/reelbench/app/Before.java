package io.reelbench.app;

import io.reelbench.engine.problem.Translations;
import io.reelbench.engine.settings.Appearance;
import io.reelbench.engine.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What must be settled before JavaFX starts: the language of everything that is said, and how large everything is drawn. */
final class Before {

    /** Read once by JavaFX, on Linux and on Windows; a Mac scales by itself. */
    private static final String LINUX = "glass.gtk.uiScale";
    private static final String WINDOWS = "glass.win.uiScale";
    private static final int USUAL = 100;

    private Before() {}

    static void settle(Opening opening) {
        Appearance chosen = new SettingsFile(opening.places().config()).now().appearance();
        Locale.setDefault(Locale.Category.DISPLAY, language(chosen, Locale.getDefault(Locale.Category.DISPLAY)));
        scale(chosen.size(), System.getenv()).ifPresent(percent -> {
            System.setProperty(LINUX, percent);
            System.setProperty(WINDOWS, percent);
        });
    }

    /** Whether JavaFX must wait for {@link #settle}; looks for one word of the file, which takes no time. */
    static boolean mayScale(Opening opening) {
        try {
            return Files.readString(opening.places().config().resolve(SettingsFile.NAME)).contains("size");
        } catch (NoSuchFileException usual) {
            return false;
        } catch (IOException unclear) {
            return true; // whoever reads it whole says why
        }
    }

    /** The one that was chosen, else the system's where its words are there. */
    static Locale language(Appearance chosen, Locale system) {
        return chosen.language().locale().orElseGet(() -> Translations.isSpoken(system) ? system : Locale.ENGLISH);
    }

    /** On top of what the desktop asks for, as far as it says so. */
    static Optional<String> scale(int percent, Map<String, String> environment) {
        if (percent == USUAL) {
            return Optional.empty();
        }
        String desktop = environment.getOrDefault("GDK_SCALE", "1");
        int times = desktop.matches("[1-4]") ? Integer.parseInt(desktop) : 1;
        return Optional.of(percent * times + "%");
    }
}
