package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the files of clips that are offline: one is shown by a person, the others that were beside it or below are looked for there. */
final class Relinking {

    private final Desk desk;

    Relinking(Desk desk) {
        this.desk = desk;
    }

    static boolean isOffline(Clip clip) {
        return ClipRow.isOffline(clip.facts().get());
    }

    /** @param found the file that the clip is now */
    void found(Clip clip, Path found) {
        List<Clip> lost = desk.clips().stream().filter(c -> c != clip && isOffline(c)).toList();
        Map<Clip, Path> there = new LinkedHashMap<>();
        there.put(clip, found);
        Map<Path, Clip> wanted = lost.stream().filter(c -> c.file().getParent() != null)
                .collect(Collectors.toMap(c -> moved(clip.file(), found, c.file()), c -> c, (a, _) -> a));
        desk.carrier().fetch(() -> wanted.keySet().stream().filter(Files::isRegularFile).toList(), files -> {
            files.forEach(file -> there.put(wanted.get(file), file));
            relink(there);
        }, _ -> relink(there));
    }

    private void relink(Map<Clip, Path> there) {
        there.keySet().retainAll(desk.clips());
        desk.relink(there.size() == 1 ? ClipWords.RELINK_ONE.with() : ClipWords.RELINK_MANY.with(there.size()), there);
    }

    /** Where a file would be now if it moved as another one did. Pure. */
    static Path moved(Path was, Path is, Path other) {
        Path before = was.getParent();
        Path after = is.getParent();
        // as far up as both folders are called the same: what was renamed or mounted elsewhere lies above
        while (before.getFileName() != null && after.getFileName() != null
                && before.getFileName().equals(after.getFileName()) && !other.startsWith(before)
                && before.getParent() != null && after.getParent() != null) {
            before = before.getParent();
            after = after.getParent();
        }
        return other.startsWith(before) ? after.resolve(before.relativize(other)) : after.resolve(other.getFileName());
    }
}
