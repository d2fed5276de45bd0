package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackName;
import io.reelbench.engine.plan.Expect.TrackExpected;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The plan of one file: what was decided for each of its tracks, and the outputs of the commands that write it. */
final class FilePlan implements SinkPlan {

    /** One audio packet: 1152 samples of MP3 at 44.1 kHz is the longest usual one. */
    private static final long AUDIO_PACKET = 26_200;
    private static final int PACKET_SAMPLES = 1024;
    private static final int SAMPLE_RATE = 48_000;
    /** Containers differ in what they call the length; this much is no loss. */
    private static final long COPY_TOLERANCE = 500_000;
    /** What the headers of MP3, AMR and WMA were seen to be off, and what decoders lose of a broken first packet. */
    private static final long ROUGH = 200_000;
    private static final Set<String> ROUGH_FORMATS = Set.of("mp3", "aac", "amr", "amrnb", "amrwb", "asf", "mpegts", "mpeg");
    /** Coarser ones than this a container of the MP4 family makes finer by itself. */
    private static final long COARSE_TIMEBASE = 10_000;
    private static final long UNKNOWN_GOP = 12 * Time.SECOND;

    final Sink.FileSink sink;
    final Container container;
    final Optional<PictureOut> picture;
    final List<SoundOut> sounds;
    private final int product;
    private final Edit edit;
    private final Measuring measuring;
    private final Inputs inputs;
    private final List<Extras.Extra> extras;
    private final List<String> file;
    private final Extras extra;
    private final OptionalLong most;
    private final FileRuns runs;
    private final Capabilities can;
    private final Ending ending;

    /** What stands at the end of the output that writes it: in what form, and where. */
    @FunctionalInterface
    interface Ending {

        /** @param arguments tags, chapters and those of the muxer, as they are for one file */
        Command.Output of(List<String> arguments);
    }

    FilePlan(Edit wanted, Sink.FileSink sink, int product, Capabilities can, Draft draft, Measuring measuring) {
        this(wanted, sink, product, can, draft, measuring, file -> new Command.Output(file, new Ref.Target(product)));
    }

    /** @param ending is asked when the output is made, and not before */
    FilePlan(Edit wanted, Sink.FileSink sink, int product, Capabilities can, Draft draft, Measuring measuring, Ending ending) {
        this.ending = ending;
        this.can = can;
        this.sink = sink;
        this.product = product;
        this.measuring = measuring;
        this.container = container(wanted.first());
        this.picture = new PictureChoice(wanted, sink, container, product, can, draft).decide();
        this.edit = splice().map(Splice::edit).orElseGet(wanted::unspliced);
        this.inputs = new Inputs(edit);
        this.sounds = new SoundChoice(edit, sink, container, picture, can, draft).decide();
        this.most = most(draft);
        this.extra = new Extras(edit, sink, container, most, draft);
        this.extras = extra.tracks(picture.isPresent());
        this.file = extra.file(lengthUs());
        new Losses(edit, sink, container, draft).note(picture, sounds);
        this.runs = new FileRuns(edit, this, can, draft);
        boolean empty = picture.isEmpty() && sounds.isEmpty() && extras.stream().noneMatch(e -> e.expected().isPresent());
        if (empty && draft.problems.isEmpty()) {
            draft.problem("container", Code.NEEDS_PICTURE, PlanWords.NOTHING, PictureChoice.title(container));
        }
    }

    private Container container(Media media) {
        return sink.form().container() == Container.SAME ? Container.of(media) : sink.form().container();
    }

    private OptionalLong most(Draft draft) {
        if (sink.form().trimTo().isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return sink.form().trimTo().get().on(edit.clock());
        } catch (BadValue wrong) {
            draft.problems.add(wrong.of("trim-to"));
            return OptionalLong.empty();
        }
    }

    Ending ending() {
        return ending;
    }

    /** Whether nothing is decoded. */
    boolean copiesAll() {
        return splice().isEmpty() && picture.map(PictureOut::isCopy).orElse(true) && sounds.stream().allMatch(SoundOut::copy);
    }

    @Override
    public List<Range> zones() {
        return splice().map(Splice::zones).orElse(List.of());
    }

    /** How the picture is put together of copied and encoded pieces; empty when it is not. */
    Optional<Splice> splice() {
        return picture.flatMap(PictureOut::splice);
    }

