package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Expect.TrackExpected;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The plan of one picture file. A still costs one seek, so it never rides along in a run that has other work. */
final class StillPlan implements SinkPlan {

    /** How far around the asked-for time the most typical frame is looked for. */
    private static final long AROUND = 2 * Time.SECOND;

    private final Edit edit;
    private final Sink.StillSink sink;
    private final int product;
    private final Draft draft;
    private final Track.Video track;
    private final Track.Video here;
    private final StillForm.Format format;

    StillPlan(Edit edit, Sink.StillSink sink, int product, Capabilities can, Draft draft) {
        this.edit = edit;
        this.sink = sink;
        this.product = product;
        this.draft = draft;
        this.track = edit.first().video().orElseThrow();
        this.here = sink.chain().on(edit.picture().on(track));
        this.format = sink.form().format() == StillForm.Format.SAME ? own(edit.first()) : sink.form().format();
        if (!can.canEncode(format.encoder())) {
            draft.problem("format", Code.NOT_AVAILABLE, PlanWords.NO_ENCODER, format.word());
        }
        boolean film = sink.atUs().isPresent();
        draft.reason(PlanWords.PICTURE.with(),
                film
                        ? PlanWords.STILL_TAKEN.with(Time.spoken(sink.atUs().getAsLong()))
                        : PlanWords.STILL_MADE.with(format.word().toUpperCase(Locale.ROOT)),
                !film ? PlanWords.IS_STILL.with() : switch (sink.pick()) {
                    case EXACT -> PlanWords.SHOWN_FRAME.with();
                    case KEYFRAME -> PlanWords.KEY_FRAME.with();
                    case BEST -> PlanWords.BEST_FRAME.with();
                });
    }

    private static StillForm.Format own(Media media) {
        return switch (media.video().map(Track::codec).orElse("")) {
            case "png", "apng" -> StillForm.Format.PNG;
            case "webp" -> StillForm.Format.WEBP;
            case "tiff" -> StillForm.Format.TIFF;
            case "bmp" -> StillForm.Format.BMP;
            case "av1" -> StillForm.Format.AVIF;
            default -> StillForm.Format.JPG;
        };
    }

    @Override
    public Product product(String label) {
        return new Product(format.word(), label, expect());
    }

    @Override
    public List<Step> alone() {
        return List.of(run());
    }

    @Override
    public Bytes bytes() {
        return new Bytes(20_000, 3_000_000);
    }

    private Expect expect() {
        String codec = switch (format) {
            case JPG -> "mjpeg";
            case WEBP -> "webp";
            case AVIF -> "av1";
            default -> format.word();
        };
        Size size = here.upright();
        return new Expect.Film(List.of(new TrackExpected(TrackExpected.Kind.VIDEO, codec)), OptionalLong.empty(), 0,
                Optional.of(even(size)), OptionalLong.empty());
    }

    /** AV1 in 4:2:0 wants even sides. */
    private Size even(Size size) {
        return format == StillForm.Format.AVIF
                ? new Size(Math.max(2, size.width() / 2 * 2), Math.max(2, size.height() / 2 * 2))
                : size;
    }

    private Step.Run run() {
        List<String> input = new ArrayList<>();
        List<String> output = new ArrayList<>();
        List<Filter> filters = new ArrayList<>();
        input.addAll(Inputs.turn(edit));
        input.addAll(Inputs.demuxer(edit.first()));
        if (sink.atUs().isPresent()) {
            if (looksBack()) {
                seekBack(sink.atUs().getAsLong(), input, filters);
            } else {
                seek(sink.atUs().getAsLong(), input, filters);
            }
        }
        filters.addAll(looksBack() || edit.first().still() ? behind() : picture(sink.atUs().orElse(0)));
        // a stream would be one tile of the picture; only a graph can name the group of them
        Optional<String> graph = track.tileGroup().map(group -> "[0:g:" + group + "]" + Chain.text(filters) + "[v]");
        output.addAll(graph.isPresent()
                ? List.of("-map", "[v]")
                : List.of("-map", "0:" + track.index(), "-filter:v:0", Chain.text(filters)));
        output.addAll(List.of("-frames:v", "1"));
        output.addAll(coding());
        output.addAll(format == StillForm.Format.AVIF ? List.of("-f", "avif") : List.of("-update", "1", "-f", "image2"));
        Command command = new Command(List.of(new Command.Input(input, new Ref.Source(0))), graph,
                List.of(new Command.Output(List.copyOf(output), new Ref.Target(product))));
        return new Step.Run(Step.Doing.PICTURE, command, 0.02, OptionalLong.empty());
    }

