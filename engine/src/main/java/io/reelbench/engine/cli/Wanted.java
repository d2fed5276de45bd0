package io.reelbench.engine.cli;

import io.reelbench.engine.cloud.account.AccountWish;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command line asks for, as a plain value: nothing was opened but a recipe's file. */
public sealed interface Wanted {

    /** The help page of a command; of the program itself without one. */
    record Help(Optional<CommandShape> command) implements Wanted {
    }

    record Version() implements Wanted {
    }

    /**
     * Files and folders.
     *
     * @param paths     as they were typed
     * @param recursive whether folders are read with all folders below them
     */
    record Sources(List<Path> paths, boolean recursive) {
    }

    /**
     * Do a recipe to each clip.
     *
     * @param on    the account whose service does it; empty for this computer
     * @param fresh whether it is done though the same was done before
     */
    record Run(Recipe recipe, Sources sources, OutputWish wish, Optional<String> on, boolean fresh) implements Wanted {
    }

    /** Look at accounts, or change them. */
    record Cloud(CloudDeed deed, List<String> names, AccountWish place) implements Wanted {
    }

    /**
     * Bring finished files somewhere.
     *
     * @param to an account, a bucket of one, or a folder
     */
    record Publish(List<Path> files, String to) implements Wanted {
    }

    /**
     * Let a model make something.
     *
     * @param given by parameter; several values of one are several jobs
     */
    record Generate(String account, String model, Map<String, List<String>> given, OutputWish wish) implements Wanted {
        public Generate {
            given = Map.copyOf(given);
        }
    }

    /** Make a report of each clip and print it. */
    record Show(Run run) implements Wanted {
    }

    /** Say what {@link Run} would do. */
    record Explain(Run run) implements Wanted {
    }

    record Probe(Sources sources) implements Wanted {
    }

    /** All operations, or the reference of one. */
    record Operations(Optional<String> name) implements Wanted {
    }

    /**
     * Look at presets, write some to a file, or take them out of files.
     *
     * @param names of presets; of files for an import
     * @param to    where an export goes
     */
    record Presets(PresetDeed deed, List<String> names, Optional<Path> to) implements Wanted {
    }

    /**
     * Look at what was chosen for the whole program, or change it.
     *
     * @param changes by option; an empty list puts one back to the usual
     */
    record Settings(Map<String, List<String>> changes) implements Wanted {
        public Settings {
            changes = Map.copyOf(changes);
        }
    }

    /**
     * Watch folders, or say which.
     *
     * @param names numbers as the list shows them
     * @param given options of a folder to add
     */
    record Watch(WatchDeed deed, List<String> names, Map<String, List<String>> given) implements Wanted {
        public Watch {
            names = List.copyOf(names);
            given = Map.copyOf(given);
        }
    }

    /**
     * Say how many results of earlier tasks are known.
     *
     * @param clear whether they are forgotten instead
     */
    record Cache(boolean clear) implements Wanted {
    }

    /** The JSON Schema of recipes. */
    record Schema() implements Wanted {
    }

    record Demo(Path to) implements Wanted {
    }
}
