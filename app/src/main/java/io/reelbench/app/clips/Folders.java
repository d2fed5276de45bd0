package io.reelbench.app.clips;

import io.reelbench.app.desk.Carrier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows files in the file manager of the system. */
final class Folders {

    private final Carrier carrier;

    Folders(Carrier carrier) {
        this.carrier = carrier;
    }

    void show(Path file) {
        carrier.aside(() -> new ProcessBuilder(command(file, System.getProperty("os.name").toLowerCase(Locale.ROOT)))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
    }

    static List<String> command(Path file, String system) throws IOException {
        if (system.contains("win")) {
            return List.of("explorer.exe", "/select," + file);
        } else if (system.contains("mac")) {
            return List.of("open", "-R", file.toString());
        }
        return List.of("xdg-open", file.getParent().toString());
    }
}