    /** What is done to the frame that was found. */
    private List<Filter> picture() {
        List<Filter> filters = new ArrayList<>(edit.picture().filters());
        filters.addAll(sink.chain().filters());
        filters.addAll(form());
        return filters;
    }

    /** Whether the frame is made of others too, or comes at another time than it went in. */
    private boolean looksBack() {
        return sink.atUs().isPresent() && sink.pick() == Sink.Pick.EXACT
                && edit.picture().filters().stream()
                        .anyMatch(f -> f.leadUs() > 0 || f.effect().rate().isPresent() || !f.pace().equals(Fraction.ONE));
    }

    /** The same, where the run has begun earlier on the timeline's own clock: the frame is picked behind the filters of the film. */
    private List<Filter> behind() {
        if (!looksBack()) {
            return picture();
        }
        List<Filter> filters = new ArrayList<>(edit.picture().filters());
        filters.add(Filter.of("trim=start=" + Time.seconds(Math.max(0, shownBehind(sink.atUs().orElse(0))))));
        filters.addAll(sink.chain().filters());
        filters.addAll(form());
        return filters;
    }

    /** Just before the frame that is on screen at this time of the timeline. */
    private long shownBehind(long at) {
        Track.Video behind = edit.picture().on(track);
        Optional<Rate> even = behind.rate().filter(_ -> !behind.variable());
        return even.isPresent()
                ? frameBefore(even.get(), at)
                : edit.paced(edit.beforePace(at) - edit.toSource(at) + shown(edit.toSource(at)));
    }

    /** Goes so much earlier that the filters have seen what they need, and lets the clock go on from there. */
    private void seekBack(long at, List<String> input, List<Filter> filters) {
        long inSource = edit.toSource(at);
        Segment part = edit.segmentAt(at);
        Media media = edit.first();
        long frame = track.rate().map(Rate::frameLength).orElse(0L);
        long from = Math.max(part.fromUs(), inSource - Chain.leadUs(edit.picture().filters()) - frame);
        long zero = track.facts().startUs().orElse(media.startUs()) - media.startUs();
        // half a frame before, so that rounding cannot lose one
        long place = from > 0 ? Math.max(0, zero + from - frame / 2) : 0;
        long blind = Inputs.blindLead(media, place);
        if (blind > 0) {
            filters.add(Filter.of("trim=start=" + Time.seconds(blind)));
        }
        if (place > blind) {
            input.addAll(List.of("-ss", Time.seconds(place - blind)));
        }
        long seen = place > 0 ? place - zero - blind : -zero;
        long clock = edit.beforePace(at) - inSource + seen;
        if (clock != 0) {
            filters.add(Filter.of("setpts=PTS%s%s/TB".formatted(clock < 0 ? "-" : "+", Time.seconds(Math.abs(clock)))));
        }
    }

    /** The same for a run that begins at the frame of this time, which filters that look at the time must know. */
    private List<Filter> picture(long at) {
        return Chain.from(picture(), at, "setpts");
    }

    @Override
    public Optional<Glimpse> glimpse(List<Step> steps) {
        OptionalLong moment = sink.atUs().isPresent()
                ? OptionalLong.of(edit.toSource(sink.atUs().getAsLong()))
                : OptionalLong.empty();
        return Optional.of(Glimpses.of(sink, edit, track.index(), moment, picture(), coding()));
    }

