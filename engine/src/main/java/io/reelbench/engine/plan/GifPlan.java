package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.GifForm.Format;
import io.reelbench.engine.plan.GifForm.Palette;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The plan of a picture that moves: GIF or WebP. */
final class GifPlan implements SinkPlan {

    /** One palette for all needs all frames at once; what would take more memory than this is read twice instead. */
    private static final long MOST_WAITING = 256L << 20;
    /** Beyond this a GIF is no longer the right thing. */
    private static final long LONG = 30 * Time.SECOND;
    /** Bytes a pixel, seen from flat drawings to grainy film. */
    private static final double LEAST_GIF = 0.03;
    private static final double MOST_GIF = 0.9;
    private static final double LEAST_WEBP = 0.003;
    private static final double MOST_WEBP = 0.12;

    private final Sink.GifSink sink;
    private final Edit edit;
    private final PictureGraph graph;
    private final int product;
    private final Track.Video here;
    private final Rate rate;
    private final OptionalLong lengthUs;
    private final Palettes palettes;

    GifPlan(Edit whole, Sink.GifSink sink, int product, Capabilities can, Draft draft) {
        this.sink = sink;
        this.product = product;
        this.edit = whole.exactly(sink.part());
        this.graph = new PictureGraph(edit, "moving" + product);
        this.here = sink.chain().on(edit.video().orElseThrow());
        this.rate = here.rate().filter(r -> r.compareTo(sink.form().fps()) < 0).orElse(sink.form().fps());
        this.lengthUs = graph.lengthUs();
        this.palettes = new Palettes(sink.form().colours(), here.pixels().alpha(), sink.form().dither(), "_" + product);
        if (!can.canEncode(encoder())) {
            draft.problem("format", Code.NOT_AVAILABLE, PlanWords.NO_ENCODER, sink.form().format().title());
        }
        if (lengthUs.isPresent() && rate.frameLength() >= 2 * lengthUs.getAsLong()) {
            draft.problem("fps", Code.OUT_OF_RANGE, PlanWords.LESS_THAN_A_FRAME, edit.first().name(),
                    Time.spoken(lengthUs.getAsLong()), rate.rounded());
        }
        explain(draft);
    }

    private void explain(Draft draft) {
        draft.reason(PlanWords.PICTURE.with(), PlanWords.ENCODED.with(sink.form().format().title()), PlanWords.MOVING.with());
        if (!rate.equals(sink.form().fps())) {
            draft.note(PlanWords.FEWER_FRAMES, rate.rounded());
        }
        if (lengthUs.orElse(0) > LONG) {
            draft.note(PlanWords.LONG_GIF, Time.spoken(lengthUs.getAsLong()), spoken(bytes().least()),
                    spoken(bytes().most()));
        }
    }

    private static String spoken(long bytes) {
        return new io.reelbench.engine.media.Bytes(bytes).spoken();
    }

    private boolean isGif() {
        return sink.form().format() == Format.GIF;
    }

    private String encoder() {
        return isGif() ? "gif" : "libwebp_anim";
    }

    @Override
    public Product product(String label) {
        Size size = here.upright();
        long tolerance = 2 * rate.frameLength() + Time.SECOND / 50;
        Expect expect = isGif()
                ? new Expect.Film(List.of(new Expect.TrackExpected(Expect.TrackExpected.Kind.VIDEO, "gif")), lengthUs, tolerance,
                        Optional.of(size), OptionalLong.empty())
                : new Expect.Moving(size, lengthUs, tolerance);
        return new Product(sink.form().format().word(), label, expect);
    }

    @Override
    public OptionalLong lengthUs() {
        return lengthUs;
    }

    @Override
    public SinkPlan.Bytes bytes() {
        double pixels = here.upright().pixels() * rate.perSecond().approximate() * lengthUs.orElse(10 * Time.SECOND) / 1e6;
        return new SinkPlan.Bytes((long) (pixels * (isGif() ? LEAST_GIF : LEAST_WEBP)),
                (long) (pixels * (isGif() ? MOST_GIF : MOST_WEBP)) + 10_000);
    }

    /** The frames as they will be, before their colours are reduced. */
    private List<Filter> frames() {
        List<Filter> filters = new ArrayList<>(List.of(Filter.of("fps=" + rate, Effect.NONE.timed(rate))));
        filters.addAll(sink.chain().filters());
        filters.addAll(square());
        return filters;
    }

    private List<Filter> square() {
        Size size = here.upright();
        return here.hasSquarePixels()
                ? List.of()
                : List.of(Filter.sized("scale=%d:%d:flags=lanczos,setsar=1".formatted(size.width(), size.height()), size));
    }

    private List<Filter> with(String more) {
        List<Filter> all = new ArrayList<>(frames());
        all.add(Filter.of(more));
        return all;
    }

    private String webp() {
        return here.pixels().alpha() ? "format=yuva420p" : "format=yuv420p";
    }

    @Override
    public Optional<Rider> rider() {
        return isGif() && (sink.form().palette() == Palette.SCENE || waits())
                ? Optional.empty()
                : Optional.of(new Rider(Step.Doing.ENCODING, graph.inputs(), made().graph(), output(made().arguments()), 0.3,
                        lengthUs));
    }

