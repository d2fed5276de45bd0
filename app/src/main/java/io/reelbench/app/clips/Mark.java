package io.reelbench.app.clips;

import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.Badge;
import io.reelbench.app.look.Badge.Tone;
import io.reelbench.engine.media.CodecName;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.problem.Text;
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

    private Mark(Message word, Tone tone, Text meaning) {
        this(word.say(), tone, meaning.toString());
    }

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
            case Failure.Missing _ -> List.of(new Mark(BadgeWords.OFFLINE, Tone.AMBER, BadgeWords.OFFLINE_MEANS.with()));
            case Failure.Encrypted _ -> List.of(new Mark(BadgeWords.ENCRYPTED.say(), Tone.AMBER, said(failure)));
            case Failure.Damaged _,Failure.EmptyFile _ -> List.of(new Mark(BadgeWords.DAMAGED.say(), Tone.RED, said(failure)));
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
            marks.add(new Mark(BadgeWords.SINGLE, Tone.PLAIN, BadgeWords.SINGLE_MEANS.with()));
        }
        return marks;
    }

    private static void noted(Media.Note note, Media media, List<Mark> marks) {
        switch (note) {
            case DAMAGED -> marks.add(new Mark(BadgeWords.DAMAGED, Tone.RED, BadgeWords.DAMAGED_MEANS.with()));
            case CUT_SHORT -> marks.add(new Mark(BadgeWords.DAMAGED, Tone.RED, BadgeWords.CUT_SHORT_MEANS.with()));
            case ENCRYPTED -> marks.add(new Mark(BadgeWords.ENCRYPTED, Tone.AMBER, BadgeWords.ENCRYPTED_MEANS.with()));
            case NOT_DECODABLE ->
                marks.add(new Mark(BadgeWords.COPY_ONLY, Tone.AMBER, BadgeWords.COPY_ONLY_MEANS.with(undecodable(media))));
            case WRONG_EXTENSION -> marks.add(new Mark(BadgeWords.MISNAMED, Tone.PLAIN, BadgeWords.MISNAMED_MEANS.with()));
            case LENGTH_ESTIMATED, LENGTH_COUNTED -> {
                // the length is told; how it was found matters to nobody here
            }
        }
    }

    private static String undecodable(Media media) {
        return media.tracks().stream().filter(t -> !t.facts().decodable() && !(t instanceof Track.Data)).findFirst()
                .map(CodecName::of).orElse(BadgeWords.A_CODEC.say());
    }

    private static void picture(Track.Video video, boolean still, List<Mark> marks) {
        String kind = switch (video.hdr().kind()) {
            case SDR -> "";
            case HDR10 -> "HDR10";
            case HLG -> "HLG";
            case DOLBY_VISION -> "Dolby Vision";
        };
        if (!kind.isEmpty()) {
            marks.add(new Mark(ClipWords.HDR, Tone.PLAIN, BadgeWords.HDR_MEANS.with(kind)));
        }
        if (video.variable() && !still) {
            marks.add(new Mark(BadgeWords.UNEVEN, Tone.PLAIN, BadgeWords.UNEVEN_MEANS.with()));
        }
        if (video.fields().isInterlaced()) {
            marks.add(new Mark(ClipWords.INTERLACED, Tone.PLAIN, BadgeWords.INTERLACED_MEANS.with()));
        }
        if (video.rotation() != 0) {
            marks.add(new Mark(BadgeWords.ROTATED, Tone.PLAIN, BadgeWords.ROTATED_MEANS.with(video.rotation())));
        } else if (video.flipped()) {
            marks.add(new Mark(BadgeWords.MIRRORED, Tone.PLAIN, BadgeWords.MIRRORED_MEANS.with()));
        }
        if (video.pixels().alpha()) {
            marks.add(new Mark(BadgeWords.SEE_THROUGH, Tone.PLAIN, BadgeWords.SEE_THROUGH_MEANS.with()));
        }
    }
}
