package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.BadValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything of a file beside picture and sound: subtitles, cover, data tracks, chapters, tags, timecode. */
final class Extras {

    /** Keys that only ffmpeg's own switch carries from one mp4 to another. */
    private static final String APPLE = "com.apple.quicktime.";

    private final Edit edit;
    private final Sink.FileSink sink;
    private final Container container;
    private final Draft draft;
    private final Media media;
    private final Inputs inputs;

    Extras(Edit edit, Sink.FileSink sink, Container container, Draft draft) {
        this.edit = edit;
        this.sink = sink;
        this.container = container;
        this.draft = draft;
        this.media = edit.first();
        this.inputs = new Inputs(edit);
    }

    /**
     * One further track.
     *
     * @param index     in the source
     * @param arguments of its codec
     * @param expected  what it becomes; empty for data, which is not checked
     */
    record Extra(int index, List<String> arguments, Optional<Expect.TrackExpected> expected) {
    }

    List<Extra> tracks(boolean picture) {
        List<Extra> extras = new ArrayList<>(subtitles());
        cover(picture).ifPresent(extras::add);
        extras.addAll(data());
        return extras;
    }

    private List<Extra> subtitles() {
        List<Track.Subtitle> all = media.all(Track.Subtitle.class);
        List<Extra> out = new ArrayList<>();
        for (Track.Subtitle track : sink.tracks().subtitleTracks().from(all)) {
            var subject = PlanWords.SUBTITLES.with(all.indexOf(track) + 1);
            boolean joined = edit.segments().size() > 1;
            Optional<String> text = container.textSubtitle().filter(_ -> track.text());
            if (joined) {
                draft.reason(subject, PlanWords.LEFT_OUT.with(), PlanWords.SEVERAL_PARTS.with());
            } else if (!edit.isWhole() && !edit.atKeyframes() && Inputs.seeksBlindly(media)) {
                draft.reason(subject, PlanWords.LEFT_OUT.with(), PlanWords.READ_EARLIER.with());
            } else if (container.copiesSubtitle(track.codec())) {
                draft.reason(subject, PlanWords.COPIED.with(), PlanWords.UNCHANGED.with());
                out.add(subtitle(track, out.size(), "copy", track.codec()));
            } else if (text.isPresent()) {
                draft.reason(subject, PlanWords.CONVERTED.with(text.get()),
                        PlanWords.CONTAINER_REFUSES.with(PictureChoice.title(container), track.codec()));
                out.add(subtitle(track, out.size(), text.get(), text.get()));
            } else if (!container.isSound()) {
                draft.reason(subject, PlanWords.LEFT_OUT.with(),
                        track.text()
                                ? PlanWords.NO_PLACE.with(PictureChoice.title(container))
                                : PlanWords.PICTURE_SUBTITLES.with(PictureChoice.title(container)));
            }
        }
        return out;
    }

    /** Muxers make the first subtitle the default one unless every one's flags are given. */
    private Extra subtitle(Track.Subtitle track, int number, String codec, String becomes) {
        List<String> flags = track.facts().dispositions().stream()
                .filter(d -> List.of("default", "forced", "hearing_impaired", "comment").contains(d)).sorted().toList();
        List<String> arguments = new ArrayList<>(List.of("-c:s:" + number, codec, "-disposition:s:" + number,
                flags.isEmpty() ? "0" : String.join("+", flags)));
        if (isPaced()) {
            arguments.addAll(List.of("-bsf:s:" + number, Pace.subtitles(edit.pace())));
        }
        return new Extra(track.index(), List.copyOf(arguments),
                Optional.of(new Expect.TrackExpected(Expect.TrackExpected.Kind.SUBTITLE, becomes)));
    }

    private boolean isPaced() {
        return !edit.pace().equals(Fraction.ONE);
    }

    private Optional<Extra> cover(boolean picture) {
        List<Track.Cover> covers = media.all(Track.Cover.class);
        boolean wanted = !covers.isEmpty() && sink.video().videoCodec() != VideoCodec.NONE
                || !covers.isEmpty() && container.isSound();
        if (!wanted || !sink.cover() || edit.segments().size() > 1) {
            return Optional.empty();
        }
        Track.Cover cover = covers.getFirst();
        boolean fits = container.cover() == Container.Cover.TRACK && List.of("mjpeg", "png").contains(cover.codec());
        if (!fits) {
            draft.note(PlanWords.COVER_LEFT, PictureChoice.title(container));
            return Optional.empty();
        }
        String number = picture ? "1" : "0";
        draft.reason(PlanWords.COVER.with(), PlanWords.COPIED.with(), PlanWords.FIT_CONTAINER.with());
        return Optional.of(new Extra(cover.index(), List.of("-c:v:" + number, "copy", "-disposition:v:" + number, "attached_pic"),
                Optional.of(new Expect.TrackExpected(Expect.TrackExpected.Kind.COVER, cover.codec()))));
    }

