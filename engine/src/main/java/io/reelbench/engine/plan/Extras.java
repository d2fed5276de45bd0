package io.reelbench.engine.plan;

import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Keeping;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackName;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Everything of a file beside picture and sound: subtitles, cover, data tracks, chapters, tags, timecode. */
final class Extras {

    private final Edit edit;
    private final Sink.FileSink sink;
    private final Container container;
    private final OptionalLong most;
    private final Draft draft;
    private final Media media;
    private final TrackLabels labels;
    private final TagArguments tags;
    private final List<Command.Input> inputs = new ArrayList<>();
    private final List<Step> before = new ArrayList<>();

    /** @param most how long the file may be at most, in microseconds; empty without such a limit */
    Extras(Edit edit, Sink.FileSink sink, Container container, OptionalLong most, Draft draft) {
        this.edit = edit;
        this.sink = sink;
        this.container = container;
        this.most = most;
        this.draft = draft;
        this.media = edit.first();
        this.labels = new TrackLabels(edit, container);
        this.tags = new TagArguments(edit, container);
    }

    /**
     * One further track.
     *
     * @param map       what ffmpeg takes; empty for what is attached
     * @param arguments of its codec
     * @param expected  what it becomes; empty for data, which is not checked
     */
    record Extra(Optional<String> map, List<String> arguments, Optional<Expect.TrackExpected> expected) {

        static Extra of(Track track, List<String> arguments, Optional<Expect.TrackExpected> expected) {
            return new Extra(Optional.of("0:" + track.index()), arguments, expected);
        }
    }

    /** Files beside the clip that the run reads; outputs name them by {@link Command#input}. */
    List<Command.Input> inputs() {
        return List.copyOf(inputs);
    }

    /** What must be there before. */
    List<Step> before() {
        return List.copyOf(before);
    }

