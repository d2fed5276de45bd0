package io.reelbench.app.queue;

import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A report among the results of a task: what can be read in the window itself. */
final class ReportText {

    private static final Set<String> ENDINGS = Set.of("txt", "json", "csv", "edl");
    /** A series of hours is opened elsewhere. */
    private static final int MOST = 200_000;

    private ReportText() {}

    /** The first result that is a text. */
    static Optional<Path> of(Task task) {
        return task.outcome().results().stream().map(Task.Result::file).filter(ReportText::isText).findFirst();
    }

    /** Whether a file is a report, by its ending. */
    static boolean isText(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Its words, or the beginning of very many. */
    static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST);
            String words = Text.harmless(new String(bytes, StandardCharsets.UTF_8));
            return in.read() < 0 ? words : words + "\n…";
        }
    }
}
