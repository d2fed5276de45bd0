package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import java.util.List;
import java.util.Optional;

/** Says before anything runs what of the clip has no place in the file that is to be written. */
final class Losses {

    private final Edit edit;
    private final Sink.FileSink sink;
    private final Container container;
    private final Draft draft;
    private final Media media;

    Losses(Edit edit, Sink.FileSink sink, Container container, Draft draft) {
        this.edit = edit;
        this.sink = sink;
        this.container = container;
        this.draft = draft;
        this.media = edit.first();
    }

    void note(Optional<PictureOut> picture, List<SoundOut> sounds) {
        String title = PictureChoice.title(container);
        tags(title);
        boolean chapters = !edit.labels().chapters().stripped()
                && (!media.chapters().isEmpty() || edit.labels().chapters().given().isPresent());
        if (chapters && sink.tracks().chapters() && !container.hasChapters()) {
            draft.note(PlanWords.CHAPTERS_LEFT, title);
        }
        if (picture.isPresent()) {
            boolean code = !edit.labels().timecode().stripped()
                    && (picture.get().track().timecode().isPresent() || edit.labels().timecode().given().isPresent());
            if (code && !container.hasTimecode()) {
                draft.note(PlanWords.TIMECODE_LEFT, title);
            }
            dolbyVision(picture.get(), title);
            String matrix = picture.get().here().colour().matrix();
            if (!picture.get().isCopy() && picture.get().codec().equals("dnxhd") && !matrix.isEmpty() && !matrix.equals("bt709")
                    && !matrix.startsWith("bt2020")) {
                draft.note(PlanWords.COLOURS_UNSAID, matrix);
            }
        }
        trackLabels(sounds, title);
    }

    private void tags(String title) {
        if (edit.labels().stripped()) {
            return;
        }
        TagArguments arguments = new TagArguments(edit, container);
        List<String> lost = KnownTags.of(media).keySet().stream().filter(key -> !KnownTags.holds(container, key))
                .filter(key -> !arguments.keepsAppleKeys() && !edit.labels().removed().contains(key)).sorted().toList();
        if (!lost.isEmpty()) {
            draft.note(PlanWords.TAGS_LEFT, title,
                    String.join(", ", lost.stream().limit(8).toList()) + (lost.size() > 8 ? ", …" : ""));
        }
        boolean dated = media.tags().containsKey(KnownTags.DATE) && !edit.labels().dropsDate();
        boolean placed = media.tags().keySet().stream().anyMatch(KnownTags::isPlace) && !edit.labels().dropsPlace();
        if (dated && !KnownTags.holdsDate(container)) {
            draft.note(PlanWords.DATE_LEFT, title);
        }
        if (placed && !KnownTags.holdsDate(container)) {
            draft.note(PlanWords.PLACE_LEFT, title);
        }
    }

    private void dolbyVision(PictureOut picture, String title) {
        if (picture.track().hdr().kind() != Track.Hdr.Kind.DOLBY_VISION) {
            return;
        }
        boolean held = container.isMp4Family() || container == Container.MKV;
        if (!picture.isCopy()) {
            draft.note(PlanWords.DOLBY_VISION_ENCODED);
        } else if (!held) {
            draft.note(PlanWords.DOLBY_VISION_LEFT, title);
        }
    }

    private void trackLabels(List<SoundOut> sounds, String title) {
        TrackLabels labels = new TrackLabels(edit, container);
        boolean titled = sounds.stream().anyMatch(s -> s.track().facts().title().isPresent());
        boolean spoken = sounds.stream().anyMatch(s -> s.track().facts().language().isPresent());
        boolean languages = switch (container) {
            case WAV, MP3, FLAC, AAC -> false;
            default -> true;
        };
        if (titled && !labels.holdsTitles() && !edit.labels().stripped()
                && !List.of(Container.OGG, Container.OPUS).contains(container)) {
            draft.note(PlanWords.TITLES_LEFT, title);
        }
        if (spoken && !languages) {
            draft.note(PlanWords.LANGUAGES_LEFT, title);
        }
    }
}
