package io.reelbench.engine.local;

import io.reelbench.engine.media.Counted;
import io.reelbench.engine.output.PieceFolder;
import io.reelbench.engine.plan.OwnWork;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Counts the frames and the length of numbered pieces in a folder. */
public final class PieceCounting {

    private final Workbench.Counting counting;

    public PieceCounting(Workbench.Counting counting) {
        this.counting = counting;
    }

    /**
     * What is in each, by its first track.
     *
     * @param scratch a folder of ours
     */
    public List<Counted> of(Path folder, int count, String ending, Path scratch)
            throws IOException, FailedException, InterruptedException {
        Files.createDirectories(scratch);
        Path list = scratch.resolve(UUID.randomUUID() + ".ffconcat");
        try {
            Files.writeString(list, list(folder, count, ending, scratch));
            return whole(counting.of(list, count, 1), count, folder.getFileName().toString());
        } finally {
            Files.deleteIfExists(list);
        }
    }

    /** A list of them for ffmpeg. */
    static String list(Path folder, int count, String ending, Path scratch) throws IOException {
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        for (int i = 1; i <= count; i++) {
            list.append("file ").append(Listed.name(folder, PieceFolder.numbered(i, ending), scratch)).append('\n');
            list.append("duration ").append(OwnWork.ListPieces.APART).append('\n');
        }
        return list.toString();
    }

    /** What cannot be read, and all behind it, is left out when counting. */
    static List<Counted> whole(List<Counted> counted, int count, String clip) throws FailedException {
        if (counted.size() != count) {
            throw new FailedException(
                    new Failure.NotAsPlanned(clip, LocalWords.UNREADABLE_PIECE.with(counted.size() + 1).toString()));
        }
        return counted;
    }
}
