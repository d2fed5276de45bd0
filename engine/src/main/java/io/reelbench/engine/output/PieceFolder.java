package io.reelbench.engine.output;

import io.reelbench.engine.media.Counted;
import io.reelbench.engine.plan.PieceList;
import io.reelbench.engine.report.PieceManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of the numbered pieces of a film: gives them their names, and writes the list of them. */
public final class PieceFolder {

    private static final int DIGITS = 3;
    private static final String FIRST = "-first.jpg";
    private static final String THUMBNAIL = "-thumb.webp";

    private final Path folder;
    private final Path clip;
    private final PieceList list;

    /** @param clip whose name those have that have none of their own */
    public PieceFolder(Path folder, Path clip, PieceList list) {
        this.folder = folder;
        this.clip = clip;
        this.list = list;
    }

    /** What a piece is called while it is made. */
    public static String numbered(int number, String ending) {
        return "%06d.%s".formatted(number, ending);
    }

    /** What the picture of a piece's first frame is called while it is made. */
    public static String first(int number) {
        return "%06d".formatted(number) + FIRST;
    }

    /** And the small one. */
    public static String thumbnail(int number) {
        return "%06d".formatted(number) + THUMBNAIL;
    }

    /** How many pieces there are, whatever was planned. */
    public static int count(Path folder, String ending) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return (int) inside.map(p -> p.getFileName().toString()).filter(n -> n.matches("\\d{6}\\." + ending)).count();
        }
    }

    /** @param counted what is in each */
    public void name(List<Counted> counted) throws IOException {
        List<PieceManifest.Row> rows = new ArrayList<>();
        for (int i = 0; i < list.pieces().size(); i++) {
            rows.add(named(i, counted.get(i)));
        }
        PieceManifest.Cut cut = list.frames()
                ? list.copied() ? PieceManifest.Cut.KEYFRAMES : PieceManifest.Cut.FRAMES
                : list.copied() ? PieceManifest.Cut.PACKETS : PieceManifest.Cut.SAMPLES;
        Files.writeString(folder.resolve(PieceManifest.NAME),
                new PieceManifest(clip.getFileName().toString(), cut, List.copyOf(rows)).json());
    }

    private PieceManifest.Row named(int index, Counted counted) throws IOException {
        PieceList.One piece = list.pieces().get(index);
        String name = name(index, piece.title(), list.ending());
        Path to = folder.resolve(name);
        Files.move(folder.resolve(numbered(index + 1, list.ending())), to);
        Optional<String> first = picture(index, name, FIRST);
        Optional<String> thumbnail = picture(index, name, THUMBNAIL);
        Optional<String> title = Optional.of(piece.title()).filter(t -> !t.isBlank());
        return new PieceManifest.Row(name, piece.fromUs(), piece.toUs(), counted.lengthUs(), counted.packets(), Files.size(to),
                piece.timecode().map(Object::toString), first, thumbnail, title);
    }

    private String name(int index, String title, String ending) {
        int digits = Math.max(DIGITS, Integer.toString(list.pieces().size()).length());
        String number = ("%0" + digits + "d").formatted(index + 1);
        String own = title.isBlank() ? SafeName.stem(clip) : title.strip();
        return SafeName.of(own, "", (shown, _) -> number + "-" + shown, "", ending);
    }

    private Optional<String> picture(int index, String piece, String tail) throws IOException {
        if (!list.pictures()) {
            return Optional.empty();
        }
        String name = piece.substring(0, piece.length() - list.ending().length() - 1) + tail;
        Files.move(folder.resolve("%06d".formatted(index + 1) + tail), folder.resolve(name));
        return Optional.of(name);
    }
}
