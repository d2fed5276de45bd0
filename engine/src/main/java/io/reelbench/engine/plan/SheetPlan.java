package io.reelbench.engine.plan;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The plan of a contact sheet: many small pictures of a film side by side. */
final class SheetPlan implements SinkPlan {

    /** Small pictures that are further apart than this are reached one by one when nothing else reads the film. */
    private static final long FAR_APART = 10 * Time.SECOND;
    private static final int MOST_SEEKS = 60;
    private static final int LARGEST = 16_384;
    /** Their decoders want to be told of a jump; others begin anew at each keyframe. */
    private static final Set<String> JUMP_BADLY = Set.of("hevc", "vvc");
    /** Files up to this are read through, and all but one keyframe for each tile fall away undecoded; in larger ones it is jumped. */
    private static final long READ_THROUGH = 512 * 1024 * 1024;
    /** Demuxers whose packets have the times by which they are told; AVI's have none. */
    private static final Set<String> TIMED = Set.of("mov", "matroska", "mpegts");
    /** From this much smaller on nobody sees the edges of blocks that the decoder would smooth. */
    private static final int MUCH_SMALLER = 4;
    /** How much of the film behind a wanted time is asked for: so little that only the keyframe before it comes. */
    private static final long MOMENT = 1000;
    private static final Track.PixelFormat DRAWN = new Track.PixelFormat("rgb24", 8, 444, true, false);

    private final Sink.SheetSink sink;
    private final SheetForm form;
    private final Edit edit;
    private final PictureGraph graph;
    private final Track.Video track;
    private final StillCoding coding;
    private final Size tile;
    private final int product;
    private final long lengthUs;
    private final SheetWords words;

    SheetPlan(Edit whole, Sink.SheetSink sink, int product, Capabilities can, Draft draft) {
        this.sink = sink;
        this.form = sink.sheet();
        this.product = product;
        this.edit = whole.exactly(sink.part());
        this.graph = new PictureGraph(edit, "sheet" + product);
        this.track = edit.first().video().orElseThrow();
        this.lengthUs = graph.lengthUs().orElse(0);
        Track.Video here = edit.video().orElseThrow();
        Size shown = here.upright();
        this.tile = new Size(form.tileWidth(),
                Math.max(1, Math.round(form.tileWidth() * (float) shown.height() / Math.max(1, shown.width()))));
        Colour background = sink.form().background();
        this.words = new SheetWords(form, tile, background, sink.part().map(Range::fromUs).orElse(0L));
        Track.Video drawn = Filter.of("", Effect.NONE.sized(sheet()).deep(DRAWN)).effect().on(here);
        this.coding = new StillCoding(sink.form(), edit.first(), drawn, can, draft);
        if (graph.lengthUs().isEmpty()) {
            draft.problem("columns", Code.NEEDS_OTHER, PlanWords.SPREAD_UNKNOWN, edit.first().name());
        }
        if (sheet().width() > LARGEST || sheet().height() > LARGEST) {
            draft.problem("tile-width", Code.OUT_OF_RANGE, PlanWords.TOO_WIDE, sheet(), LARGEST);
        }
        if (words.draws() && !can.filters().contains("drawtext")) {
            draft.problem("timestamps", Code.NOT_AVAILABLE, PlanWords.NO_LETTERS);
        }
        draft.reason(PlanWords.PICTURE.with(), PlanWords.TAKEN.with(form.tiles(), PlanWords.TILES.english()),
                PlanWords.MANY_ASKED.with());
    }

    /** The size of it all. */
    private Size sheet() {
        int gap = form.gap();
        return new Size(form.columns() * (tile.width() + gap) + gap, form.rows() * (tile.height() + gap) + gap + words.header());
    }

    @Override
    public Product product(String label) {
        return new Product(coding.extension(), label,
                new Expect.Film(List.of(new Expect.TrackExpected(Expect.TrackExpected.Kind.VIDEO, coding.codec())),
                        OptionalLong.empty(), 0, Optional.of(coding.size()), OptionalLong.empty()));
    }

    @Override
    public SinkPlan.Bytes bytes() {
        return new SinkPlan.Bytes(sheet().pixels() / 30, sheet().pixels() * 3 + 10_000);
    }

