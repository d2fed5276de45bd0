package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How the segments of an edit are read. Seeking stands half a frame before the wanted frame, so that rounding in the container cannot lose
 * it; the half is taken off again behind the decoder.
 */
final class Inputs {

    /** Where frames come unevenly, the time of a frame is known to this, in microseconds. */
    private static final long UNEVEN = 1000;
    /** A copy that is to begin at a keyframe asks for this much before it; what lies between is dropped. */
    private static final long BEFORE_KEYFRAME = 1000;
    /**
     * In these ffmpeg finds a time but not the keyframe before it, and what cannot be decoded yet is lost: reading starts so much earlier,
     * which no usual GOP is longer than.
     */
    private static final Set<String> SEEKS_BLINDLY = Set.of("mpegts", "mpeg");
    private static final long LONGEST_GOP = 12 * Time.SECOND;
    /** Packets of these are of two lengths; where times are milliseconds they overlap, and encoders repeat what overlaps. */
    private static final Set<String> UNEVEN_SOUND = Set.of("vorbis");
    private static final Set<String> COARSE = Set.of("matroska,webm");
    static final String LIST = "parts.ffconcat";

    private final Edit edit;

    Inputs(Edit edit) {
        this.edit = edit;
    }

    /** The steps that must run before: the list of parts, when several are copied. */
    List<Step> before() {
        return joinsCopies() ? List.of(new Step.Write(LIST, list())) : List.of();
    }

    boolean joinsCopies() {
        return edit.atKeyframes() && edit.segments().size() > 1;
    }

    List<Command.Input> all() {
        if (joinsCopies()) {
            List<String> arguments = new ArrayList<>(turn(edit));
            arguments.addAll(List.of("-f", "concat", "-safe", "0"));
            return List.of(new Command.Input(List.copyOf(arguments), new Ref.Scratch(LIST)));
        }
        return edit.segments().stream().map(this::input).toList();
    }

    private Command.Input input(Segment segment) {
        List<String> arguments = new ArrayList<>();
        Media media = edit.source(segment);
        if (media.format().equals("avi")) {
            // AVI stores decode times only
            arguments.addAll(List.of("-fflags", "+genpts"));
        }
        arguments.addAll(turn(edit));
        arguments.addAll(demuxer(media));
        long from = start(segment);
        if (from > 0) {
            arguments.addAll(List.of("-ss",
                    Time.seconds(
                            Math.max(0, from + offset(media) + -(edit.atKeyframes() ? BEFORE_KEYFRAME : lead(segment))))));
        }
        length(segment).ifPresent(length -> arguments.addAll(List.of("-t", Time.seconds(read(segment, length, from > 0)))));
        return new Command.Input(arguments, new Ref.Source(segment.source()));
    }

    /** A picture named 100%d.jpg is a name and not a numbered sequence: ffmpeg is told which demuxer the probe found. */
    static List<String> demuxer(Media media) {
        String format = media.format();
        boolean picture = format.endsWith("_pipe") || format.equals("gif") || format.equals("apng");
        return format.equals("image2")
                ? List.of("-f", "image2", "-pattern_type", "none")
                : picture ? List.of("-f", format) : List.of();
    }

    /** Tells how the picture is turned, where that is not what the file says. ffmpeg counts against the clock and mirrors last. */
    static List<String> turn(Edit edit) {
        if (!edit.beside().turned()) {
            return List.of();
        }
        Track.Video track = edit.first().video().orElseThrow();
        return turn(track, track.index());
    }

    /** @param index of the stream that is turned as the track is */
    static List<String> turn(Track.Video track, int index) {
        int degrees = track.flipped() ? track.rotation() : -track.rotation();
        List<String> arguments = new ArrayList<>(List.of("-display_rotation:" + index, Integer.toString(degrees)));
        if (track.flipped()) {
            arguments.add("-display_vflip:" + index);
        }
        return arguments;
    }