    /** The list that a spliced picture is copied from. Only the file itself says how it is turned. */
    private Optional<Command.Input> spliced() {
        Track.Video track = picture.map(PictureOut::track).orElse(null);
        return splice().map(s -> s.input(track.rotation() == 0 && !track.flipped() ? List.of() : Inputs.turn(track, 0)));
    }

    /** Whether the picture goes through the graph. */
    private boolean drawsInGraph() {
        return joinsExactly() && picture.isPresent() && splice().isEmpty();
    }

    boolean encodesPicture() {
        return picture.isPresent() && !picture.get().isCopy();
    }

    /** How long the file will be, in microseconds; empty when nobody knows. */
    @Override
    public OptionalLong lengthUs() {
        long total = 0;
        for (Segment segment : edit.segments()) {
            OptionalLong end = segment.toUs().isPresent()
                    ? segment.toUs()
                    : segment.heldUs() > 0 ? edit.source(segment).playedUs() : trackEnd(edit.source(segment));
            if (end.isEmpty()) {
                return OptionalLong.empty();
            }
            long start = inputs.start(segment);
            // a file that is read from its beginning also has what comes before its first picture
            long before = segment.toUs().isEmpty() && start > 0 ? Inputs.offset(edit.source(segment)) : 0;
            total += Math.max(0, end.getAsLong() - before - start) + segment.heldUs();
        }
        long length = edit.paced(total);
        return OptionalLong.of(most.isPresent() ? Math.min(most.getAsLong(), length) : length);
    }

    /** Where the longest of the chosen pictures and sounds ends; subtitles and what is left out may last longer. */
    private OptionalLong trackEnd(Media media) {
        // those of other files end with the timeline at the latest
        List<Track.Facts> chosen = new ArrayList<>(
                sounds.stream().filter(s -> !s.heard().isOnlyBeside()).map(s -> s.track().facts())
                        .toList());
        picture.ifPresent(p -> chosen.add(p.track().facts()));
        // what was counted is truer than what a track claims: ADTS and AMR only guess
        boolean counted = media.tracks().size() == 1 && media.notes().contains(Media.Note.LENGTH_COUNTED);
        OptionalLong known = counted ? OptionalLong.empty() : Track.Facts.lastEndUs(chosen, media.startUs());
        boolean others = !media.all(Track.Subtitle.class).isEmpty();
        return known.isPresent() ? known : others ? OptionalLong.empty() : media.lengthUs();
    }

    /** What must come out. */
    Expect.Film expect(OptionalLong maxBytes) {
        List<TrackExpected> tracks = new ArrayList<>();
        picture.ifPresent(p -> tracks.add(new TrackExpected(TrackExpected.Kind.VIDEO, p.codec())));
        sounds.forEach(s -> tracks.add(new TrackExpected(TrackExpected.Kind.AUDIO, s.codec())));
        extras.forEach(e -> e.expected().ifPresent(tracks::add));
        Optional<io.reelbench.engine.media.Size> size = picture.map(p -> p.isCopy() ? p.track().upright() : p.encode().size());
        return new Expect.Film(List.copyOf(tracks), lengthUs(), tolerance(), size, maxBytes,
                new Promise.Of(edit, sink, container).all(picture, sounds, file));
    }

    private long tolerance() {
        Optional<Track.Video> video = picture.map(PictureOut::here);
        long frames = video.flatMap(Track.Video::rate).map(Rate::frameLength).orElse(0L) * 2;
        boolean uneven = video.map(Track.Video::variable).orElse(false)
                || edit.first().notes().contains(Media.Note.LENGTH_ESTIMATED);
        // a packet more than there is is heard longer when slowed
        int slowest = sounds.stream().mapToInt(sound -> sound.track().sampleRate()).filter(r -> r > 0).min().orElse(SAMPLE_RATE);
        long packet = Math.max(AUDIO_PACKET, PACKET_SAMPLES * Time.SECOND / slowest);
        long packets = Math.max(edit.paced(packet * 2), packet * 2);
        long late = edit.endsLoosely() && !encodesPicture()
                ? video.map(v -> v.reorder() * frames).orElse(0L)
                : 0;
        long encoded = frames + packets + late + (uneven ? Time.SECOND : 0) + (video.isEmpty() ? unsureOfSound() : 0);
        if (copiesAll() && edit.isWhole()) {
            return Math.max(encoded, COPY_TOLERANCE);
        } else if (!edit.atKeyframes()) {
            return encoded;
        }
        // cut only between packets: a page of Ogg is a second of sound, and one GOP may be longer than the one before
        long unit = video.isEmpty() ? Time.SECOND : Math.max(gop(), COPY_TOLERANCE);
        return encoded + unit * edit.segments().size();
    }

