package io.reelbench.app.clips;

import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.Badge;
import io.reelbench.app.look.Badge.Tone;
import io.reelbench.engine.media.CodecName;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Something special about a clip, as a badge shows it. Pure.
 *
 * @param word    one word or two
 * @param tone    how urgent
 * @param meaning what it means and what is done about it, in whole sentences
 */
record Mark(String word, Tone tone, String meaning) {

    Badge badge() {
        return new Badge(word, tone);
    }

    /** All marks of a clip, the most urgent first. */
    static List<Mark> of(Facts facts) {
        List<Mark> marks = switch (facts) {
            case Facts.Reading _ -> List.of();
            case Facts.Unreadable(Failure failure) -> unreadable(failure);
            case Facts.Known(Media media) -> known(media);
        };
        Set<String> said = new HashSet<>();
        return marks.stream().filter(mark -> said.add(mark.word())).sorted(Comparator.comparing(Mark::tone).reversed()).toList();
    }

    private static List<Mark> unreadable(Failure failure) {
        return switch (failure) {
            case Failure.Missing _ -> List.of(new Mark("Offline", Tone.AMBER,
                    "The file is not where it was: a disk may be unplugged, or it was moved or renamed. The clip and its recipe are kept, "
                            + "and it comes back by itself when the file is there again."));
            case Failure.Encrypted _ -> List.of(new Mark("Encrypted", Tone.AMBER, said(failure)));
            case Failure.Damaged _,Failure.EmptyFile _ -> List.of(new Mark("Damaged", Tone.RED, said(failure)));
            default -> List.of();
        };
    }

    private static String said(Failure failure) {
        return failure.headline() + " " + failure.fix();
    }

    private static List<Mark> known(Media media) {
        List<Mark> marks = new ArrayList<>();
        media.notes().forEach(note -> noted(note, media, marks));
        media.video().ifPresent(video -> picture(video, media.still(), marks));
        if (media.still()) {
            marks.add(new Mark("Still", Tone.PLAIN, "A single picture. Steps for pictures work on it; it has no length."));
        }
        return marks;
    }

    private static void noted(Media.Note note, Media media, List<Mark> marks) {
        switch (note) {
            case DAMAGED -> marks.add(new Mark("Damaged", Tone.RED,
                    "Parts of the file cannot be read. What plays can be used; damaged parts may show blocks or a frozen picture."));
            case CUT_SHORT -> marks.add(new Mark("Damaged", Tone.RED,
                    "The file ends before it says it does, as after an interrupted copy. Trim it to the part that is there, or copy it again."));
            case ENCRYPTED -> marks.add(new Mark("Encrypted", Tone.AMBER,
                    "Some of its tracks are encrypted and cannot be read. Export it without protection from where it was bought or made."));
            case NOT_DECODABLE -> marks.add(new Mark("Copy only", Tone.AMBER,
                    "It uses " + undecodable(media)
                            + ", which cannot be decoded here. It can be copied into another file, not changed."));
            case WRONG_EXTENSION -> marks.add(new Mark("Misnamed", Tone.PLAIN,
                    "The ending of its name does not fit what is inside. It is opened for what it is."));
            case LENGTH_ESTIMATED, LENGTH_COUNTED -> {
                // the length is told; how it was found matters to nobody here
            }
        }
    }

    private static String undecodable(Media media) {
        return media.tracks().stream().filter(t -> !t.facts().decodable() && !(t instanceof Track.Data)).findFirst()
                .map(CodecName::of).orElse("a codec");
    }

    private static void picture(Track.Video video, boolean still, List<Mark> marks) {
        String kind = switch (video.hdr().kind()) {
            case SDR -> "";
            case HDR10 -> "HDR10";
            case HLG -> "HLG";
            case DOLBY_VISION -> "Dolby Vision";
        };
        if (!kind.isEmpty()) {
            marks.add(new Mark("HDR", Tone.PLAIN,
                    "High dynamic range (" + kind
                            + "). It stays HDR; H.265 and AV1 keep its 10 bits, with 8 bits skies may show bands."));
        }
        if (video.variable() && !still) {
            marks.add(new Mark("VFR", Tone.PLAIN,
                    "Frames are shown for different lengths, as telephones and screen recordings do it. Each frame keeps its own time, so sound stays in step."));
        }
        if (video.fields().isInterlaced()) {
            marks.add(new Mark("Interlaced", Tone.PLAIN,
                    "Each picture is two half pictures, one after the other. It stays so when it is encoded, field by field."));
        }
        if (video.rotation() != 0) {
            marks.add(new Mark("Rotated", Tone.PLAIN, "Stored lying on its side or head and turned " + video.rotation()
                    + "° when it is played. What is encoded stands upright by itself."));
        } else if (video.flipped()) {
            marks.add(new Mark("Mirrored", Tone.PLAIN,
                    "Stored mirrored and turned round when it is played. What is encoded is as you see it."));
        }
        if (video.pixels().alpha()) {
            marks.add(new Mark("Alpha", Tone.PLAIN,
                    "Parts of the picture are transparent. They stay so where the codec can hold it, else black is put behind."));
        }
    }
}