    @Override
    public List<Step> before() {
        List<Step> steps = new ArrayList<>();
        if (words.draws()) {
            steps.add(new Step.Own(new OwnWork.Letters(SheetWords.FONT)));
        }
        if (form.header()) {
            steps.add(new Step.Write(words.file(product), words.about(edit.first(), edit.lengthUs())));
        }
        if (takesKeyframes() && !readsThrough() && jumps()) {
            steps.add(new Step.Write(list(), moments()));
        }
        return steps;
    }

    private String list() {
        return "moments" + product + ".ffconcat";
    }

    /** The times of the tiles: in the middle of as many equal parts. */
    private List<Long> times() {
        int count = form.tiles();
        return LongStream.range(0, count).map(i -> (2 * i + 1) * lengthUs / (2 * count)).boxed().toList();
    }

    /** A keyframe before a cut shows what was cut away, so a part of a clip is shown exactly. */
    private boolean takesKeyframes() {
        return form.pick() == SheetForm.Frame.KEYFRAME && edit.isWhole() && edit.reel().isEmpty();
    }

    private boolean readsThrough() {
        Media media = edit.first();
        return TIMED.contains(media.format().split(",", 2)[0]) && media.bytes() <= READ_THROUGH;
    }

    /** Whether one decoder can go from keyframe to keyframe. */
    private boolean jumps() {
        return !JUMP_BADLY.contains(track.codec()) && !track.fields().isInterlaced() && !Inputs.readsEarlier(edit.first())
                && !edit.looksAtTime()
                && edit.pace().equals(Fraction.ONE) && !edit.beside().turned();
    }

    private Filter scaled() {
        return Filter.of("scale=%d:%d:flags=bicubic,setsar=1,format=rgb24".formatted(tile.width(), tile.height()));
    }

    /** From small pictures that have their times to the finished sheet. */
    private List<Filter> laidOut(long offsetUs) {
        List<Filter> filters = new ArrayList<>();
        words.stamp(offsetUs).ifPresent(filters::add);
        filters.addAll(laidOut());
        return filters;
    }

    private List<Filter> laidOut() {
        List<Filter> filters = new ArrayList<>();
        filters.add(Filter.of("tile=%dx%d:padding=%d:margin=%d:color=%s".formatted(form.columns(), form.rows(), form.gap(),
                form.gap(), words.background())));
        words.head(product).ifPresent(filters::add);
        filters.addAll(coding.filters());
        return filters;
    }

    private Command.Output output(List<String> taken) {
        List<String> arguments = new ArrayList<>(taken);
        arguments.addAll(List.of("-frames:v", "1"));
        arguments.addAll(coding.arguments());
        arguments.addAll(coding.muxer());
        return new Command.Output(List.copyOf(arguments), new Ref.Target(product));
    }

    @Override
    public Optional<Rider> rider() {
        if (takesKeyframes() || lengthUs == 0) {
            return Optional.empty();
        }
        List<Filter> filters = new ArrayList<>(List.of(PictureGraph.spread(lengthUs, form.tiles()), scaled()));
        filters.addAll(laidOut(lengthUs / (2 * form.tiles())));
        PictureGraph.Made made = graph.made(filters);
        return Optional.of(new Rider(Step.Doing.PICTURE, graph.inputs(), made.graph(), output(made.arguments()), 0.2,
                OptionalLong.of(lengthUs)));
    }

    @Override
    public boolean isCheaperAlone() {
        return form.tiles() <= MOST_SEEKS && lengthUs / form.tiles() >= FAR_APART && edit.reel().isEmpty();
    }

    @Override
    public List<Step> alone() {
        Command command = !takesKeyframes()
                ? seeking(Sink.Pick.EXACT)
                : readsThrough() ? reading() : jumps() ? jumping() : seeking(Sink.Pick.KEYFRAME);
        return List.of(new Step.Run(Step.Doing.PICTURE, command, 0.05, OptionalLong.empty()));
    }

