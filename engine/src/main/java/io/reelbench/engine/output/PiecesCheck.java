package io.reelbench.engine.output;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Expect.TrackExpected;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.report.PieceManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Looks at the pieces of a film: that the folder holds what its list says and nothing else, that each has the length and the frames that
 * were planned and is not too large, and that the first and the last open, are as planned and play.
 */
final class PiecesCheck {

    private final Verifier.Probe probe;
    private final Verifier.Tail tail;
    private final Verifier.Facts facts;

    PiecesCheck(Verifier.Probe probe, Verifier.Tail tail, Verifier.Facts facts) {
        this.probe = probe;
        this.tail = tail;
        this.facts = facts;
    }

    Verifier.Verdict check(Path folder, Expect.Slices expect) throws InterruptedException {
        try {
            Optional<PieceManifest> list = PieceManifest.read(Files.readString(folder.resolve(PieceManifest.NAME)));
            if (list.isEmpty() || list.get().pieces().size() != expect.pieces().size()) {
                return bad(OutputWords.PIECE_COUNT.with(list.map(l -> l.pieces().size()).orElse(0), expect.pieces().size()));
            }
            List<PieceManifest.Row> rows = list.get().pieces();
            Optional<Verifier.Verdict> wrong = files(folder, rows, expect);
            for (int i = 0; wrong.isEmpty() && i < rows.size(); i++) {
                wrong = piece(i, rows.get(i), expect);
            }
            return wrong.isPresent() ? wrong.get() : ends(folder, list.get().cut(), rows, expect);
        } catch (IOException e) {
            return bad(OutputWords.NOT_OPENED.with(e.getMessage()));
        }
    }

    private Verifier.Verdict.Bad bad(Text difference) {
        return new Verifier.Verdict.Bad(new Failure.NotAsPlanned(facts.source(), difference.toString()));
    }

    private Optional<Verifier.Verdict> files(Path folder, List<PieceManifest.Row> rows, Expect.Slices expect)
            throws IOException {
        TreeSet<String> wanted = new TreeSet<>(List.of(PieceManifest.NAME));
        for (PieceManifest.Row row : rows) {
            wanted.add(row.file());
            row.first().ifPresent(wanted::add);
            row.thumbnail().ifPresent(wanted::add);
            if (Files.size(folder.resolve(row.file())) != row.bytes()) {
                return Optional.of(bad(OutputWords.PIECE_CHANGED.with(row.file())));
            }
        }
        TreeSet<String> there = new TreeSet<>();
        for (Path file : Folder.inside(folder)) {
            there.add(file.getFileName().toString());
            if (Files.size(file) == 0) {
                return Optional.of(bad(OutputWords.EMPTY_PIECE.with(file.getFileName())));
            }
        }
        int files = rows.size() * (expect.pictures() ? 3 : 1) + 1;
        return there.equals(wanted) && wanted.size() == files
                ? Optional.empty()
                : Optional.of(bad(OutputWords.PIECE_COUNT.with(there.size(), files)));
    }

    private Optional<Verifier.Verdict> piece(int index, PieceManifest.Row row, Expect.Slices expect) {
        Expect.Slice planned = expect.pieces().get(index);
        OptionalLong most = expect.film().maxBytes();
        if (most.isPresent() && row.bytes() > most.getAsLong()) {
            return Optional.of(new Verifier.Verdict.Bad(new Failure.TooBig(facts.source(), new Bytes(row.bytes()).spoken(),
                    new Bytes(most.getAsLong()).spoken())));
        }
        long missing = planned.packets().orElse(row.packets()) - row.packets();
        if (missing < 0 || missing > planned.lacking()) {
            return Optional.of(bad(OutputWords.PIECE_FRAMES.with(index + 1, row.packets(), planned.packets().getAsLong())));
        }
        long length = planned.lengthUs().orElse(row.lengthUs());
        boolean off = Math.abs(length - row.lengthUs()) > planned.toleranceUs();
        return off
                ? Optional.of(bad(OutputWords.PIECE_LENGTH.with(index + 1, Time.spoken(row.lengthUs()), Time.spoken(length))))
                : Optional.empty();
    }

    /** The first and the last are opened; a run that ended too early shows in the last. */
    private Verifier.Verdict ends(Path folder, PieceManifest.Cut cut, List<PieceManifest.Row> rows, Expect.Slices expect)
            throws InterruptedException {
        Media first = null;
        // packets that were only copied are as good as they were
        boolean played = facts.encoded() && cut != PieceManifest.Cut.KEYFRAMES && cut != PieceManifest.Cut.PACKETS;
        for (PieceManifest.Row row : List.of(rows.getFirst(), rows.getLast())) {
            Path file = folder.resolve(row.file());
            if (first != null && row == rows.getFirst()) {
                break;
            }
            try {
                Media media = probe.probe(file);
                Optional<Text> wrong = wrong(media, expect.film());
                if (wrong.isPresent()) {
                    return bad(wrong.get());
                }
                long from = Math.max(0, media.lengthUs().orElse(0) - Time.SECOND);
                if (played && !tail.decodes(file, from)) {
                    return bad(OutputWords.TAIL.with());
                }
                first = first == null ? media : first;
            } catch (FailedException e) {
                return bad(OutputWords.NOT_OPENED.with(e.failure().headline()));
            }
        }
        long length = rows.stream().mapToLong(PieceManifest.Row::lengthUs).sum();
        OptionalLong planned = expect.pieces().stream().allMatch(p -> p.lengthUs().isPresent())
                ? OptionalLong.of(expect.pieces().stream().mapToLong(p -> p.lengthUs().getAsLong()).sum())
                : OptionalLong.empty();
        return new Verifier.Verdict.Good(new Proof(OptionalLong.of(length), planned, first.all(Track.Video.class).size(),
                first.all(Track.Audio.class).size(), 0, played, OptionalInt.of(rows.size())),
                expect.film().promise().broken(first));
    }

    /** Subtitles are not promised to every piece: one without any cue may have no track of them. */
    private static Optional<Text> wrong(Media media, Expect.Film film) {
        List<TrackExpected> is = new ArrayList<>();
        for (Track track : media.tracks()) {
            if (track instanceof Track.Video) {
                is.add(new TrackExpected(TrackExpected.Kind.VIDEO, track.codec()));
            } else if (track instanceof Track.Audio) {
                is.add(new TrackExpected(TrackExpected.Kind.AUDIO, track.codec()));
            }
        }
        List<TrackExpected> planned = film.tracks().stream()
                .filter(t -> t.kind() == TrackExpected.Kind.VIDEO || t.kind() == TrackExpected.Kind.AUDIO).toList();
        if (!is.equals(planned)) {
            return Optional.of(OutputWords.TRACKS.with(Verifier.spoken(is), Verifier.spoken(planned)));
        }
        var size = media.video().map(Track.Video::upright);
        return film.size().isEmpty() || size.equals(film.size())
                ? Optional.empty()
                : Optional.of(OutputWords.PICTURE.with(size.map(Object::toString).orElse(""), film.size().get()));
    }
}
