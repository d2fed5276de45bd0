package io.reelbench.app;

import io.reelbench.engine.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the window was asked to open with.
 *
 * @param places where it keeps what is its own
 * @param files  to put on the desk
 */
record Opening(Places places, List<Path> files) {

    private static final String DATA_DIR = "--data-dir";

    /** Reads {@code [--window] [--data-dir DIR] [--] [files…]}. */
    static Opening of(List<String> arguments) {
        Places places = Places.ofUser();
        List<Path> files = new ArrayList<>();
        boolean onlyFiles = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!onlyFiles && argument.equals(DATA_DIR) && i + 1 < arguments.size()) {
                places = Places.in(Path.of(arguments.get(++i)));
            } else if (!onlyFiles && argument.equals("--")) {
                onlyFiles = true;
            } else if (onlyFiles || !argument.equals(Main.WINDOW)) {
                files.add(Path.of(argument));
            }
        }
        return new Opening(places, files);
    }
}
