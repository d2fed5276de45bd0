package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.provider.Yield;
import io.reelbench.engine.media.Counted;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.Folder;
import io.reelbench.engine.output.PieceFolder;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.PieceList;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Brings pieces home into a folder, counts what is in each, and gives them the names and the list that pieces made here have. */
final class PiecesHome {

    /** So much may all pieces together be off, and for each a frame. */
    private static final long TOLERANCE = Time.SECOND / 2;
    private static final long EACH = Time.SECOND / 12;

    /** One piece as the service tells of it. */
    private record Told(int index, String address, String ending, Optional<String> first, Optional<String> thumbnail) {
    }

    private final Trip trip;
    private final Path folder;
    private final Yield.Pieces pieces;

    /** @param folder is made anew */
    PiecesHome(Trip trip, Path folder, Yield.Pieces pieces) {
        this.trip = trip;
        this.folder = folder;
        this.pieces = pieces;
    }

    Expect bring(JsonNode answer) throws FailedException, InterruptedException {
        List<Told> told = told(answer);
        int count = told.size();
        boolean all = pieces.cuts() != Yield.Cuts.KEYFRAMES;
        if (count == 0 || all ? count != pieces.asked().size() : count > pieces.asked().size()) {
            throw failed(TaskWords.PIECES_COUNT.with(count, pieces.asked().size()));
        }
        String ending = told.getFirst().ending;
        try {
            Folder.afresh(folder);
            for (int i = 0; i < count; i++) {
                fetch(told.get(i), i, count, ending);
            }
            List<Counted> counted = trip.bench().pieces().of(folder, count, ending, trip.bench().passages().folder());
            return named(counted, ending);
        } catch (IOException e) {
            throw Faults.writing(folder.getParent(), e);
        }
    }

    private FailedException failed(Text why) {
        return new FailedException(new Failure.RemoteFailed(trip.account().name(), why.toString()));
    }

    private List<Told> told(JsonNode answer) throws FailedException {
        List<Told> all = new ArrayList<>();
        JsonNode list = pieces.lists().stream().map(answer::at).filter(JsonNode::isArray).findFirst()
                .orElseThrow(() -> failed(TaskWords.NO_ADDRESS.with()));
        for (JsonNode piece : list) {
            Optional<String> address = text(piece, "url");
            if (address.isEmpty()) {
                throw failed(TaskWords.NO_ADDRESS.with());
            }
            Optional<String> first = text(piece, "first_frame");
            Optional<String> thumbnail = text(piece, "thumbnail");
            if (pieces.pictures() && (first.isEmpty() || thumbnail.isEmpty())) {
                throw failed(TaskWords.NO_PICTURES.with());
            }
            all.add(new Told(piece.path("index").asInt(all.size()), address.get(),
                    text(piece, "filename").flatMap(PiecesHome::ending).orElse(pieces.ending()), first, thumbnail));
        }
        all.sort(Comparator.comparingInt(Told::index));
        boolean distinct = all.stream().map(Told::index).distinct().count() == all.size();
        boolean alike = all.stream().map(Told::ending).distinct().count() <= 1;
        if (!distinct || !alike) {
            throw new FailedException(
                    new Failure.Garbled(trip.account().name(), TaskWords.NOT_ITS_ANSWER.with().toString()));
        }
        return all;
    }

    private static Optional<String> text(JsonNode piece, String name) {
        return Optional.of(piece.path(name)).filter(JsonNode::isString).map(JsonNode::asString).filter(t -> !t.isBlank());
    }

    /** Nothing of the name itself is used. */
    private static Optional<String> ending(String name) {
        int dot = name.lastIndexOf('.');
        return Optional.of(name.substring(dot + 1).toLowerCase(Locale.ROOT)).filter(e -> dot >= 0 && e.matches("[a-z0-9]{2,4}"));
    }

    private void fetch(Told piece, int index, int count, String ending) throws FailedException, InterruptedException {
        double from = Trip.DOWN + (1 - Trip.DOWN) * index / count;
        double to = Trip.DOWN + (1 - Trip.DOWN) * (index + 1) / count;
        trip.fetch(piece.address, folder.resolve(PieceFolder.numbered(index + 1, ending)), from, to);
        if (pieces.pictures()) {
            trip.fetch(piece.first.orElseThrow(), folder.resolve(PieceFolder.first(index + 1)), to, to);
            trip.fetch(piece.thumbnail.orElseThrow(), folder.resolve(PieceFolder.thumbnail(index + 1)), to, to);
        }
    }

    private Expect named(List<Counted> counted, String ending) throws FailedException, IOException {
        long sum = counted.stream().mapToLong(Counted::lengthUs).sum();
        long off = Math.abs(sum - pieces.wholeUs().orElse(sum));
        if (off > TOLERANCE + EACH * counted.size()) {
            throw failed(TaskWords.PIECES_LENGTH.with(Time.spoken(sum), Time.spoken(pieces.wholeUs().orElse(sum))));
        }
        List<PieceList.One> ones = new ArrayList<>();
        long from = 0;
        for (int i = 0; i < counted.size(); i++) {
            long length = counted.get(i).lengthUs();
            ones.add(pieces.cuts() == Yield.Cuts.KEYFRAMES ? one(from, from + length) : one(pieces.asked().get(i)));
            from += length;
        }
        Path clip = trip.task().asked().inputs().getFirst().file();
        boolean copied = pieces.cuts() != Yield.Cuts.EXACT;
        new PieceFolder(folder, clip, new PieceList(ending, copied, true, pieces.pictures(), List.copyOf(ones))).name(counted);
        Expect.Slices asked = (Expect.Slices) trip.call().expect();
        return new Expect.Slices(asked.film(), IntStream.range(0, counted.size()).mapToObj(asked.pieces()::get).toList(),
                pieces.pictures());
    }

    private static PieceList.One one(Range range) {
        return new PieceList.One(range.fromUs(),
                range.toUs() == Range.OPEN ? OptionalLong.empty() : OptionalLong.of(range.toUs()), Optional.empty(), "");
    }

    private static PieceList.One one(long from, long to) {
        return one(new Range(from, to));
    }
}