    private List<Extra> data() {
        List<Track.Data> other = media.all(Track.Data.class).stream().filter(d -> d.kind() != Track.Data.Kind.TIMECODE).toList();
        boolean same = Container.of(media) == container;
        List<Extra> out = new ArrayList<>();
        for (Track.Data track : other) {
            boolean attachment = track.kind() == Track.Data.Kind.ATTACHMENT && container == Container.MKV;
            boolean telemetry = track.kind() == Track.Data.Kind.OTHER && container == Container.MOV
                    && !track.codec().equals("unknown") && edit.isWhole();
            if (sink.tracks().data() && isPaced() && !attachment) {
                draft.note(PlanWords.DATA_PACED);
            } else if (sink.tracks().data() && same && (attachment || telemetry)) {
                out.add(new Extra(track.index(), List.of(attachment ? "-c:t" : "-c:d", "copy"), Optional.empty()));
            } else if (sink.tracks().data() && track.kind() == Track.Data.Kind.OTHER && !container.isSound()) {
                draft.note(PlanWords.DATA_LEFT, PictureChoice.title(container));
            }
        }
        return out;
    }

    /** Tags, chapters, timecode, and the muxer's own switches. */
    List<String> file() {
        List<String> arguments = new ArrayList<>(List.of("-map_metadata", "0"));
        boolean chapters = sink.tracks().chapters() && container.hasChapters() && !media.chapters().isEmpty()
                && (edit.segments().size() == 1 || inputs.writesChapters());
        arguments.addAll(List.of("-map_chapters", !chapters ? "-1" : Integer.toString(inputs.chapters())));
        arguments.addAll(timecode());
        if (container.isMp4Family()) {
            List<String> flags = new ArrayList<>();
            if (sink.form().faststart()) {
                flags.add("+faststart");
            }
            if (media.tags().keySet().stream().anyMatch(k -> k.startsWith(APPLE))) {
                flags.add("+use_metadata_tags");
            }
            if (!flags.isEmpty()) {
                arguments.addAll(List.of("-movflags", String.join("", flags)));
            }
        } else if (container == Container.WAV) {
            arguments.addAll(List.of("-rf64", "auto"));
        } else if (container == Container.MP3) {
            arguments.addAll(List.of("-id3v2_version", "3"));
        }
        arguments.addAll(List.of("-f", container.muxer()));
        return arguments;
    }

    /** A cut moves the first timecode, which ffmpeg would keep; another speed leaves it without meaning unless every frame stays. */
    private List<String> timecode() {
        Optional<Track.Video> video = media.video();
        boolean there = container.hasTimecode() && video.flatMap(Track.Video::timecode).isPresent()
                && video.flatMap(Track.Video::rate).isPresent();
        long from = inputs.start(edit.segments().getFirst());
        if (!there || from == 0 && !isPaced()) {
            return List.of();
        }
        Timecode first = video.get().timecode().get();
        Rate rate = video.get().rate().get();
        Rate now = isPaced() ? edit.video().flatMap(Track.Video::rate).orElse(rate) : rate;
        boolean keepsFrames = now.perSecond().equals(rate.perSecond().times(edit.pace()));
        try {
            if (keepsFrames) {
                // at another rate the same frames are counted on from the same first one; drop frame belongs to the old rate
                Timecode start = isPaced()
                        ? new Timecode(first.hours(), first.minutes(), first.seconds(), first.frames(), false)
                        : first;
                Timecode moved = Timecode.ofFrame(start.toFrame(now) + rate.nearestFrame(from), now, start.drop());
                draft.note(isPaced() ? PlanWords.TIMECODE_KEPT : PlanWords.TIMECODE_MOVED, moved);
                return List.of("-timecode", moved.toString());
            }
        } catch (BadValue notOfThisRate) {
            if (!isPaced()) {
                // a timecode that does not fit its own clip's rate is carried on as it stands
                return List.of();
            }
        }
        draft.note(PlanWords.TIMECODE_DROPPED);
        return List.of("-metadata", "timecode=", "-metadata:s:v:0", "timecode=");
    }

    /** Language and title of a sound track that comes out of a filter graph, which forgets them. */
    static List<String> labels(Track.Audio track, int number) {
        List<String> arguments = new ArrayList<>();
        track.facts().language().filter(l -> !l.equals(Language.UNKNOWN))
                .ifPresent(l -> arguments.addAll(List.of("-metadata:s:a:" + number, "language=" + l)));
        track.facts().title().ifPresent(t -> arguments.addAll(List.of("-metadata:s:a:" + number, "title=" + t)));
        return arguments;
    }

    /** The flags of a sound track that differs from the one that it is made of. */
    static List<String> flags(Track.Audio track, int number) {
        List<String> flags = track.facts().dispositions().stream()
                .filter(d -> List.of("default", "dub", "original", "comment", "hearing_impaired", "visual_impaired").contains(d))
                .sorted().toList();
        return List.of("-disposition:a:" + number, flags.isEmpty() ? "0" : String.join("+", flags));
    }
}
