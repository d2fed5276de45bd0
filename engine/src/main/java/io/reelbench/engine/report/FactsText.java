package io.reelbench.engine.report;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Read;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One file in a few readable lines. */
public final class FactsText {

    private static final int KIND = 11;
    private static final int CODEC = 12;
    private static final int MOST_CHAPTERS = 12;

    private FactsText() {}

    /** @param name how the file is called there */
    public static List<String> of(Media media, String name) {
        List<String> lines = new ArrayList<>(List.of(name, "  " + head(media)));
        media.tracks().forEach(track -> {
            lines.add(line(track, media));
            media.known().read().packets().stream().filter(p -> p.track() == track.index()).forEach(p -> lines.add(packets(p)));
        });
        chapters(media, lines);
        media.notes().forEach(note -> lines.add("  " + note(note)));
        return lines.stream().map(Lines::one).toList();
    }

    private static String head(Media media) {
        List<String> parts = new ArrayList<>(List.of(media.format()));
        if (media.still()) {
            parts.add(ReportWords.STILL.with().toString());
        } else {
            parts.add(media.lengthUs().isPresent()
                    ? Time.spoken(media.lengthUs().getAsLong())
                    : ReportWords.UNKNOWN_LENGTH.with().toString());
        }
        parts.add(new Bytes(media.bytes()).spoken());
        media.bitrate().filter(_ -> !media.still())
                .ifPresent(b -> parts.add(ReportWords.BITRATE.with(Math.round(b.bitsPerSecond() / 1000.0)).toString()));
        return String.join(" · ", parts);
    }

    private static String line(Track track, Media media) {
        List<String> facts = switch (track) {
            case Track.Video video -> picture(video, media);
            case Track.Audio audio -> sound(audio);
            case Track.Subtitle subtitle ->
                subtitle.text() ? List.of() : List.of(ReportWords.PICTURE_SUBTITLES.with().toString());
            case Track.Cover cover -> List.of(cover.size().toString());
            case Track.Data data -> data(data);
        };
        List<String> all = new ArrayList<>(facts);
        track.facts().language().ifPresent(language -> all.add(language.toString()));
        track.facts().title().ifPresent(title -> all.add("“" + title + "”"));
        if (!track.facts().decodable() && !(track instanceof Track.Data)) {
            all.add(ReportWords.NOT_DECODABLE.with().toString());
        }
        String codec = track.codec()
                + track.facts().profile().filter(_ -> track instanceof Track.Video).map(p -> " " + p).orElse("");
        return "  " + (track.index() + 1) + " " + Lines.padded(kind(track), KIND) + " "
                + Lines.padded(codec, CODEC) + " " + String.join(", ", all);
    }

    /** What reading all of it told. */
    private static String packets(Read.Packets packets) {
        List<String> facts = new ArrayList<>(
                List.of(ReportWords.PACKETS.with(packets.count(), packets.keyframes(), new Bytes(packets.bytes()).spoken())
                        .toString()));
        if (packets.firstUs().isPresent() && packets.endUs().isPresent()) {
            facts.add(ReportWords.FROM_TO
                    .with(Time.spoken(packets.firstUs().getAsLong()), Time.spoken(packets.endUs().getAsLong())).toString());
        }
        packets.longestGopUs().ifPresent(us -> facts.add(ReportWords.LONGEST_GOP.with(Time.spoken(us)).toString()));
        facts.add((packets.uneven() ? ReportWords.UNEVEN : ReportWords.EVEN).with().toString());
        return "    " + String.join(", ", facts);
    }

    private static String kind(Track track) {
        return switch (track) {
            case Track.Video _ -> ReportWords.TRACK_VIDEO.english();
            case Track.Audio _ -> ReportWords.TRACK_AUDIO.english();
            case Track.Subtitle _ -> ReportWords.TRACK_SUBTITLE.english();
            case Track.Cover _ -> ReportWords.COVER_WORD.english();
            case Track.Data _ -> ReportWords.DATA.english();
        };
    }

