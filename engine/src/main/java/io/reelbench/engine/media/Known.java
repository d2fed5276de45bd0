package io.reelbench.engine.media;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was found out about a clip by looking into it, each only where some operation asked for it with a {@link Fact}.
 *
 * @param frameTimes start of every frame of the first video track, from its first one, in microseconds; empty where nobody asked
 * @param landings   where a copy can start, for the times that were asked for
 * @param bars       the picture without its black bars, in pixels of the upright square picture, for each level of black that was asked for
 * @param fields     whether the frames of a sample really are interlaced, whatever the container says; empty where nobody asked
 * @param attached   what a picture file carries beside its picture; empty where nobody asked
 * @param read       what only reports and lists ask for
 * @param files      files beside the clip that filters name, by their paths
 * @param stretches  how the frames lie in the parts that were asked for
 */
public record Known(List<Long> frameTimes, Map<Long, Media.Landing> landings, Map<Double, Rect> bars,
        Optional<Track.Fields> fields, Optional<Set<Attached>> attached, Read read, Map<Path, SideFile> files,
        Map<Fact.Stretch, Stretch> stretches) {

    /** What a picture file may carry beside its picture. */
    public enum Attached {
        /** How its numbers become colours, as an ICC profile. */
        PROFILE,
        /** What the camera wrote down: date, place, lens (EXIF). */
        CAMERA
    }

    public static final Known NOTHING = new Known(List.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty(), Read.NOTHING,
            Map.of(), Map.of());

    public Known withFrames(List<Long> frames) {
        return new Known(List.copyOf(frames), landings, bars, fields, attached, read, files, stretches);
    }

    public Known withLanding(long atUs, Media.Landing landing) {
        Map<Long, Media.Landing> more = new TreeMap<>(landings);
        more.put(atUs, landing);
        return new Known(frameTimes, Map.copyOf(more), bars, fields, attached, read, files, stretches);
    }

    public Known withBars(double level, Rect picture) {
        Map<Double, Rect> more = new TreeMap<>(bars);
        more.put(level, picture);
        return new Known(frameTimes, landings, Map.copyOf(more), fields, attached, read, files, stretches);
    }

    public Known withFields(Track.Fields seen) {
        return new Known(frameTimes, landings, bars, Optional.of(seen), attached, read, files, stretches);
    }

    public Known withAttached(Set<Attached> found) {
        return new Known(frameTimes, landings, bars, fields, Optional.of(Set.copyOf(found)), read, files, stretches);
    }

    public Known withRead(Read more) {
        return new Known(frameTimes, landings, bars, fields, attached, more, files, stretches);
    }

    public Known withFile(Path file, SideFile found) {
        Map<Path, SideFile> more = new TreeMap<>(files);
        more.put(file, found);
        return new Known(frameTimes, landings, bars, fields, attached, read, Map.copyOf(more), stretches);
    }

    public Known withStretch(Fact.Stretch asked, Stretch found) {
        Map<Fact.Stretch, Stretch> more = new HashMap<>(stretches);
        more.put(asked, found);
        return new Known(frameTimes, landings, bars, fields, attached, read, files, Map.copyOf(more));
    }

    /** Only what is true of the clip as long as it stays the same: files beside it may change meanwhile. */
    public Known ofTheClip() {
        return new Known(frameTimes, landings, bars, fields, attached, read.ofTheClip(), Map.of(), stretches);
    }
}