    /** How far the length of sound alone may be from what its container says. */
    private long unsureOfSound() {
        Media media = edit.first();
        long late = sounds.stream().mapToLong(s -> s.track().facts().startUs().orElse(media.startUs()) - media.startUs()).max()
                .orElse(0);
        boolean said = sounds.stream().allMatch(s -> s.track().facts().lengthUs().isPresent());
        long guessed = said ? 0 : Math.max(COPY_TOLERANCE, media.lengthUs().orElse(0) / 20);
        // a sound file cannot begin late, and Matroska counts the wait in; MP3, AMR and WMA estimate
        return Math.max(0, 2 * late) + guessed + (ROUGH_FORMATS.contains(media.format()) ? ROUGH : 0);
    }

    private long gop() {
        return edit.first().landings().values().stream().filter(l -> l.before().isPresent() && l.after().isPresent())
                .mapToLong(l -> l.after().getAsLong() - l.before().getAsLong()).max()
                .orElse(UNKNOWN_GOP);
    }

    /** The graph that joins several exact parts, or several sound tracks; empty when filters at the outputs do. */
    Optional<String> graph() {
        if (!joinsExactly()) {
            String joins = IntStream.range(0, sounds.size()).filter(j -> inGraph(sounds.get(j)))
                    .mapToObj(j -> made(j).graph().orElseThrow()).collect(java.util.stream.Collectors.joining(";"));
            return joins.isEmpty() ? Optional.empty() : Optional.of(joins);
        }
        List<Integer> sources = sources();
        if (sounds.isEmpty() && !drawsInGraph()) {
            return Optional.empty();
        }
        boolean joins = drawsInGraph() || !sources.isEmpty();
        StringBuilder graph = new StringBuilder();
        StringBuilder pads = new StringBuilder();
        for (int i = 0; i < edit.segments().size(); i++) {
            Segment segment = edit.segments().get(i);
            if (drawsInGraph()) {
                graph.append("[%d:%d]%s[%s];".formatted(i, picture.get().track().index(),
                        chain(inputs.pictureTrim(segment), "null"), label("v" + i)));
                pads.append("[%s]".formatted(label("v" + i)));
            }
            for (int source : sources) {
                String pad = label("a%d_%d".formatted(i, source));
                graph.append("[%d:%d]%s[%s];".formatted(i, edit.first().all(Track.Audio.class).get(source).index(),
                        chain(inputs.sound(segment, source), "anull"), pad));
                pads.append("[%s]".formatted(pad));
            }
        }
        if (joins) {
            graph.append(pads).append(
                    "concat=n=%d:v=%d:a=%d".formatted(edit.segments().size(), drawsInGraph() ? 1 : 0, sources.size()));
        }
        if (drawsInGraph()) {
            graph.append("[%s]".formatted(label("joined")));
        }
        sources.forEach(source -> graph.append("[%s]".formatted(label("heard" + source))));
        for (int source : sources) {
            if (users(source) > 1) {
                graph.append(";[%s]asplit=%d".formatted(label("heard" + source), users(source)));
                for (int j = 0; j < sounds.size(); j++) {
                    graph.append(hears(sounds.get(j), source) ? "[%s]".formatted(part(source, j)) : "");
                }
            }
        }
        for (int j = 0; j < sounds.size(); j++) {
            if (!inGraph(sounds.get(j))) {
                continue;
            }
            int number = j;
            Heard heard = resolved(sounds.get(j));
            List<String> heardPads = heard.sources().stream()
                    .map(source -> "[%s]".formatted(users(source) > 1 ? part(source, number) : label("heard" + source))).toList();
            graph.append(graph.isEmpty() ? "" : ";").append(new SoundGraph(edit, label("a" + j)).behind(heardPads, heard));
        }
        if (drawsInGraph()) {
            String after = Chain.text(pictureFilters(), label(""));
            graph.append(";[%s]%s[%s]".formatted(label("joined"), after.isEmpty() ? "null" : after, label("v")));
        }
        return graph.isEmpty() ? Optional.empty() : Optional.of(graph.toString());
    }

    /** Whether several parts are joined frame by frame; then everything goes through one graph. */
    private boolean joinsExactly() {
        return edit.segments().size() > 1 && !inputs.joinsCopies();
    }

    /** How many of the file's sounds one of the clip's is heard in. */
    private long users(int source) {
        return sounds.stream().filter(s -> hears(s, source)).count();
    }

