package io.reelbench.engine.operation;

import io.reelbench.engine.media.Aside;
import io.reelbench.engine.media.ChapterList;
import io.reelbench.engine.media.CoverPicture;
import io.reelbench.engine.media.DefaultTrack;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.FirstTimecode;
import io.reelbench.engine.media.Keeping;
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
        Keeping<List<Labels.Mark>> chapters = Keeping.kept();
        Keeping<Path> picture = Keeping.kept();
        Edit next = edit;
        if (chapterList.choice().given().isPresent()) {
            Path file = chapterList.choice().given().get();
            Optional<Aside> found = Optional.ofNullable(edit.first().known().beside().get(file));
            next = found.isEmpty() ? next.wanting(new Fact.Chapters(file)) : next;
            chapters = Keeping.of(found.map(f -> marks(f, edit, problems)).orElse(List.of()));
        } else if (chapterList.choice().stripped()) {
            chapters = new Keeping<>(true, Optional.empty());
        }
        if (cover.choice().given().isPresent()) {
            Path file = cover.choice().given().get();
            Optional<Aside> found = Optional.ofNullable(edit.first().known().beside().get(file));
            next = found.isEmpty() ? next.wanting(new Fact.Cover(file)) : next;
            found.ifPresent(f -> check("cover", f, problems));
        }
        picture = cover.choice();
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

    private static boolean check(String option, Aside found, Problems problems) {
        if (found instanceof Aside.Unusable(boolean missing, var why)) {
            problems.add(option, missing ? Code.MISSING_FILE : Code.BAD_SYNTAX, why);
        }
        return !(found instanceof Aside.Unusable);
    }

    /** Where the chapters of a list begin in the clip's own time: later cuts take them along. */
    private static List<Labels.Mark> marks(Aside found, Edit edit, Problems problems) {
        if (!check("chapter-list", found, problems) || !(found instanceof Aside.Chapters(var chapters))) {
            return List.of();
        }
        List<Labels.Mark> marks = new ArrayList<>();
        long end = edit.lengthUs().orElse(Long.MAX_VALUE);
        chapters.stream().filter(c -> c.fromUs() < end)
                .forEach(c -> marks.add(new Labels.Mark(edit.toSource(c.fromUs()), c.title())));
        return List.copyOf(marks);
    }
}
