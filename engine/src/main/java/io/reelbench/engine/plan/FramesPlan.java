package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The plan of many pictures out of a film, in a folder or an archive. */
final class FramesPlan implements SinkPlan {

    /** Pictures that are further apart than this are reached one by one when nothing else reads the film. */
    private static final long FAR_APART = 10 * Time.SECOND;
    private static final int MOST_SEEKS = 60;
    /** No name of the user's begins with a dot and has no ending. */
    private static final String NUMBERED = ".%06d";
    private static final long UNKNOWN_LENGTH = 60 * Time.SECOND;

    private final Sink.FramesSink sink;
    private final Edit edit;
    private final PictureGraph graph;
    private final Seeking seeking;
    private final StillCoding coding;
    private final Track.Video here;
    private final OptionalLong lengthUs;
    private final List<Long> begins;
    private final int product;

    FramesPlan(Edit whole, Sink.FramesSink sink, int product, Capabilities can, Draft draft) {
        this.sink = sink;
        this.product = product;
        this.edit = whole.exactly(sink.part());
        this.graph = new PictureGraph(edit, "taken" + product);
        this.seeking = new Seeking(edit);
        this.here = sink.chain().on(edit.video().orElseThrow());
        this.coding = new StillCoding(sink.form(), edit.first(), here, can, draft);
        this.lengthUs = graph.lengthUs();
        this.begins = sink.taking() instanceof Taking.At(List<Long> us) ? begins(us) : List.of();
        if (coding.format() == StillForm.Format.AVIF) {
            draft.problem("format", Code.NOT_AVAILABLE, PlanWords.NO_SERIES, coding.format().title());
        }
        if (sink.taking() instanceof Taking.Spread && lengthUs.isEmpty()) {
            draft.problem("count", Code.NEEDS_OTHER, PlanWords.SPREAD_UNKNOWN, edit.first().name());
        }
        draft.reason(PlanWords.PICTURE.with(), PlanWords.TAKEN.with(counted(), coding.format().title()),
                PlanWords.MANY_ASKED.with());
    }

    private String counted() {
        return most() == Long.MAX_VALUE ? "" : least() == most() ? Long.toString(least()) : least() + "–" + most();
    }

    @Override
    public Product product(String label) {
        return new Product(sink.packing().extension(), label,
                new Expect.Pictures(sink.packing(), least(), most(), coding.codec(), coding.size()));
    }

    /** How many frames the film itself has, about. */
    private double frames() {
        return lengthUs.orElse(UNKNOWN_LENGTH) / 1e6 * here.rate().map(r -> r.perSecond().approximate()).orElse(25.0);
    }

    private long least() {
        return Math.max(1, switch (sink.taking()) {
            case Taking.Every(long us) -> even(us / 1e6) - 1;
            case Taking.PerSecond(Rate rate) -> even(1 / rate.perSecond().approximate()) - 1;
            case Taking.Spread(int count) -> count;
            case Taking.At _ -> begins.size();
            case Taking.Scenes _ -> 1;
            case Taking.All _ -> lengthUs.isEmpty() ? 1 : (long) (frames() * 0.95) - 2;
        });
    }

    private long most() {
        return switch (sink.taking()) {
            case Taking.Every(long us) -> lengthUs.isEmpty() ? Long.MAX_VALUE : even(us / 1e6) + 1;
            case Taking.PerSecond(Rate rate) ->
                lengthUs.isEmpty() ? Long.MAX_VALUE : even(1 / rate.perSecond().approximate()) + 1;
            case Taking.Spread(int count) -> count;
            case Taking.At _ -> begins.size();
            case Taking.Scenes _ -> Long.MAX_VALUE;
            case Taking.All _ -> lengthUs.isEmpty() ? Long.MAX_VALUE : (long) (frames() * 1.05) + 2;
        };
    }

    private long even(double seconds) {
        return (long) Math.ceil(lengthUs.orElse(0) / 1e6 / seconds - 1e-6);
    }

    @Override
    public SinkPlan.Bytes bytes() {
        double count = switch (sink.taking()) {
            case Taking.Scenes _ -> Math.max(1, lengthUs.orElse(UNKNOWN_LENGTH) / 5e6);
            default -> most() == Long.MAX_VALUE ? frames() : most();
        };
        double pixels = coding.size().pixels() * count;
        boolean large = coding.format() != StillForm.Format.JPG && coding.format() != StillForm.Format.WEBP;
        return new SinkPlan.Bytes((long) (pixels * (large ? 0.2 : 0.02)), (long) (pixels * (large ? 4 : 0.6)) + 10_000);
    }

    /** Where the numbered pictures go first. */
    private Ref folder() {
        return sink.packing() == Packing.NONE ? new Ref.Target(product) : new Ref.Scratch("pictures" + product);
    }

    private Ref numbered(String name) {
        return sink.packing() == Packing.NONE
                ? new Ref.Inside(product, name)
                : new Ref.Scratch("pictures" + product + "/" + name);
    }

    @Override
    public List<Step> before() {
        return List.of(new Step.Own(new OwnWork.MakeFolder(folder())));
    }