    /** Whether the graph gives one of the clip's sounds to one of the file's. */
    private boolean hears(SoundOut sound, int source) {
        return inGraph(sound) && sound.heard().sources().contains(source);
    }

    private String part(int source, int sound) {
        return label("heard%d_%d".formatted(source, sound));
    }

    private boolean inGraph(SoundOut sound) {
        return !sound.copy() && (joinsExactly() || !sound.heard().isSingle());
    }

    /** The clip's sound tracks that are heard in any of the file's. */
    private List<Integer> sources() {
        return sounds.stream().filter(this::inGraph).flatMap(s -> s.heard().sources().stream()).distinct().sorted().toList();
    }

    /** A name for a pad; several files may share one graph. */
    private String label(String name) {
        return product == 0 ? name : name + "_p" + product;
    }

    private SoundGraph.Made made(int number) {
        return new SoundGraph(edit, label("a" + number)).made(resolved(sounds.get(number)));
    }

    /** A sound with all its filters, up to the encoder. */
    private Heard resolved(SoundOut sound) {
        Heard heard = measuring.resolved(sound.heard());
        return heard.then(sound.filters(), heard.here());
    }

    private static String chain(List<Filter> filters, String none) {
        return filters.isEmpty() ? none : Chain.text(filters);
    }

    /** The filters behind the joined timeline. */
    private List<Filter> pictureFilters() {
        List<Filter> all = new ArrayList<>(edit.picture().filters());
        all.addAll(sink.chain().filters());
        all.addAll(picture.get().encode().filters());
        return all;
    }

    @Override
    public List<Step> before() {
        List<Step> steps = new ArrayList<>(inputs.before());
        steps.addAll(extra.before());
        splice().ifPresent(s -> steps.add(s.list()));
        return steps;
    }

    @Override
    public Product product(String label) {
        return new Product(container.extension(), label,
                expect(sink.rate().goal().filter(g -> g instanceof Goal.Under)
                        .map(g -> OptionalLong.of(((Goal.Under) g).targetSize().count())).orElse(OptionalLong.empty())),
                sink.folder());
    }

    List<Command.Input> inputs() {
        return inputs.all();
    }

    List<Command.Input> beside() {
        Stream<Command.Input> heard = sounds.stream().flatMap(s -> s.copy()
                ? s.heard().beside().stream().map(side -> side.copied(inputs.earlyFor(s.heard())))
                : s.heard().besides().stream().map(SideSound::input));
        return Stream.of(extra.inputs().stream(), spliced().stream(), heard).flatMap(all -> all).toList();
    }

    /** The run that writes it. */
    Command command(Command.Output output) {
        return Command.of(inputs(), beside(), graph(), List.of(output));
    }

    /** Where the output is cut off. An uneven frame before a cut may last far beyond it, and is repeated that long at an even rate. */
    private OptionalLong limit() {
        return most.isEmpty() && encodesPicture() && inputs.endsUnevenly() ? lengthUs() : most;
    }

    /** The output that writes the file. */
    Command.Output output(List<String> pictureArguments) {
        List<String> arguments = new ArrayList<>();
        boolean graph = drawsInGraph();
        picture.ifPresent(p -> arguments.addAll(List.of("-map", graph
                ? "[" + label("v") + "]"
                : spliced().map(list -> Command.input(list) + ":0").orElse("0:" + p.track().index()))));
        for (int j = 0; j < sounds.size(); j++) {
            arguments.addAll(List.of("-map", map(j)));
        }
        extras.forEach(e -> e.map().ifPresent(map -> arguments.addAll(List.of("-map", map))));
        picture.ifPresent(p -> {
            arguments.addAll(pictureArguments(pictureArguments, p, graph));
            arguments.addAll(
                    extra.labels(name(TrackName.Kind.V, edit.first().all(Track.Video.class), p.track()), p.track().facts(),
                            "v:0", graph || p.splice().isPresent() || edit.reel().isPresent(), false));
        });
        for (int j = 0; j < sounds.size(); j++) {
            arguments.addAll(sound(sounds.get(j), j));
        }
        extras.forEach(e -> arguments.addAll(e.arguments()));
        boolean copies = picture.map(PictureOut::isCopy).orElse(false)
                || sounds.stream().anyMatch(s -> s.copy() && s.heard().beside().isEmpty());
        if (splice().isEmpty() && copies && !edit.isWhole() && (edit.atKeyframes() || edit.cutsSound())
                && !inputs.joinsCopies()) {
            // else a copied track brings what lies between the keyframe before and the cut; a cover lies before every cut and stays
            picture.ifPresent(_ -> arguments.addAll(List.of("-copypriorss:v:0", "0")));
            arguments.addAll(List.of("-copypriorss:a", "0"));
        }
        limit().ifPresent(us -> arguments.addAll(List.of("-t", Time.seconds(us))));
        if (encodesPicture() && inputs.endsUnevenly()) {
            // setts that is told of the length alone takes the decoding times for both
            arguments.addAll(List.of("-bsf:v:0",
                    "setts=pts=PTS:dts=DTS:duration='min(DURATION,max(1,%s/TB-PTS))'"
                            .formatted(Time.seconds(lengthUs().getAsLong()))));
        }
        Command.Output end = ending.of(file);
        arguments.addAll(end.arguments());
        return new Command.Output(List.copyOf(arguments), end.file());
    }

