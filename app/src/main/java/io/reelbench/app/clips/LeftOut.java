package io.reelbench.app.clips;

import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.problem.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the given files and folders did not become clips. Pure.
 *
 * @param headline empty when nothing was left out
 * @param lines    each with its reason
 */
record LeftOut(String headline, List<Line> lines) {

    static final LeftOut NOTHING = new LeftOut("", List.of());

    /**
     * One file or folder.
     *
     * @param name   what it is called
     * @param where  the folder it lies in
     * @param reason why it was left out
     */
    record Line(String name, String where, String reason) {
    }

    static LeftOut of(Gathered gathered) {
        List<Line> lines = new ArrayList<>();
        gathered.losses()
                .forEach(loss -> lines.add(line(loss.file(), loss.headline().toString())));
        gathered.others()
                .forEach(file -> lines.add(line(file, ClipWords.NOT_MEDIA_BY_NAME.say())));
        List<String> said = new ArrayList<>();
        if (!gathered.others().isEmpty()) {
            said.add(ClipWords.NOT_MEDIA.say(gathered.others().size()));
        }
        if (!gathered.losses().isEmpty()) {
            said.add(ClipWords.NOT_ADDED.say(gathered.losses().size()));
        }
        return new LeftOut(String.join(" · ", said), List.copyOf(lines));
    }

    static LeftOut of(Failure failure) {
        return new LeftOut(failure.headline().toString(), List.of());
    }

    private static Line line(java.nio.file.Path file, String reason) {
        return new Line(String.valueOf(file.getFileName()), file.getParent() == null ? "" : file.getParent().toString(), reason);
    }
}