    /** Goes to the frame that is on screen at this time of the timeline. */
    private void seek(long at, List<String> input, List<Filter> filters) {
        long inSource = edit.toSource(at);
        Media media = edit.first();
        long zero = track.facts().startUs().orElse(media.startUs()) - media.startUs();
        switch (sink.pick()) {
            case KEYFRAME -> input.addAll(List.of("-skip_frame", "nokey", "-noaccurate_seek"));
            case BEST -> {
                long from = Math.max(0, inSource - AROUND);
                int frames = track.rate().map(r -> Math.clamp(r.nearestFrame(2 * AROUND), 2, 300)).orElse(100);
                filters.add(Filter.of("thumbnail=n=" + frames));
                inSource = from;
                input.addAll(List.of("-t", Time.seconds(2 * AROUND)));
            }
            case EXACT -> inSource = shown(inSource);
        }
        long place = inSource > 0 ? Math.max(0, zero + inSource) : 0;
        long lead = sink.pick() == Sink.Pick.EXACT ? Inputs.blindLead(media, place) : 0;
        if (lead > 0) {
            filters.add(Filter.of("trim=start=" + Time.seconds(lead)));
        }
        if (place > lead) {
            input.addAll(List.of("-ss", Time.seconds(place - lead)));
        }
    }

    /** Just before the start of the frame that is on screen at this time. */
    private long shown(long at) {
        if (!edit.first().frameTimes().isEmpty()) {
            return edit.first().frameTimes().stream().mapToLong(Long::longValue).filter(t -> t <= at).max().orElse(0) - 500;
        }
        return track.rate().map(r -> frameBefore(r, at)).orElse(at);
    }

    private static long frameBefore(Rate rate, long at) {
        long frame = Math.max(0, rate.framesIn(at + 1) - 1);
        return rate.timeOf(frame) - rate.frameLength() / 2;
    }

    private List<Filter> form() {
        List<Filter> filters = new ArrayList<>();
        if (!here.hasSquarePixels()) {
            Size size = here.upright();
            filters.add(Filter.sized("scale=%d:%d:flags=lanczos,setsar=1".formatted(size.width(), size.height()), size));
        }
        if (here.pixels().alpha() && !format.hasAlpha()) {
            draft.note(PlanWords.BOX_FLAT, sink.form().background());
            filters.add(Filter.of(
                    "format=rgba,split[over][under];[under]drawbox=c=%s:t=fill:replace=1[under];[under][over]overlay=format=rgb"
                            .formatted(sink.form().background().ffmpeg())));
        }
        if (format == StillForm.Format.JPG) {
            // JPEG is full range; files of limited range look washed out in most viewers
            filters.add(Filter.of("scale=out_range=full,format=yuvj444p|yuvj422p|yuvj420p"));
        } else if (format == StillForm.Format.AVIF) {
            filters.add(Filter.of(
                    "crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0,format=" + (here.pixels().bits() > 8 ? "yuv420p10le" : "yuv420p")));
        } else if (format == StillForm.Format.WEBP) {
            filters.add(Filter.of(here.pixels().alpha() || isLossless() ? "format=bgra" : "format=yuv420p"));
        } else if (format == StillForm.Format.PNG || format == StillForm.Format.TIFF || format == StillForm.Format.BMP) {
            filters.add(Filter.of("format=" + rgb()));
        }
        return filters;
    }

    private String rgb() {
        boolean deep = here.pixels().bits() > 8 && format != StillForm.Format.BMP;
        if (format == StillForm.Format.BMP) {
            return "bgr24";
        }
        return here.pixels().alpha() ? deep ? "rgba64be|rgba64le" : "rgba" : deep ? "rgb48be|rgb48le" : "rgb24";
    }

    private boolean isLossless() {
        return sink.form().level().filter(l -> l instanceof StillForm.Exact).isPresent();
    }

    private List<String> coding() {
        double quality = sink.form().level().isPresent() && sink.form().level().get() instanceof StillForm.Lossy(double asked)
                ? asked
                : 95;
        return switch (format) {
            case JPG ->
                List.of("-c:v", "mjpeg", "-q:v", Long.toString(Math.round(2 + (100 - quality) * 29 / 99)), "-huffman", "optimal");
            // the default encoder for .webp writes animations
            case WEBP -> isLossless()
                    ? List.of("-c:v", "libwebp", "-lossless", "1")
                    : List.of("-c:v", "libwebp", "-quality", Encoders.decimal(quality));
            case AVIF -> isLossless()
                    ? List.of("-c:v", "libaom-av1", "-still-picture", "1", "-crf", "0", "-b:v", "0")
                    : List.of("-c:v", "libsvtav1", "-preset", "6", "-crf", Long.toString(Math.round((100 - quality) * 0.63)),
                            "-svtav1-params", "avif=1");
            default -> List.of("-c:v", format.encoder());
        };
    }
}