    private List<String> pictureArguments(List<String> given, PictureOut picture, boolean graph) {
        if (picture.isCopy()) {
            return copied(picture);
        }
        List<String> arguments = new ArrayList<>(given);
        if (!graph) {
            List<Filter> filters = new ArrayList<>(inputs.pictureTrim(edit.segments().getFirst()));
            filters.addAll(pictureFilters());
            if (!filters.isEmpty()) {
                arguments.addAll(List.of("-filter:v:0", Chain.text(filters)));
            }
        }
        return arguments;
    }

    private List<String> copied(PictureOut picture) {
        List<String> arguments = new ArrayList<>(List.of("-c:v:0", "copy"));
        if (picture.splice().isPresent()) {
            return spliced(picture, arguments);
        }
        boolean hevc = picture.codec().equals("hevc") && container.isMp4Family()
                && !picture.track().facts().codecTag().equals("hev1");
        if (hevc) {
            arguments.addAll(List.of("-tag:v:0", "hvc1"));
        }
        if (picture.track().hdr().kind() == Track.Hdr.Kind.DOLBY_VISION && container.isMp4Family()) {
            // how Dolby Vision stands in mp4 is not in the standard of mp4
            arguments.addAll(List.of("-strict", "unofficial"));
        }
        if (!edit.picture().isEmpty()) {
            // the rate as well, which Matroska writes beside the times; alone it would make the unit of time too coarse
            Rate rate = picture.here().rate().orElseThrow();
            arguments.addAll(List.of("-bsf:v:0", edit.picture().packets(), "-time_base:v:0", "1:" + Pace.ticks(rate), "-r:v:0",
                    rate.toString()));
        }
        return arguments;
    }

    /**
     * Pieces do not say how long their last frame is shown; with an even rate it is as long as all others. Times are named since the first
     * packets may not say when they are decoded, and would lose when they are shown.
     */
    private Optional<String> lasting(PictureOut picture) {
        Splice splice = picture.splice().get();
        long length = edit.lengthUs().orElse(0);
        return !picture.track().variable() || length == 0
                ? Optional.empty()
                : Optional.of("setts=pts=PTS:dts=DTS:duration='if(lte(%1$s/TB-PTS,%2$s/TB+1),max(1,%1$s/TB-PTS),DURATION)'"
                        .formatted(Time.seconds(length), Time.seconds(splice.lastUs())));
    }

    private List<String> spliced(PictureOut picture, List<String> arguments) {
        Fraction timebase = picture.track().facts().timebase();
        if (container.isMp4Family() && timebase.num() == 1 && timebase.den() >= COARSE_TIMEBASE) {
            arguments.addAll(List.of("-video_track_timescale", Long.toString(timebase.den())));
        }
        if (picture.codec().equals("hevc") && container.isMp4Family()) {
            // the muxer strips headers out of a stream that is marked hvc1, and each piece needs its own
            arguments.addAll(List.of("-tag:v:0", picture.splice().get().tagged() ? "hev1" : "hvc1"));
        }
        String packets = Stream.concat(decoding(picture).stream(), lasting(picture).stream()).collect(Collectors.joining(","));
        if (!packets.isEmpty()) {
            arguments.addAll(List.of("-bsf:v:0", packets));
        }
        picture.track().rate().filter(_ -> !picture.track().variable())
                .ifPresent(rate -> arguments.addAll(List.of("-time_base:v:0", timebase.num() + ":" + timebase.den(), "-r:v:0",
                        rate.toString())));
        return arguments;
    }

