package io.reelbench.engine.operation;

import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.ChapterList;
import io.reelbench.engine.media.CoverPicture;
import io.reelbench.engine.media.DefaultTrack;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.FirstTimecode;
import io.reelbench.engine.media.Keeping;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Place;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Recorded;
import io.reelbench.engine.media.Tag;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackLanguage;
import io.reelbench.engine.media.TrackName;
import io.reelbench.engine.media.TrackTitle;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Labels;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes what is written about a clip; picture and sound are copied. */
public record Metadata(
        @Ask(value = "Other tags", help = "What happens to tags that are not named here; strip drops them all, place and date with them.") Mode mode,
        @Ask(value = "Set", help = "Tags with their new values: title=Dailies 3, artist=…, comment=….") List<Tag> set,
        @Ask(value = "Remove", help = "Keys of tags that are left out.") List<String> remove,
        @Ask(value = "Chapters", help = "Keep, strip, or a list of chapters in a file: lines of a time and a title (.txt), or JSON.") ChapterList chapterList,
        @Ask(value = "Recorded", help = "Keep, strip, or the date and time of recording: 2024-05-01T18:30:00+02:00.") Optional<Recorded> recorded,
        @Ask(value = "Place", help = "Keep, strip (with what the camera recorded along the way), or where it was recorded: +48.8577+002.2950.") Optional<Place> location,
        @Ask(value = "Cover", help = "Keep, strip, or a picture in a file (.jpg, .png).") CoverPicture cover,
        @Ask(value = "Languages", help = "Languages of tracks: a1=eng, s2=de.") List<TrackLanguage> language,
        @Ask(value = "Track titles", help = "Names of tracks as players show them: a2=Director.") List<TrackTitle> trackTitle,
        @Ask(value = "Default tracks", help = "Which tracks players take by themselves: a2, or a1=no.") List<DefaultTrack> defaultTrack,
        @Ask(value = "Timecode", help = "Keep, strip, or the timecode of the first frame: 10:00:00:00.") FirstTimecode timecode)
        implements
            Operation {

    /** What happens to tags that are not named. */
    public enum Mode {
        KEEP, STRIP
    }

    private static final About ABOUT = new About("metadata", "Tags and chapters",
            "Changes tags, date, place, chapters, cover, track names and timecode; picture and sound are copied.",
            About.Group.CONVERT,
            About.Role.STEP, List.of("metadata", "tags", "title", "chapters", "gps", "privacy", "cover", "language", "timecode"),
            "metadata talk.mp4 --location strip --set title=Interview -o clean.mp4");

    public Metadata() {
        this(Mode.KEEP, List.of(), List.of(), ChapterList.KEPT, Optional.empty(), Optional.empty(), CoverPicture.KEPT, List.of(),
                List.of(), List.of(), FirstTimecode.KEPT);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (equals(new Metadata())) {
            problems.add("", Code.NOTHING_TO_DO, OperationWords.NO_TAGS);
            return edit;
        }
        checkTracks(edit, problems);
        checkTimecode(edit, problems);
        Keeping<List<Labels.Mark>> chapters = new Keeping<>(chapterList.choice().stripped(), Optional.empty());
        Keeping<Path> picture = new Keeping<>(cover.choice().stripped(), Optional.empty());
        Edit next = edit;
        Optional<SideFiles.Named> list = chapterList.choice().given()
                .flatMap(f -> SideFiles.named("chapter-list", f, edit, problems));
        if (list.isPresent()) {
            next = list.get().found().isEmpty() ? next.wanting(new Fact.Chapters(list.get().file())) : next;
            chapters = Keeping.of(list.filter(n -> n.found().isPresent()).map(n -> marks(n, edit, problems)).orElse(List.of()));
        }
        Optional<SideFiles.Named> image = cover.choice().given().flatMap(f -> SideFiles.named("cover", f, edit, problems));
        if (image.isPresent()) {
            next = image.get().found().isEmpty() ? next.wanting(new Fact.Cover(image.get().file())) : next;
            image.filter(n -> n.found().isPresent())
                    .ifPresent(n -> SideFiles.fit("cover", SideFile.Picture.class, n, edit, problems));
            picture = Keeping.of(image.get().file());
        }
        return next.withLabels(over(edit.labels(), chapters, picture, edit));
    }

    private Labels over(Labels before, Keeping<List<Labels.Mark>> chapters, Keeping<Path> picture, Edit edit) {
        Keeping<Labels.Start> start = timecode.choice().given().isPresent()
                ? Keeping.of(new Labels.Start(timecode.choice().given().get(), edit.toSource(0)))
                : new Keeping<>(timecode.choice().stripped(), Optional.empty());
        return new Labels(before.stripped() || mode == Mode.STRIP, both(mode == Mode.STRIP ? List.of() : before.set(), set),
                both(before.removed(), remove), chapters.isKept() ? before.chapters() : chapters,
                recorded.map(Recorded::choice).or(before::recorded), location.map(Place::choice).or(before::location),
                picture.isKept() ? before.cover() : picture, both(before.languages(), language),
                both(before.titles(), trackTitle),
                both(before.defaults(), defaultTrack), start.isKept() ? before.timecode() : start);
    }

    private static <T> List<T> both(List<T> first, List<T> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private void checkTracks(Edit edit, Problems problems) {
        check("language", language.stream().map(TrackLanguage::track).toList(), edit, problems);
        check("track-title", trackTitle.stream().map(TrackTitle::track).toList(), edit, problems);
        check("default-track", defaultTrack.stream().map(DefaultTrack::track).toList(), edit, problems);
    }

    private static void check(String option, List<TrackName> tracks, Edit edit, Problems problems) {
        for (TrackName track : tracks) {
            int count = track.kind() == TrackName.Kind.A
                    ? edit.sounds().size()
                    : TrackName.all(track.kind(), edit.first()).size();
            if (track.number() > count) {
                problems.add(option, Code.NO_SUCH_TRACK, OperationWords.NO_TRACK, track, edit.first().name(), count);
            }
        }
    }

    private void checkTimecode(Edit edit, Problems problems) {
        Optional<Timecode> code = timecode.choice().given();
        Optional<Rate> rate = edit.video().flatMap(Track.Video::rate);
        if (code.isPresent() && rate.isEmpty()) {
            problems.add("timecode", Code.NEEDS_PICTURE, OperationWords.NEEDS_PICTURE, id(), edit.first().name());
        } else if (code.isPresent()) {
            try {
                code.get().toFrame(rate.get());
            } catch (BadValue wrong) {
                problems.add("timecode", wrong);
            }
        }
    }

    /** Where the chapters of a list begin in the clip's own time: later cuts take them along. */
    private static List<Labels.Mark> marks(SideFiles.Named named, Edit edit, Problems problems) {
        List<Media.Chapter> listed = SideFiles.fit("chapter-list", SideFile.Chapters.class, named, edit, problems)
                .map(SideFile.Chapters::marks).orElse(List.of());
        long end = edit.lengthUs().orElse(Long.MAX_VALUE);
        List<Labels.Mark> marks = new ArrayList<>();
        for (int i = 0; i < listed.size() && listed.get(i).fromUs() < end; i++) {
            long at = edit.toSource(listed.get(i).fromUs());
            long next = i + 1 < listed.size() && listed.get(i + 1).fromUs() < end
                    ? edit.toSource(listed.get(i + 1).fromUs())
                    : Range.OPEN;
            marks.add(new Labels.Mark(at, next > at ? next : Range.OPEN, listed.get(i).title()));
        }
        return List.copyOf(marks);
    }
}