    /** The first keyframe of each of as many equal parts; where a part has none, the one before stays. */
    private Command reading() {
        long apart = lengthUs / form.tiles();
        String part = Time.seconds(Fraction.of(apart).times(edit.pace()).round());
        String time = "(pts-startpts)*tb";
        // ld(0) is where the part that still wants a picture begins
        String drop = "if(key*gte(%s,ld(0)),st(0,(floor(%s/%s)+1)*%s)*0,1)".formatted(time, time, part, part);
        List<String> arguments = new ArrayList<>(List.of("-threads", "1", "-skip_frame", "nokey"));
        if (track.upright().width() >= MUCH_SMALLER * tile.width()) {
            arguments.addAll(List.of("-skip_loop_filter", "all"));
        }
        if (!track.fields().isInterlaced()) {
            // else a keyframe may be two packets of a field each, and only the first one says that it is one
            arguments.addAll(List.of("-bsf:" + track.index(), "noise=drop='" + drop + "'"));
        }
        Command.Input film = graph.inputs().getFirst();
        arguments.addAll(film.arguments());
        List<Filter> filters = new ArrayList<>(List.of(scaled()));
        words.stamp(0).ifPresent(filters::add);
        // "pass" keeps the last keyframe, whose own length is less than a tile's
        filters.add(Filter.of("settb=AVTB,setpts=PTS+%d,fps=%d/%d:round=down:eof_action=pass:start_time=0".formatted(MOMENT,
                form.tiles() * Time.SECOND, lengthUs)));
        filters.add(Filter.of("tpad=stop_mode=clone:stop=" + form.tiles()));
        filters.addAll(laidOut());
        PictureGraph.Made made = graph.made(filters);
        return new Command(List.of(new Command.Input(List.copyOf(arguments), film.file())), made.graph(),
                List.of(output(made.arguments())));
    }

    /** One input that goes from keyframe to keyframe: a list of moments, each of which begins with the keyframe before it. */
    private Command jumping() {
        long apart = lengthUs / form.tiles();
        List<Filter> filters = new ArrayList<>();
        // the list counts its own time; each frame gets back the one that it has in the film
        filters.add(Filter.of("settb=AVTB,setpts=PTS+(N+0.5)*%d-N*%d".formatted(apart, MOMENT)));
        filters.addAll(edit.picture().filters());
        filters.add(scaled());
        filters.addAll(laidOut(0));
        Command.Input input = new Command.Input(
                List.of("-threads", "1", "-skip_frame", "nokey", "-f", "concat", "-safe", "0"), new Ref.Scratch(list()));
        return new Command(List.of(input), Optional.empty(),
                List.of(output(List.of("-map", "0:" + track.index(), "-filter:v:0", Chain.text(filters)))));
    }

    private String moments() {
        Media media = edit.first();
        long zero = track.facts().startUs().orElse(media.startUs());
        return times().stream().map(at -> zero + edit.toSource(at))
                .map(at -> "file %s\ninpoint %s\noutpoint %s\n".formatted(Command.value("source-0"), Time.seconds(at),
                        Time.seconds(at + MOMENT)))
                .collect(Collectors.joining("", "ffconcat version 1.0\n", ""));
    }

    /** Each small picture has a way of its own. */
    private Command seeking(Sink.Pick pick) {
        Seeking seeking = new Seeking(edit);
        List<Command.Input> inputs = new ArrayList<>();
        StringBuilder parts = new StringBuilder();
        StringBuilder pads = new StringBuilder();
        for (long at : times()) {
            Seeking.Way way = seeking.to(pick, at);
            List<Filter> filters = new ArrayList<>(way.filters());
            filters.add(Filter.of("trim=end_frame=1"));
            filters.addAll(Chain.from(edit.picture().filters(), at, "setpts"));
            // frames before the wanted time have times below zero
            filters.add(Filter.of("setpts=%s".formatted(pick == Sink.Pick.EXACT
                    ? Time.seconds(at) + "/TB"
                    : "PTS+%s/TB".formatted(Time.seconds(at)))));
            filters.add(scaled());
            filters.add(Filter.of("settb=AVTB"));
            parts.append("[%d:%d]%s[tile%d_%d];".formatted(inputs.size(), track.index(), Chain.text(filters), product,
                    inputs.size()));
            pads.append("[tile%d_%d]".formatted(product, inputs.size()));
            List<String> arguments = new ArrayList<>(List.of("-threads", "1"));
            arguments.addAll(way.input());
            inputs.add(new Command.Input(List.copyOf(arguments), new Ref.Source(0)));
        }
        String joined = inputs.size() == 1 ? "" : "interleave=nb_inputs=%d,".formatted(inputs.size());
        String all = parts + "" + pads + joined + Chain.text(laidOut(0)) + "[sheet" + product + "]";
        return new Command(List.copyOf(inputs), Optional.of(all), List.of(output(List.of("-map", "[sheet" + product + "]"))));
    }
}
