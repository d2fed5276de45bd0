package io.reelbench.engine;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program keeps what is its own.
 *
 * @param data   the queue and its journal
 * @param cache  what can be made again: unpacked programs, capabilities, pieces of running tasks
 * @param config settings and presets
 * @param logs   log files
 */
public record Places(Path data, Path cache, Path config, Path logs) {

    private static final String NAME = "reelbench";

    /** Where this system wants them: XDG on Linux, Library on macOS, AppData on Windows. */
    public static Places ofUser() {
        Path home = folder(System.getenv(), "HOME", Path.of(System.getProperty("user.home")));
        return of(System.getProperty("os.name").toLowerCase(Locale.ROOT), home, System.getenv());
    }

    static Places of(String system, Path home, Map<String, String> environment) {
        if (system.contains("win")) {
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve(NAME);
            Path roaming = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming")).resolve(NAME);
            return new Places(local.resolve("data"), local.resolve("cache"), roaming, local.resolve("logs"));
        } else if (system.contains("mac")) {
            Path library = home.resolve("Library");
            Path support = library.resolve("Application Support").resolve(NAME);
            return new Places(support, library.resolve("Caches").resolve(NAME), support.resolve("config"),
                    library.resolve("Logs").resolve(NAME));
        }
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")).resolve(NAME);
        return new Places(folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve(NAME),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME),
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME), state.resolve("logs"));
    }

    /** A relative path in such a variable is to be ignored, says the XDG specification. */
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable)).filter(v -> !v.isBlank()).map(Path::of).filter(Path::isAbsolute)
                .orElse(otherwise);
    }

    /** The same with another folder for what can be made again. */
    public Places withCache(Path folder) {
        return new Places(data, folder, config, logs);
    }

    /** Everything in one folder. */
    public static Places in(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return new Places(whole.resolve("data"), whole.resolve("cache"), whole.resolve("config"), whole.resolve("logs"));
    }
}
