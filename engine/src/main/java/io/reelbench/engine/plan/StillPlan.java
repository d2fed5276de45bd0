package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Expect.TrackExpected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The plan of one picture file. A still costs one seek, so it never rides along in a run that has other work. */
final class StillPlan implements SinkPlan {

    private final Edit edit;
    private final Sink.StillSink sink;
    private final int product;
    private final Track.Video track;
    private final StillCoding coding;

    StillPlan(Edit edit, Sink.StillSink sink, int product, Capabilities can, Draft draft) {
        this.edit = edit;
        this.sink = sink;
        this.product = product;
        this.track = edit.first().video().orElseThrow();
        this.coding = new StillCoding(sink.form(), edit.first(), here(sink.chain().on(edit.picture().on(track))), can, draft);
        boolean film = sink.atUs().isPresent();
        draft.reason(PlanWords.PICTURE.with(),
                film
                        ? PlanWords.STILL_TAKEN.with(Time.spoken(sink.atUs().getAsLong()))
                        : PlanWords.STILL_MADE.with(coding.format().title()),
                !film ? PlanWords.IS_STILL.with() : switch (sink.pick()) {
                    case EXACT -> PlanWords.SHOWN_FRAME.with();
                    case KEYFRAME -> PlanWords.KEY_FRAME.with();
                    case BEST -> PlanWords.BEST_FRAME.with();
                });
        tellWhatBecomesOfTheRest(draft);
    }

    private void tellWhatBecomesOfTheRest(Draft draft) {
        Media media = edit.first();
        if (isCmyk()) {
            draft.note(PlanWords.FOUR_INKS);
        }
        if (!media.still() && sink.atUs().isEmpty()) {
            draft.note(PlanWords.FIRST_OF_MOVING, media.name());
        }
        if (sink.keeps()) {
            coding.tellWhatIsLost(media);
        }
    }

    /** JPEG in the four inks of printing; the decoder makes red, green and blue of it, and a fourth channel that is no transparency. */
    private boolean isCmyk() {
        return track.codec().equals("mjpeg") && track.pixels().alpha();
    }

    private Track.Video here(Track.Video behind) {
        Track.PixelFormat pixels = behind.pixels();
        return !isCmyk()
                ? behind
                : Filter.of("",
                        Effect.NONE.deep(new Track.PixelFormat(pixels.name(), pixels.bits(), pixels.chroma(), pixels.rgb(),
                                false)))
                        .effect().on(behind);
    }

    @Override
    public Product product(String label) {
        return new Product(coding.extension(), label, expect());
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
        return new Expect.Film(List.of(new TrackExpected(TrackExpected.Kind.VIDEO, coding.codec())), OptionalLong.empty(), 0,
                Optional.of(coding.size()), OptionalLong.empty());
    }

    private Step.Run run() {
        List<String> input = new ArrayList<>();
        List<String> output = new ArrayList<>();
        List<Filter> filters = new ArrayList<>();
        if (sink.atUs().isPresent()) {
            if (looksBack()) {
                input.addAll(Inputs.turn(edit));
                input.addAll(Inputs.demuxer(edit.first()));
                seekBack(sink.atUs().getAsLong(), input, filters);
            } else {
                Seeking.Way way = new Seeking(edit).to(sink.pick(), sink.atUs().getAsLong());
                input.addAll(way.input());
                filters.addAll(way.filters());
            }
        } else {
            input.addAll(Inputs.turn(edit));
            input.addAll(Inputs.demuxer(edit.first()));
        }
        filters.addAll(looksBack() || edit.first().still() ? behind() : picture(sink.atUs().orElse(0)));
        // a stream would be one tile of the picture; only a graph can name the group of them
        Optional<String> graph = track.tileGroup().map(group -> "[0:g:" + group + "]" + Chain.text(filters) + "[v]");
        output.addAll(graph.isPresent()
                ? List.of("-map", "[v]")
                : List.of("-map", "0:" + track.index(), "-filter:v:0", Chain.text(filters)));
        output.addAll(List.of("-frames:v", "1"));
        output.addAll(coding.arguments());
        if (!sink.keeps()) {
            output.addAll(List.of("-map_metadata", "-1"));
        }
        output.addAll(coding.muxer());
        Command command = new Command(List.of(new Command.Input(input, new Ref.Source(0))), graph,
                List.of(new Command.Output(List.copyOf(output), new Ref.Target(product))));
        return new Step.Run(Step.Doing.PICTURE, command, 0.02, OptionalLong.empty());
    }

    /** What is done to the frame that was found. */
    private List<Filter> picture() {
        List<Filter> filters = new ArrayList<>(edit.picture().filters());
        filters.addAll(ending());
        return filters;
    }

    /** What only the file asks for. */
    private List<Filter> ending() {
        List<Filter> filters = new ArrayList<>(sink.chain().filters());
        filters.addAll(coding.filters());
        if (!sink.keeps()) {
            filters.add(Filter.of("sidedata=mode=delete"));
        } else if (isCmyk()) {
            // a profile of inks would be wrong for what the decoder made of them
            filters.add(Filter.of("sidedata=mode=delete:type=ICC_PROFILE"));
        }
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
        filters.addAll(ending());
        return filters;
    }

    /** Just before the frame that is on screen at this time of the timeline. */
    private long shownBehind(long at) {
        Track.Video behind = edit.picture().on(track);
        Optional<Rate> even = behind.rate().filter(_ -> !behind.variable());
        return even.isPresent()
                ? Seeking.frameBefore(even.get(), at)
                : edit.paced(edit.beforePace(at) - edit.toSource(at) + new Seeking(edit).shown(edit.toSource(at)));
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
        return Optional.of(Glimpses.of(sink, edit, track.index(), moment, picture(), coding.arguments()));
    }
}