    /**
     * Frames of the source may be stored longer before they are shown than those of our encoders, so that the times of decoding would run
     * backwards at a seam: where frames come evenly, they are counted instead.
     */
    private static Optional<String> decoding(PictureOut picture) {
        Track.Video track = picture.track();
        boolean later = track.reorder() > LikeCoder.MOST_REORDER && picture.splice().get().tagged();
        return track.rate().filter(_ -> later && !track.variable()).map(rate -> "setts=pts=PTS:dts='floor((N-%d)*%d/%d/TB+0.5)-1'"
                .formatted(track.reorder(), rate.perSecond().den(), rate.perSecond().num()));
    }

    private List<String> sound(SoundOut sound, int number) {
        List<String> arguments = new ArrayList<>(
                sound.arguments().stream().map(a -> a.replace("#", Integer.toString(number))).toList());
        if (!sound.copy() && !inGraph(sound)) {
            made(number).filter().ifPresent(filters -> arguments.addAll(List.of("-filter:a:" + number, filters)));
        }
        if (sound.copy() && edit.reel().isPresent()) {
            new ReelList(edit.reel().get(), can).packets(edit.sounds().indexOf(sound.heard()))
                    .ifPresent(drop -> arguments.addAll(List.of("-bsf:a:" + number, drop)));
        }
        if (sound.copy() && sound.heard().beside().filter(side -> side.laterUs(inputs.earlyFor(sound.heard())) < 0).isPresent()) {
            // a seek stands before the packet that is wanted
            arguments.addAll(List.of("-copypriorss:a:" + number, "0"));
        }
        boolean relabelled = !sound.heard().voices().isEmpty() && !sound.track().facts().equals(source(sound).facts());
        arguments.addAll(extra.labels(name(TrackName.Kind.A, sink.sounds().stream().map(Heard::here).toList(), sound.track()),
                sound.track().facts(), "a:" + number, inGraph(sound) || edit.reel().isPresent(), relabelled));
        return arguments;
    }

    private static TrackName name(TrackName.Kind kind, List<? extends Track> all, Track track) {
        return new TrackName(kind, all.indexOf(track) + 1);
    }

    private Track.Audio source(SoundOut sound) {
        return switch (sound.heard().voices().getFirst().from()) {
            case Heard.Own(int track) -> edit.first().all(Track.Audio.class).get(track);
            case SideSound side -> side.track();
        };
    }

    private String map(int number) {
        SoundOut sound = sounds.get(number);
        if (inGraph(sound)) {
            return "[" + label("a" + number) + "]";
        }
        String file = sound.heard().beside()
                .map(side -> Command.input(sound.copy() ? side.copied(inputs.earlyFor(sound.heard())) : side.input()))
                .orElse("0");
        return file + ":" + source(sound).index();
    }

    /** The output of a first pass: the picture alone, thrown away. */
    Command.Output firstPass(List<String> pictureArguments) {
        boolean graph = joinsExactly();
        List<String> arguments = new ArrayList<>(
                List.of("-map", graph ? "[" + label("v") + "]" : "0:" + picture.get().track().index()));
        arguments.addAll(pictureArguments(pictureArguments, picture.get(), graph));
        limit().ifPresent(us -> arguments.addAll(List.of("-t", Time.seconds(us))));
        arguments.addAll(List.of("-an", "-sn", "-dn", "-f", "null"));
        return new Command.Output(List.copyOf(arguments), new Ref.Nowhere());
    }

    /** The graph of a first pass must not leave sound pads open. */
    Optional<String> firstPassGraph() {
        return !joinsExactly()
                ? Optional.empty()
                : graph().map(g -> g + IntStream.range(0, sounds.size()).filter(j -> inGraph(sounds.get(j)))
                        .mapToObj(j -> ";[%s]anullsink".formatted(label("a" + j)))
                        .collect(java.util.stream.Collectors.joining()));
    }

    /** What happens to single frames of its picture; empty without one. */
    @Override
    public Optional<Glimpse> glimpse(List<Step> steps) {
        return Glimpses.of(this, edit, inputs, encodesPicture() ? pictureFilters() : List.of(), most, steps);
    }

    int number() {
        return product;
    }

    @Override
    public Bytes bytes() {
        return new FilmBytes(edit.first(), this).range();
    }

    @Override
    public Optional<Rider> rider() {
        return runs.rider();
    }

    @Override
    public List<Step> alone() {
        return runs.alone();
    }

    @Override
    public List<Step> after() {
        return Measuring.outcomes(product, sounds.stream().map(this::resolved).toList(), lengthUs());
    }
}