    private static List<String> picture(Track.Video video, Media media) {
        List<String> facts = new ArrayList<>(List.of(video.upright().toString()));
        if (!video.upright().equals(video.coded())) {
            facts.add(ReportWords.STORED.with(video.coded()).toString());
        }
        if (video.rotation() != 0) {
            facts.add(ReportWords.ROTATED.with(video.rotation()).toString());
        }
        if (video.flipped()) {
            facts.add(ReportWords.FLIPPED.with().toString());
        }
        if (!video.hasSquarePixels()) {
            facts.add(ReportWords.PIXEL_SHAPE.with(video.pixelShape()).toString());
        }
        video.rate().filter(_ -> !media.still())
                .ifPresent(rate -> facts
                        .add((video.variable() ? ReportWords.VARIABLE : ReportWords.FPS).with(rate.rounded()).toString()));
        if (video.fields().isInterlaced()) {
            facts.add(ReportWords.INTERLACED.with().toString());
        }
        facts.add(ReportWords.BITS.with(video.pixels().bits()).toString());
        if (video.pixels().alpha()) {
            facts.add(ReportWords.ALPHA.with().toString());
        }
        hdr(video.hdr()).ifPresent(facts::add);
        video.timecode().ifPresent(code -> facts.add(ReportWords.TIMECODE.with(code).toString()));
        return facts;
    }

    private static Optional<String> hdr(Track.Hdr hdr) {
        String nits = hdr.peakNits().isPresent() ? " " + hdr.peakNits().getAsInt() + " nits" : "";
        return switch (hdr.kind()) {
            case SDR -> Optional.empty();
            case HDR10 -> Optional.of("HDR10" + nits);
            case HLG -> Optional.of("HLG");
            case DOLBY_VISION -> Optional.of("Dolby Vision" + nits);
        };
    }

    private static List<String> sound(Track.Audio audio) {
        String rate = BigDecimal.valueOf(audio.sampleRate(), 3).stripTrailingZeros().toPlainString() + " kHz";
        String layout = audio.layout().isEmpty() ? ReportWords.CHANNELS.with(audio.channels()).toString() : audio.layout();
        return audio.bits() > 0
                ? List.of(rate, layout, ReportWords.BITS.with(audio.bits() + (audio.floating() ? "f" : "")).toString())
                : List.of(rate, layout);
    }

    private static List<String> data(Track.Data data) {
        return switch (data.kind()) {
            case TIMECODE -> List.of("timecode");
            case ATTACHMENT -> List.of(ReportWords.ATTACHMENT.with().toString());
            case OTHER -> List.of();
        };
    }

    private static void chapters(Media media, List<String> lines) {
        if (media.chapters().isEmpty()) {
            return;
        }
        lines.add("  " + media.chapters().size() + " " + ReportWords.CHAPTERS.with());
        media.chapters().stream().limit(MOST_CHAPTERS)
                .forEach(c -> lines.add("    " + ReportWords.CHAPTER_LINE.with(Time.spoken(c.fromUs()), c.title())));
        if (media.chapters().size() > MOST_CHAPTERS) {
            lines.add("    …");
        }
    }

    private static String note(Media.Note note) {
        ReportWords words = switch (note) {
            case LENGTH_ESTIMATED -> ReportWords.NOTE_ESTIMATED;
            case LENGTH_COUNTED -> ReportWords.NOTE_COUNTED;
            case CUT_SHORT -> ReportWords.NOTE_CUT_SHORT;
            case DAMAGED -> ReportWords.NOTE_DAMAGED;
            case ENCRYPTED -> ReportWords.NOTE_ENCRYPTED;
            case NOT_DECODABLE -> ReportWords.NOTE_NOT_DECODABLE;
            case WRONG_EXTENSION -> ReportWords.NOTE_WRONG_EXTENSION;
        };
        return words.with().toString();
    }
}
