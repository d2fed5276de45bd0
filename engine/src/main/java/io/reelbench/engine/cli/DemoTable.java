package io.reelbench.engine.cli;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outputs as a table. Pure. */
final class DemoTable {

    private static final int SIZE = 9;
    private static final int LENGTH = 8;
    private static final int LEAST = 12;

    /** A row. */
    record Line(String name, String size, String length, String inside) {
    }

    private final Look look;

    DemoTable(Look look) {
        this.look = look;
    }

    /** What a file was found to be. */
    static Line line(Media media) {
        String length = media.still() || media.lengthUs().isEmpty()
                ? ""
                : Time.spoken(media.lengthUs().getAsLong() / 1000 * 1000);
        return new Line(media.name(), new Bytes(media.bytes()).spoken(), length,
                media.tracks().stream().flatMap(DemoTable::track).collect(Collectors.joining(", ")));
    }

    private static Stream<String> track(Track track) {
        return switch (track) {
            case Track.Video video -> Stream.of(video.codec() + " " + video.upright()
                    + video.rate().filter(_ -> video.facts().frames().orElse(2) > 1).map(r -> " " + r.spoken() + " fps")
                            .orElse(""));
            case Track.Audio audio -> Stream.of(audio.codec() + " " + audio.layout()
                    + audio.facts().language().filter(l -> !l.equals(Language.UNKNOWN)).map(l -> " " + l).orElse(""));
            case Track.Subtitle subtitle -> Stream.of(subtitle.codec());
            case Track.Cover cover -> Stream.of(CliWords.COVER_WORD.with() + " " + cover.size());
            case Track.Data _ -> Stream.empty();
        };
    }

    List<String> of(List<Line> lines) {
        Line head = new Line(CliWords.DEMO_OUTPUT.english(), CliWords.DEMO_SIZE.english(), CliWords.DEMO_LENGTH.english(),
                CliWords.DEMO_PROVEN.english());
        List<Line> all = new ArrayList<>(List.of(head));
        all.addAll(lines);
        int wished = all.stream().mapToInt(l -> Columns.of(l.name())).max().orElse(LEAST);
        int name = Math.clamp(wished, LEAST, Math.max(LEAST, look.columns() / 2));
        return all.stream().map(l -> row(l, name)).toList();
    }

    private String row(Line line, int name) {
        return ("  " + Columns.fitted(line.name, name, look.ellipsis()) + "  " + Columns.right(line.size, SIZE) + "  "
                + Columns.right(line.length, LENGTH) + "  " + line.inside).stripTrailing();
    }
}
