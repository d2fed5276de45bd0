package io.reelbench.engine.local;

import io.reelbench.engine.media.Counted;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.output.PieceFolder;
import io.reelbench.engine.plan.OwnWork;
import io.reelbench.engine.plan.Ref;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What is done to a folder of numbered pieces when they are written. */
final class PieceWork {

    private final Function<Ref, Path> places;

    PieceWork(Function<Ref, Path> places) {
        this.places = places;
    }

    void list(OwnWork.ListPieces listing, Media clip) throws IOException, FailedException {
        Path scratch = places.apply(new Ref.Scratch(""));
        Path folder = places.apply(listing.pieces());
        int there = PieceFolder.count(folder, listing.ending());
        if (there != listing.count()) {
            throw new FailedException(
                    new Failure.NotAsPlanned(clip.name(), LocalWords.PIECES.with(there, listing.count()).toString()));
        }
        Files.writeString(scratch.resolve(listing.list()),
                PieceCounting.list(folder, listing.count(), listing.ending(), scratch));
    }

    void name(OwnWork.NamePieces naming, Media clip, Workbench.Counting counting)
            throws IOException, FailedException, InterruptedException {
        int count = naming.told().pieces().size();
        PieceFolder folder = new PieceFolder(places.apply(naming.pieces()), clip.path(), naming.told());
        List<Counted> counted = counting.of(places.apply(new Ref.Scratch(naming.list())), count, naming.timed());
        folder.name(PieceCounting.whole(counted, count, clip.name()));
    }
}