    /** Whether the frames that wait for their palette are too many. */
    private boolean waits() {
        double frames = rate.perSecond().approximate() * lengthUs.orElse(Time.SECOND * 3600) / 1e6;
        return sink.form().palette() == Palette.CLIP && here.upright().pixels() * 1.5 * frames > MOST_WAITING;
    }

    private PictureGraph.Made made() {
        return graph.made(with(
                !isGif() ? webp() : sink.form().palette() == Palette.FRAME ? palettes.forEach() : palettes.forAll()));
    }

    @Override
    public List<Step> alone() {
        return sink.form().palette() == Palette.SCENE ? byScenes() : twice();
    }

    /** The palette first, then the film once more. */
    private List<Step> twice() {
        String name = "palette" + product + ".png";
        PictureGraph.Made palette = graph.made(with(palettes.alone()));
        List<String> arguments = new ArrayList<>(palette.arguments());
        arguments.addAll(List.of("-frames:v", "1", "-c:v", "png", "-update", "1", "-f", "image2"));
        Command first = new Command(graph.inputs(), palette.graph(),
                List.of(new Command.Output(List.copyOf(arguments), new Ref.Scratch(name))));
        List<Command.Input> inputs = new ArrayList<>(graph.inputs());
        inputs.add(new Command.Input(List.of("-f", "png_pipe"), new Ref.Scratch(name)));
        PictureGraph.Made frames = graph.made(frames());
        String before = frames.graph().orElseGet(() -> "[" + frames.map() + "]" + frames.filter().orElseThrow());
        String done = frames.graph().isPresent()
                ? before + ";" + frames.map() + palettes.from("null", "[" + (inputs.size() - 1) + ":0]")
                : palettes.from(before, "[" + (inputs.size() - 1) + ":0]");
        Command second = new Command(List.copyOf(inputs), Optional.of(done + "[out" + product + "]"),
                List.of(output(List.of("-map", "[out" + product + "]"))));
        return List.of(new Step.Run(Step.Doing.ANALYSING, first, 0.2, lengthUs),
                new Step.Run(Step.Doing.ENCODING, second, 0.3, lengthUs));
    }

    /** Where scenes begin is found first. */
    private List<Step> byScenes() {
        String list = "scenes" + product + ".txt";
        String value = "palettes" + product;
        PictureGraph.Made found = graph.made(with("select='gt(scene,%s)',metadata=mode=print:key=lavfi.scene_score:file=%s"
                .formatted(Palettes.SCENE, list)));
        List<String> arguments = new ArrayList<>(found.arguments());
        arguments.addAll(List.of("-f", "null"));
        PictureGraph.Made made = graph.made(with(Command.value(value)));
        return List.of(
                new Step.Run(Step.Doing.ANALYSING,
                        new Command(graph.inputs(), found.graph(),
                                List.of(new Command.Output(List.copyOf(arguments), new Ref.Nowhere()))),
                        0.2, lengthUs),
                new Step.Own(new OwnWork.ScenePalettes(value, list, palettes)),
                new Step.Run(Step.Doing.ENCODING,
                        new Command(graph.inputs(), made.graph(), List.of(output(made.arguments()))), 0.3, lengthUs));
    }

    private Command.Output output(List<String> taken) {
        List<String> arguments = new ArrayList<>(taken);
        if (lengthUs.isPresent() && new Inputs(edit).endsUnevenly()) {
            arguments.addAll(List.of("-t", Time.seconds(lengthUs.getAsLong())));
        }
        arguments.addAll(List.of("-fps_mode", "passthrough", "-c:v", encoder()));
        if (isGif()) {
            // ffmpeg counts how often it is repeated, and -1 is not at all
            int loop = sink.form().loop();
            arguments.addAll(List.of("-loop", Integer.toString(loop == 0 ? 0 : loop == 1 ? -1 : loop - 1), "-f", "gif"));
        } else {
            arguments.addAll(List.of("-quality", Encoders.decimal(sink.form().imageQuality()), "-loop",
                    Integer.toString(sink.form().loop()), "-f", "webp"));
        }
        return new Command.Output(List.copyOf(arguments), new Ref.Target(product));
    }

    /** One frame with a palette of its own: how colours are reduced is seen, which ones the whole needs is not. */
    @Override
    public Optional<Glimpse> glimpse(List<Step> steps) {
        List<Filter> filters = new ArrayList<>(edit.picture().filters());
        filters.addAll(sink.chain().filters());
        filters.addAll(square());
        filters.add(Filter.of(isGif() ? palettes.forAll() + ",format=bgra" : webp()));
        boolean own = isGif() && sink.form().palette() != Palette.FRAME;
        List<String> coding = isGif()
                ? List.of()
                : List.of("-c:v", "libwebp", "-quality", Encoders.decimal(sink.form().imageQuality()));
        return Optional.of(Glimpses.of(edit, filters, coding, own ? List.of(Glimpse.Unseen.PALETTE) : List.of()));
    }
}