    /** How much is read, counted from where the seek stands. */
    private long read(Segment segment, long length, boolean seeks) {
        long offset = seeks ? 0 : offset(edit.source(segment));
        return edit.atKeyframes()
                ? length + offset + (seeks ? BEFORE_KEYFRAME : 0)
                : length + offset + lead(segment);
    }

    /** Where a segment really starts, in microseconds from the clip's first frame: for copies at the keyframe before. */
    long start(Segment segment) {
        Media.Landing landing = edit.source(segment).landings().get(segment.fromUs());
        return edit.atKeyframes() && landing != null ? landing.before().orElse(0) : segment.fromUs();
    }

    private OptionalLong length(Segment segment) {
        return segment.toUs().isEmpty() ? OptionalLong.empty() : OptionalLong.of(segment.toUs().getAsLong() - start(segment));
    }

    /**
     * How much before its first moment an output begins, in microseconds of the clip: a copied cut begins earlier than asked for, and what
     * is read from the file's beginning may have its first picture later.
     */
    long earlyUs() {
        Segment first = edit.segments().getFirst();
        return first.fromUs() - start(first) + zero();
    }

    /** The same in the time of the timeline on which a sound was brought. */
    long earlyFor(Heard heard) {
        long early = earlyUs();
        return early == 0 ? 0 : Fraction.of(early).over(edit.pace()).times(heard.pace()).round();
    }

    /** Where the timeline's zero lies in the times that filters behind the cuts see, in microseconds of the clip. */
    long zero() {
        Segment first = edit.segments().getFirst();
        if (joinsCopies()) {
            return 0;
        } else if (start(first) == 0) {
            return offset(edit.source(first));
        }
        return edit.atKeyframes() ? BEFORE_KEYFRAME : 0;
    }

    /** How far the first frame lies behind the file's own zero, which ffmpeg seeks from. */
    static long offset(Media media) {
        return media.video().flatMap(v -> v.facts().startUs().stream().boxed().findFirst())
                .map(start -> Math.max(0, start - media.startUs())).orElse(0L);
    }

    /** Half a frame. */
    private long half(Segment segment) {
        Optional<Track.Video> video = edit.source(segment).video();
        return video.isEmpty()
                ? 0
                : video.filter(v -> !v.variable()).flatMap(Track.Video::rate).map(Rate::frameLength).map(l -> l / 2)
                        .orElse(UNEVEN);
    }

    /** Phones that recorded H.263 marked every frame as a keyframe: a seek lands anywhere. */
    static boolean seeksBlindly(Media media) {
        return SEEKS_BLINDLY.contains(media.format()) || media.video().filter(v -> v.codec().equals("h263")).isPresent();
    }

    /** Whether reading must begin earlier than at the keyframe before what is wanted. */
    static boolean readsEarlier(Media media) {
        return seeksBlindly(media) || media.video().filter(Track.Video::isReadFromItsStart).isPresent();
    }

    /** How much earlier than wanted a place is looked for that lies so far behind the file's own zero; beside it stand filters. */
    static long blindLead(Media media, long at) {
        if (media.video().filter(Track.Video::isReadFromItsStart).isPresent()) {
            return Math.max(0, at);
        }
        return seeksBlindly(media) ? Math.min(Math.max(0, at), LONGEST_GOP) : 0;
    }

    /** How much earlier than wanted the reading starts. */
    private long lead(Segment segment) {
        Media media = edit.source(segment);
        return segment.fromUs() > 0 ? Math.max(half(segment), blindLead(media, segment.fromUs() + offset(media))) : 0;
    }

    /** By how much cues come later than in the segment: what filters take off the picture and the sound stays in their times. */
    long subtitleLead(Segment segment) {
        return edit.atKeyframes() ? 0 : lead(segment);
    }

