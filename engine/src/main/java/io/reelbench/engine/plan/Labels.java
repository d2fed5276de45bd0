package io.reelbench.engine.plan;

import io.reelbench.engine.media.DefaultTrack;
import io.reelbench.engine.media.Keeping;
import io.reelbench.engine.media.Location;
import io.reelbench.engine.media.Tag;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.media.TrackLanguage;
import io.reelbench.engine.media.TrackName;
import io.reelbench.engine.media.TrackTitle;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is written about the clip beside picture and sound: tags, date, place, chapters, names of tracks.
 *
 * @param stripped  whether tags that are not named here are left out
 * @param set       tags with new values
 * @param removed   keys of tags that are left out
 * @param chapters  where chapters begin
 * @param recorded  when it was recorded; empty follows {@code stripped}
 * @param location  where it was recorded; empty follows {@code stripped}
 * @param cover     its picture
 * @param languages of tracks; those not named keep theirs
 * @param titles    of tracks; those not named keep theirs
 * @param defaults  which tracks players take by themselves
 * @param timecode  of the first frame
 */
public record Labels(boolean stripped, List<Tag> set, List<String> removed, Keeping<List<Mark>> chapters,
        Optional<Keeping<OffsetDateTime>> recorded, Optional<Keeping<Location>> location, Keeping<java.nio.file.Path> cover,
        List<TrackLanguage> languages, List<TrackTitle> titles, List<DefaultTrack> defaults, Keeping<Start> timecode) {

    /**
     * A chapter in the first clip's own time, in microseconds from its first frame.
     *
     * @param untilUs {@link Range#OPEN} where the clip's end is meant
     */
    public record Mark(long atUs, long untilUs, String title) {
    }

    /**
     * A timecode for one moment.
     *
     * @param code that it has
     * @param atUs in the first clip's own time, in microseconds from its first frame
     */
    public record Start(Timecode code, long atUs) {
    }

    /** All that the container can hold, as it was. */
    public static final Labels KEPT = new Labels(false, List.of(), List.of(), Keeping.kept(), Optional.empty(), Optional.empty(),
            Keeping.kept(), List.of(), List.of(), List.of(), Keeping.kept());

    /** Whether the clip's own date is left out. */
    boolean dropsDate() {
        return recorded.map(Keeping::stripped).orElse(stripped);
    }

    /** Whether the clip's own place is left out, and with it what a camera recorded along the way. */
    boolean dropsPlace() {
        return location.map(Keeping::stripped).orElse(stripped);
    }

    Optional<TrackLanguage> language(TrackName track) {
        return last(languages, track, TrackLanguage::track);
    }

    Optional<TrackTitle> title(TrackName track) {
        return last(titles, track, TrackTitle::track);
    }

    Optional<DefaultTrack> byDefault(TrackName track) {
        return last(defaults, track, DefaultTrack::track);
    }

    private static <T> Optional<T> last(List<T> all, TrackName track, Function<T, TrackName> of) {
        return all.stream().filter(one -> of.apply(one).equals(track)).reduce((_, later) -> later);
    }
}
