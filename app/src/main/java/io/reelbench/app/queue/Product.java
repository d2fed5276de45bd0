package io.reelbench.app.queue;

import io.reelbench.app.look.Icons;
import io.reelbench.engine.queue.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of thing a task made, as its row shows it. Nothing is read from the disk. */
enum Product {
    /** A film, a sound or a picture: it shows itself. */
    MEDIA(Icons.PLAY, Optional.empty()),
    /** Words, which can be read in the window. */
    REPORT(Icons.OPEN, Optional.of(Icons.REPORT)),
    /** A folder of pictures or of pieces, of which one is shown. */
    FOLDER(Icons.OPEN, Optional.of(Icons.FOLDER)),
    /** The same in one file. */
    ARCHIVE(Icons.OPEN, Optional.of(Icons.ZIP));

    private static final List<String> ARCHIVES = List.of(".zip", ".tar", ".tar.gz", ".tgz");

    private final Icons opens;
    private final Optional<Icons> sign;

    Product(Icons opens, Optional<Icons> sign) {
        this.opens = opens;
        this.sign = sign;
    }

    /** Of the first thing that a task made. */
    static Product of(Task task) {
        return task.outcome().results().stream().findFirst().map(Product::of).orElse(MEDIA);
    }

    private static Product of(Task.Result result) {
        String name = result.file().getFileName().toString().toLowerCase(Locale.ROOT);
        if (ReportText.isText(result.file())) {
            return REPORT;
        } else if (ARCHIVES.stream().anyMatch(name::endsWith)) {
            return ARCHIVE;
        }
        boolean many = result.proof().filter(p -> p.pictures() > 1 && p.lengthUs().isEmpty() || p.pieces().isPresent())
                .isPresent();
        return many ? FOLDER : MEDIA;
    }

    /** What stands on the button that opens it. */
    Icons opens() {
        return opens;
    }

    /** What says that it is no picture itself. */
    Optional<Icons> sign() {
        return sign;
    }

    /** Whether a picture of it tells something. */
    boolean pictured() {
        return this == MEDIA || this == FOLDER;
    }
}
