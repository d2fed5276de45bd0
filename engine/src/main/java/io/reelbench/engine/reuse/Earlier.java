package io.reelbench.engine.reuse;

import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * What a task made.
 *
 * @param name      of the task, for people
 * @param files     in the order of its plan's products
 * @param notes     what was said of them beside that they are well
 * @param asPlanned whether they are what was planned, else what the plan has for the case that it comes out larger
 */
public record Earlier(String key, String name, List<Kept> files, List<Text> notes, boolean asPlanned) {

    /**
     * A file.
     *
     * @param digest of its bytes, SHA-256
     */
    public record Kept(Path file, long bytes, String digest) {
    }

    public Earlier {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** That it was taken from there. */
    public Text told() {
        return ReuseWords.SAME_AS.with(name, files.getFirst().file());
    }
}