    @Override
    public List<Step> after() {
        return List.of(new Step.Own(
                new OwnWork.Collect(folder(), sink.names(), coding.extension(), sink.packing(), new Ref.Target(product))));
    }

    @Override
    public Optional<Rider> rider() {
        List<Filter> filters = new ArrayList<>(chosen());
        filters.addAll(sink.chain().filters());
        filters.addAll(coding.filters());
        PictureGraph.Made made = graph.made(filters);
        List<String> arguments = new ArrayList<>(made.arguments());
        arguments.addAll(List.of("-fps_mode", "passthrough"));
        if (sink.taking() instanceof Taking.Spread(int count)) {
            arguments.addAll(List.of("-frames:v", Integer.toString(count)));
        }
        arguments.addAll(coding.arguments());
        arguments.addAll(List.of("-f", "image2"));
        return Optional.of(new Rider(Step.Doing.PICTURE, graph.inputs(), made.graph(),
                new Command.Output(List.copyOf(arguments), numbered(NUMBERED)), 0.3, lengthUs));
    }

    /** The filters that let only the wanted frames through. */
    private List<Filter> chosen() {
        return switch (sink.taking()) {
            case Taking.Every(long us) -> List.of(PictureGraph.grid(0, us));
            case Taking.PerSecond(Rate rate) -> List.of(PictureGraph.grid(0, rate.toString()));
            case Taking.Spread(int count) -> List.of(PictureGraph.spread(lengthUs.orElse(UNKNOWN_LENGTH), count));
            case Taking.At _ -> List.of(Filter.of("select='" + begins() + "'"));
            case Taking.Scenes(double percent) ->
                List.of(Filter.of("select='eq(n,0)+gt(scene,%s)'".formatted(Encoders.decimal(percent / 100))));
            case Taking.All _ -> List.of();
        };
    }

    /** When the frames begin that are on screen at these times; two times of one frame are one picture. */
    private List<Long> begins(List<Long> times) {
        return times.stream().map(at -> at - edit.toSource(at) + seeking.onScreen(edit.toSource(at))).distinct().toList();
    }

    /** Lets a frame through that begins within half a frame of one of these. */
    private String begins() {
        long half = here.variable() ? 1000 : here.rate().map(r -> r.frameLength() / 2).orElse(1000L);
        return begins.stream().map(at -> "lt(abs(t-%s),%s)".formatted(Time.seconds(at), Time.seconds(half)))
                .collect(Collectors.joining("+"));
    }

    /** Pictures far apart are cheaper reached one by one than by reading all between them. */
    @Override
    public boolean isCheaperAlone() {
        List<Long> times = times();
        return !times.isEmpty() && times.size() <= MOST_SEEKS && edit.first().frameTimes().size() < 2 && edit.reel().isEmpty()
                && lengthUs.orElse(0) / times.size() >= FAR_APART;
    }

    private List<Long> times() {
        long length = lengthUs.orElse(0);
        return switch (sink.taking()) {
            case Taking.Every(long us) -> LongStream.iterate(0, at -> at < length, at -> at + us).limit(MOST_SEEKS + 1L).boxed()
                    .toList();
            case Taking.Spread(int count) when count <= MOST_SEEKS ->
                LongStream.range(0, count).map(i -> (2 * i + 1) * length / (2 * count)).boxed().toList();
            case Taking.At _ -> begins;
            default -> List.of();
        };
    }

    @Override
    public List<Step> alone() {
        List<Command.Input> inputs = new ArrayList<>();
        List<Command.Output> outputs = new ArrayList<>();
        for (long at : times()) {
            Seeking.Way way = seeking.to(Sink.Pick.EXACT, at);
            List<Filter> picture = new ArrayList<>(edit.picture().filters());
            picture.addAll(sink.chain().filters());
            picture.addAll(coding.filters());
            List<Filter> filters = new ArrayList<>(way.filters());
            filters.addAll(Chain.from(picture, at, "setpts"));
            List<String> arguments = new ArrayList<>(
                    List.of("-map", inputs.size() + ":" + here.index(), "-filter:v:0", Chain.text(filters), "-frames:v", "1"));
            arguments.addAll(coding.arguments());
            arguments.addAll(List.of("-update", "1", "-f", "image2"));
            inputs.add(new Command.Input(way.input(), new Ref.Source(0)));
            outputs.add(new Command.Output(List.copyOf(arguments), numbered(".%06d".formatted(inputs.size()))));
        }
        return List.of(new Step.Run(Step.Doing.PICTURE, new Command(List.copyOf(inputs), Optional.empty(), List.copyOf(outputs)),
                0.1, OptionalLong.empty()));
    }

    @Override
    public Optional<Glimpse> glimpse(List<Step> steps) {
        List<Filter> filters = new ArrayList<>(edit.picture().filters());
        filters.addAll(sink.chain().filters());
        filters.addAll(coding.filters());
        return Optional.of(Glimpses.of(edit, filters, coding.arguments(), List.of()));
    }
}