    /** The filters that make the picture of a segment begin at zero and end before the frame at its end. */
    List<Filter> pictureTrim(Segment segment) {
        List<Filter> filters = new ArrayList<>();
        if (edit.atKeyframes()) {
            return filters;
        }
        long lead = lead(segment);
        if (lead > half(segment)) {
            filters.add(Filter.of("trim=start=" + Time.seconds(lead - half(segment))));
        }
        length(segment).ifPresent(length -> filters.add(Filter
                .of("trim=end=" + Time.seconds(length + lead - half(segment) + (lead > 0 ? 0 : offset(edit.source(segment)))))));
        if (lead > 0) {
            filters.add(Filter.of("setpts=PTS-" + Time.seconds(lead) + "/TB"));
        }
        if (segment.heldUs() > 0) {
            filters.add(Filter.of("tpad=stop_mode=clone:stop_duration=" + Time.seconds(segment.heldUs() + unseen(segment))));
        }
        return filters;
    }

    /** How much longer than its picture a clip is heard. */
    private long unseen(Segment segment) {
        Media media = edit.source(segment);
        OptionalLong seen = media.video().map(v -> v.facts().endUs(media.startUs())).orElse(OptionalLong.empty());
        return segment.toUs().isPresent() || seen.isEmpty() || media.playedUs().isEmpty()
                ? 0
                : Math.max(0, media.playedUs().getAsLong() - seen.getAsLong());
    }

    /** Whether a cut comes in an uneven frame, which then lasts longer than what is kept. */
    boolean endsUnevenly() {
        Segment last = edit.segments().getLast();
        return last.toUs().isPresent() && edit.source(last).video().filter(Track.Video::variable).isPresent();
    }

    /**
     * The filters that make a sound track of a segment begin at zero, and its samples follow each other.
     *
     * @param track its place among the clip's sound tracks, from 0
     */
    List<Filter> sound(Segment segment, int track) {
        List<Filter> filters = new ArrayList<>();
        Media media = edit.source(segment);
        if (UNEVEN_SOUND.contains(media.all(Track.Audio.class).get(track).codec()) && COARSE.contains(media.format())) {
            filters.add(Filter.of("aresample=async=1"));
        }
        long lead = edit.atKeyframes() ? 0 : lead(segment);
        if (!edit.atKeyframes() && beginsWithin(segment, track)) {
            // how much is read counts from the first sample, wherever that lies
            length(segment).ifPresent(length -> filters.add(Filter.of("atrim=end=" + Time.seconds(length + lead))));
        }
        if (lead > 0) {
            filters.add(Filter.of("atrim=start=" + Time.seconds(lead)));
            filters.add(Filter.of("asetpts=PTS-" + Time.seconds(lead) + "/TB"));
        }
        if (edit.cutting() == Cutting.SMART && edit.segments().size() > 1 && segment.toUs().isPresent()) {
            // the picture does not pass through the join, so every part of the sound must last as long by itself
            String end = Time.seconds(segment.toUs().getAsLong() - segment.fromUs());
            filters.add(Filter.of("apad=whole_dur=" + end));
            filters.add(Filter.of("atrim=end=" + end));
        }
        return filters;
    }

    /** Whether a sound track is heard only later than a segment begins. */
    private boolean beginsWithin(Segment segment, int track) {
        Media media = edit.source(segment);
        OptionalLong start = media.all(Track.Audio.class).get(track).facts().startUs();
        return start.isPresent() && start.getAsLong() - media.startUs() - offset(media) > segment.fromUs() + UNEVEN;
    }

    /** The parts as a list for ffmpeg's concat demuxer; its times are the file's own. */
    private String list() {
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        for (Segment segment : edit.segments()) {
            Media media = edit.source(segment);
            long zero = media.video().flatMap(v -> v.facts().startUs().stream().boxed().findFirst()).orElse(media.startUs());
            list.append("file ").append(Command.value("source-" + segment.source())).append('\n');
            list.append("inpoint ").append(Time.seconds(zero + start(segment))).append('\n');
            segment.toUs().ifPresent(to -> list.append("outpoint ").append(Time.seconds(zero + to)).append('\n'));
        }
        return list.toString();
    }
}
