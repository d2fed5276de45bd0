package io.reelbench.engine.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of one file after it was probed. A plain value: nothing here reads the disk.
 *
 * @param path         absolute
 * @param bytes        size on disk
 * @param modifiedMs   last change, milliseconds since 1970
 * @param format       ffmpeg's demuxer that opens it, for example {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param startUs      first time shown, in microseconds
 * @param lengthUs     in microseconds; empty for a still and where nobody knows
 * @param bitrate      average of the whole file
 * @param tracks       in file order
 * @param chapters     in order of time
 * @param tags         of the container
 * @param still        whether it is one picture without time
 * @param notes        what a person should know, such as a length that is only estimated
 * @param known        what was looked for beyond the probe
 */
public record Media(Path path, long bytes, long modifiedMs, String format, long startUs, OptionalLong lengthUs,
        Optional<Bitrate> bitrate,
        List<Track> tracks, List<Chapter> chapters, Map<String, String> tags, boolean still, List<Note> notes,
        Known known) {

    /**
     * A chapter.
     *
     * @param fromUs from the file's first moment, in microseconds
     * @param toUs   in microseconds
     */
    public record Chapter(long fromUs, long toUs, String title) {
    }

    /**
     * Where a copied cut can really start, in microseconds from the first frame.
     *
     * @param before the last keyframe at or before the time asked for; empty when there is none
     * @param after  the first keyframe after it; empty when there is none
     */
    public record Landing(OptionalLong before, OptionalLong after) {
    }

    /** What a person should know about a file that opens all the same. */
    public enum Note {
        /** The container does not say its length and it was computed from the bit rate. */
        LENGTH_ESTIMATED,
        /** The container does not say its length; it was counted from the packets. */
        LENGTH_COUNTED,
        /** The file ends before the container says it does. */
        CUT_SHORT,
        /** Reading it gave errors. */
        DAMAGED,
        /** Some track is encrypted. */
        ENCRYPTED,
        /** Some track cannot be decoded. */
        NOT_DECODABLE,
        /** The ending of its name does not fit what is inside. */
        WRONG_EXTENSION
    }

    public <T extends Track> List<T> all(Class<T> kind) {
        return Track.only(kind, tracks);
    }

    /** The picture that operations work on: the default video track, else the first. */
    public Optional<Track.Video> video() {
        List<Track.Video> all = all(Track.Video.class);
        return all.stream().filter(v -> v.facts().dispositions().contains("default")).findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The sound that operations work on: the default one, else the first. */
    public Optional<Track.Audio> audio() {
        List<Track.Audio> all = all(Track.Audio.class);
        return all.stream().filter(a -> a.facts().dispositions().contains("default")).findFirst()
                .or(() -> all.stream().findFirst());
    }

    /**
     * How long something is seen or heard, in microseconds: some containers count subtitles, which were left whole when the film was cut.
     */
    public OptionalLong playedUs() {
        if (all(Track.Subtitle.class).isEmpty() || lengthUs.isEmpty()) {
            return lengthUs;
        }
        OptionalLong end = Track.Facts.lastEndUs(tracks.stream()
                .filter(t -> t instanceof Track.Video || t instanceof Track.Audio).map(Track::facts).toList(), startUs);
        return end.isPresent() && end.getAsLong() > 0
                ? OptionalLong.of(Math.min(lengthUs.getAsLong(), end.getAsLong()))
                : lengthUs;
    }

    /** The clock of the untouched clip. */
    public Clock clock() {
        return new Clock(playedUs(), video().flatMap(Track.Video::rate), video().flatMap(Track.Video::timecode),
                known.frameTimes());
    }

    /** The name with its ending. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Start of every frame of the first video track, in microseconds from its first one: only where it was asked for, else empty. */
    public List<Long> frameTimes() {
        return known.frameTimes();
    }

    /** Where a copy can start, for the times that were asked for. */
    public Map<Long, Landing> landings() {
        return known.landings();
    }

    /** The same file with one track seen otherwise. */
    public Media with(Track one, Track other) {
        return new Media(path, bytes, modifiedMs, format, startUs, lengthUs, bitrate,
                tracks.stream().map(t -> t == one ? other : t).toList(), chapters, tags, still, notes, known);
    }

    /** The same file, with more known of it. */
    public Media with(Known more) {
        return new Media(path, bytes, modifiedMs, format, startUs, lengthUs, bitrate, tracks, chapters, tags, still, notes, more);
    }
}