    List<Extra> tracks(boolean picture) {
        List<Extra> extras = new ArrayList<>(subtitles());
        extras.addAll(new SideTexts(edit, sink, container, draft).tracks(extras.size(), inputs, before));
        List<Extra> data = data();
        long attached = data.stream().filter(d -> d.arguments().contains("-c:t")).count();
        cover(picture, attached).ifPresent(extras::add);
        extras.addAll(data);
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
            } else if (!edit.isWhole() && !edit.atKeyframes() && Inputs.readsEarlier(media)) {
                draft.reason(subject, PlanWords.LEFT_OUT.with(), PlanWords.READ_EARLIER.with());
            } else if (container.copiesSubtitle(track.codec())) {
                draft.reason(subject, PlanWords.COPIED.with(), PlanWords.UNCHANGED.with());
                out.add(subtitle(track, all.indexOf(track) + 1, out.size(), "copy", track.codec()));
            } else if (text.isPresent()) {
                draft.reason(subject, PlanWords.CONVERTED.with(text.get()),
                        PlanWords.CONTAINER_REFUSES.with(PictureChoice.title(container), track.codec()));
                out.add(subtitle(track, all.indexOf(track) + 1, out.size(), text.get(), text.get()));
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
    private Extra subtitle(Track.Subtitle track, int place, int number, String codec, String becomes) {
        TrackName name = new TrackName(TrackName.Kind.S, place);
        List<String> arguments = new ArrayList<>(List.of("-c:s:" + number, codec, "-disposition:s:" + number,
                labels.flags(name, track.facts()).orElse(TrackLabels.own(track.facts()))));
        List<String> packets = new ArrayList<>(isPaced() ? List.of(Pace.subtitles(edit.pace())) : List.of());
        packets.addAll(within());
        if (!packets.isEmpty()) {
            arguments.addAll(List.of("-bsf:s:" + number, String.join(",", packets)));
        }
        arguments.addAll(labels.arguments(name, track.facts(), "s:" + number, false));
        return Extra.of(track, List.copyOf(arguments),
                Optional.of(new Expect.TrackExpected(Expect.TrackExpected.Kind.SUBTITLE, becomes)));
    }

    /**
     * Cues of a cut last from its beginning at most to its end. What was over before is left out: its time below zero would shift
     * everything else.
     */
    private List<String> within() {
        Segment only = edit.segments().getFirst();
        long start = new Inputs(edit).start(only);
        OptionalLong cut = only.toUs().isPresent() ? OptionalLong.of(edit.paced(only.toUs().getAsLong() - start)) : most;
        OptionalLong end = cut.isPresent() && most.isPresent()
                ? OptionalLong.of(Math.min(cut.getAsLong(), most.getAsLong()))
                : cut;
        if (start == 0) {
            return end.isPresent()
                    ? List.of("setts=pts=PTS:dts=DTS:duration='min(DURATION,max(0,%s/TB-PTS))'".formatted(until(end)))
                    : List.of();
        }
        String lead = Time.seconds(edit.paced(new Inputs(edit).subtitleLead(only)));
        String from = "max(PTS-%s/TB,0)".formatted(lead);
        String lasts = "DURATION+min(PTS-%s/TB,0)".formatted(lead);
        String duration = end.isPresent() ? "min(%s,max(0,%s/TB-%s))".formatted(lasts, until(end), from) : lasts;
        return List.of("noise=drop='lt((pts+duration)*tb,%s+0.001)'".formatted(lead),
                "setts=pts='%s':dts='%s':duration='%s'".formatted(from, from.replace("PTS", "DTS"), duration));
    }

    private static String until(OptionalLong end) {
        return Time.seconds(end.getAsLong());
    }

    private boolean isPaced() {
        return !edit.pace().equals(Fraction.ONE);
    }

    private Optional<Extra> cover(boolean picture, long attached) {
        Keeping<Path> wish = edit.labels().cover();
        List<Track.Cover> covers = media.all(Track.Cover.class);
        Optional<Path> given = wish.given();
        boolean wanted = given.isPresent() || !covers.isEmpty()
                && sink.cover() && (sink.video().videoCodec() != VideoCodec.NONE || container.isSound())
                && edit.segments().size() == 1;
        if (wanted && !wish.stripped() && edit.pieces().isPresent()) {
            draft.note(SliceWords.NO_COVER);
            return Optional.empty();
        }
        if (!wanted || wish.stripped()) {
            return Optional.empty();
        }
        String codec = given.map(this::codec).orElseGet(() -> covers.getFirst().codec());
        boolean fits = container.cover() != Container.Cover.NO && List.of("mjpeg", "png").contains(codec);
        if (!fits || container.cover() == Container.Cover.TRACK && tags.keepsAppleKeys()) {
            draft.note(PlanWords.COVER_LEFT, PictureChoice.title(container));
            return Optional.empty();
        } else if (covers.size() > 1 && given.isEmpty()) {
            draft.note(PlanWords.OTHER_COVERS, covers.size() - 1);
        }
        draft.reason(PlanWords.COVER.with(), given.isPresent() ? PlanWords.ADDED.with() : PlanWords.COPIED.with(),
                given.isPresent() ? PlanWords.COVER_ASKED.with() : PlanWords.FIT_CONTAINER.with());
        var expected = Optional.of(new Expect.TrackExpected(Expect.TrackExpected.Kind.COVER, codec));
        Optional<Command.Input> file = given.map(path -> new Command.Input(
                List.of("-f", codec.equals("png") ? "png_pipe" : "jpeg_pipe"), new Ref.Beside(path)));
        if (container.cover() == Container.Cover.ATTACHMENT) {
            return Optional.of(new Extra(Optional.empty(), attached(covers, file, codec, attached), expected));
        }
        file.ifPresent(inputs::add);
        String number = picture ? "1" : "0";
        String map = file.map(Command::input).orElse("0") + ":" + (file.isPresent() ? 0 : covers.getFirst().index());
        return Optional.of(new Extra(Optional.of(map),
                List.of("-c:v:" + number, "copy", "-disposition:v:" + number, "attached_pic"), expected));
    }

    private String codec(Path file) {
        return media.known().files().get(file) instanceof SideFile.Picture(String codec, var _, long _) ? codec : "unknown";
    }

    /** Matroska wants a file: the picture is taken out of where it is first. */
    private List<String> attached(List<Track.Cover> covers, Optional<Command.Input> file, String codec, long attachments) {
        String name = codec.equals("png") ? "cover.png" : "cover.jpg";
        Command.Input from = file.orElse(new Command.Input(Inputs.demuxer(media), new Ref.Source(0)));
        String map = "0:" + (file.isPresent() ? 0 : covers.getFirst().index());
        Command taking = new Command(List.of(from), Optional.empty(), List.of(new Command.Output(
                List.of("-map", map, "-c", "copy", "-frames:v", "1", "-update", "1", "-f", "image2"), new Ref.Scratch(name))));
        before.add(new Step.Run(Step.Doing.COPYING, taking, 0.001, OptionalLong.empty()));
        return List.of("-attach", name, "-metadata:s:t:" + attachments,
                "mimetype=image/" + (codec.equals("png") ? "png" : "jpeg"),
                "-metadata:s:t:" + attachments, "filename=" + name);
    }

    private List<Extra> data() {
        List<Track.Data> other = media.all(Track.Data.class).stream().filter(d -> d.kind() != Track.Data.Kind.TIMECODE).toList();
        boolean same = Container.of(media) == container;
        List<Extra> out = new ArrayList<>();
        for (Track.Data track : other) {
            boolean attachment = track.kind() == Track.Data.Kind.ATTACHMENT
                    && (container == Container.MKV || container == Container.MKA);
            boolean telemetry = track.kind() == Track.Data.Kind.OTHER && container == Container.MOV
                    && !track.codec().equals("unknown") && edit.isWhole() && edit.pieces().isEmpty() && same
                    && !edit.labels().dropsPlace();
            if (sink.tracks().data() && isPaced() && !attachment && track.kind() == Track.Data.Kind.OTHER) {
                draft.note(PlanWords.DATA_PACED);
            } else if (sink.tracks().data() && (attachment || telemetry)) {
                out.add(Extra.of(track, List.of(attachment ? "-c:t" : "-c:d", "copy"), Optional.empty()));
            } else if (sink.tracks().data() && track.kind() == Track.Data.Kind.ATTACHMENT && !container.isSound()) {
                draft.note(PlanWords.FONTS_LEFT, PictureChoice.title(container));
            } else if (sink.tracks().data() && track.kind() == Track.Data.Kind.OTHER && !container.isSound()
                    && !edit.labels().dropsPlace()) {
                draft.note(PlanWords.DATA_LEFT, PictureChoice.title(container));
            }
        }
        return out;
    }

    /** Tags, chapters, timecode, and the muxer's own switches. */
    List<String> file(OptionalLong lengthUs) {
        List<String> arguments = new ArrayList<>(tags.arguments());
        arguments.addAll(List.of("-map_chapters", chapters(lengthUs)));
        arguments.addAll(timecode());
        if (container.isMp4Family()) {
            List<String> flags = new ArrayList<>();
            if (sink.form().faststart()) {
                flags.add("+faststart");
            }
            if (tags.keepsAppleKeys()) {
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

    /** The input whose chapters are taken. */
    private String chapters(OptionalLong lengthUs) {
        if (!sink.tracks().chapters() || !container.hasChapters()) {
            return "-1";
        }
        Chapters all = new Chapters(edit, new Inputs(edit));
        Optional<String> list = all.list(lengthUs.orElse(0));
        if (list.isEmpty()) {
            return all.areKept() ? "0" : "-1";
        }
        String name = "chapters-%08x.txt".formatted(list.get().hashCode());
        Command.Input input = new Command.Input(List.of("-f", "ffmetadata"), new Ref.Scratch(name));
        before.add(new Step.Write(name, list.get()));
        inputs.add(input);
        return Command.input(input);
    }

    /** A cut moves the first timecode, which ffmpeg would keep; another speed leaves it without meaning unless every frame stays. */
    private List<String> timecode() {
        Keeping<Labels.Start> wish = edit.labels().timecode();
        if (wish.stripped()) {
            List<String> none = new ArrayList<>(List.of("-metadata", "timecode=", "-metadata:s", "timecode="));
            none.addAll(container.isMp4Family() ? List.of("-write_tmcd", "0") : List.of());
            return none;
        }
        Optional<Track.Video> video = media.video();
        Optional<Labels.Start> given = wish.given();
        Optional<Timecode> first = given.map(Labels.Start::code).or(() -> video.flatMap(Track.Video::timecode));
        long from = new Inputs(edit).start(edit.segments().getFirst());
        boolean moves = given.isPresent() || from != 0 || isPaced() || edit.labels().stripped();
        if (!container.hasTimecode() || first.isEmpty() || !moves || video.flatMap(Track.Video::rate).isEmpty()) {
            return List.of();
        }
        long since = from - given.map(Labels.Start::atUs).orElse(0L);
        return given.isPresent() && since == 0 ? told(first.get(), PlanWords.TIMECODE_MOVED) : moved(first.get(), since);
    }

    private List<String> told(Timecode start, Message words) {
        draft.note(words, start);
        return List.of("-timecode", start.toString());
    }

    private List<String> moved(Timecode first, long sinceUs) {
        Rate rate = media.video().flatMap(Track.Video::rate).orElseThrow();
        Rate now = isPaced() ? edit.video().flatMap(Track.Video::rate).orElse(rate) : rate;
        boolean keepsFrames = now.perSecond().equals(rate.perSecond().times(edit.pace()));
        try {
            if (keepsFrames && sinceUs == 0 && !isPaced()) {
                return List.of("-timecode", first.toString());
            } else if (keepsFrames) {
                // at another rate the same frames are counted on from the same first one; drop frame belongs to the old rate
                Timecode start = isPaced()
                        ? new Timecode(first.hours(), first.minutes(), first.seconds(), first.frames(), false)
                        : first;
                long frames = sinceUs < 0 ? -rate.nearestFrame(-sinceUs) : rate.nearestFrame(sinceUs);
                Timecode moved = Timecode.ofFrame(Math.max(0, start.toFrame(now) + frames), now, start.drop());
                return told(moved, isPaced() ? PlanWords.TIMECODE_KEPT : PlanWords.TIMECODE_MOVED);
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

    /**
     * Language, title and flags of a track of picture or sound.
     *
     * @param forgotten  whether it comes out of a filter graph, which knows no labels
     * @param relabelled whether a step made it another than the one that it is made of
     */
    List<String> labels(TrackName name, Track.Facts facts, String specifier, boolean forgotten, boolean relabelled) {
        List<String> arguments = new ArrayList<>(labels.arguments(name, facts, specifier, forgotten || relabelled));
        Optional<String> own = relabelled ? Optional.of(TrackLabels.own(facts)) : Optional.empty();
        labels.flags(name, facts).or(() -> own).ifPresent(flags -> arguments.addAll(List.of("-disposition:" + specifier, flags)));
        if (specifier.equals("v:0") && container.isMp4Family()) {
            reel().ifPresent(reel -> arguments.addAll(List.of("-metadata:s:v:0", "reel_name=" + reel)));
        }
        return arguments;
    }

    /** Editors find a clip again by it; ffmpeg leaves it with the timecode track that it does not copy. */
    private Optional<String> reel() {
        return edit.labels().stripped() || edit.labels().timecode().stripped()
                ? Optional.empty()
                : media.tracks().stream().map(t -> t.facts().tags().get("reel_name")).filter(java.util.Objects::nonNull)
                        .findFirst();
    }
}
