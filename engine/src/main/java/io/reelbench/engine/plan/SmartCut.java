package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Stretch;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Cuts to the frame at the speed of a copy: only the frames from a cut to the next keyframe that needs nothing before it are encoded, and at the
 * other end the few that need later ones; all others are copied. Every piece is a file of its own, and a list joins them.
 */
final class SmartCut {

    /** Containers that keep headers in the stream, or need none. */
    private static final Set<Container> HOLDING = Set.of(Container.MP4, Container.MOV, Container.MKV, Container.TS);
    /** Every frame stands for itself: nothing is encoded at all. */
    private static final Set<String> INTRA = Set.of("prores", "dnxhd", "mjpeg", "ffv1", "cfhd", "dvvideo", "rawvideo", "huffyuv",
            "utvideo", "jpeg2000");
    private static final Set<String> CODECS = Set.of("h264", "hevc");
    /** Where times must be guessed from the order of packets. */
    private static final Set<String> TIMELESS = Set.of("avi", "rm", "h264", "hevc", "mpeg");
    private static final long UNEVEN = 1000;
    /** In these a seek finds a time and not the keyframe before it; no usual GOP is longer. */
    private static final long LONGEST_GOP = 12 * Time.SECOND;
    /** Seeks go by the time of decoding: a keyframe may be shown so much later, and what leads it is lost where reading begins there. */
    private static final long MARGIN = Time.SECOND / 3;
    private static final int MOST_PARTS = 200;

    private final Edit edit;
    private final Container container;
    private final Track.Video track;
    private final Media media;
    private final Fraction timebase;
    private final List<Stretch> stretches;
    private final int product;

    SmartCut(Edit edit, Container container, Track.Video track, int product) {
        this.edit = edit;
        this.container = container;
        this.track = track;
        this.media = edit.first();
        this.timebase = track.facts().timebase();
        this.product = product;
        this.stretches = edit.segments().stream().map(s -> fact(edit, s))
                .map(f -> media.known().stretches().getOrDefault(f, Stretch.UNREAD)).toList();
    }

    /** What must be known of the clip before it can be cut so; nothing where it cannot anyway. */
    static List<Fact.Stretch> facts(Edit edit) {
        return cuts(edit).stream().flatMap(cut -> cut.segments().stream().map(s -> fact(cut, s))).distinct().toList();
    }

    /** Whether any of the pieces that it is cut into can be cut so. */
    static boolean helps(Edit edit, Container container, int product) {
        return edit.pieces().isPresent() && edit.first().video().isPresent() && cuts(edit).stream()
                .anyMatch(cut -> new SmartCut(cut, container, edit.first().video().get(), product).refusal().isEmpty());
    }

    /** The edit, or what is left of it for each of its pieces. */
    private static List<Edit> cuts(Edit edit) {
        Optional<Pieces> pieces = edit.pieces();
        if (pieces.isEmpty()) {
            return mayBeCut(edit) ? List.of(edit) : List.of();
        } else if (pieces.get().mode() != Pieces.Mode.SMART || pieces.get().ranges().size() > MOST_PARTS) {
            return List.of();
        }
        Edit one = edit.unsliced();
        return pieces.get().ranges().stream().map(range -> one.cut(List.of(range), Cutting.SMART)).filter(SmartCut::mayBeCut)
                .toList();
    }

    private static boolean mayBeCut(Edit edit) {
        return edit.cutting() == Cutting.SMART && edit.reel().isEmpty() && edit.cutsPicture() && edit.heldUs() == 0
                && edit.picture().isEmpty()
                && edit.sources().size() == 1 && edit.segments().size() <= MOST_PARTS
                && edit.first().video().filter(v -> isFit(edit.first(), v)).isPresent()
                && edit.sinks().stream().anyMatch(sink -> sink instanceof Sink.FileSink file && mayCopy(file));
    }

    private static boolean isFit(Media media, Track.Video track) {
        return (CODECS.contains(track.codec()) || INTRA.contains(track.codec())) && !TIMELESS.contains(media.format());
    }

    private static boolean mayCopy(Sink.FileSink file) {
        return !file.alwaysEncode() && file.form().trimTo().isEmpty() && file.chain().isEmpty() && !file.video().asksForEncode()
                && file.video().videoCodec() != VideoCodec.NONE && file.rate().equals(new RateControl());
    }

    /** A cut means the frame that is nearest to it: half a frame before it counts. */
    private static Fact.Stretch fact(Edit edit, Segment segment) {
        long half = edit.first().video().filter(v -> !v.variable()).flatMap(Track.Video::rate).map(Rate::frameLength)
                .map(l -> l / 2).orElse(UNEVEN);
        OptionalLong to = segment.toUs().isEmpty()
                ? segment.toUs()
                : OptionalLong.of(Math.max(0, segment.toUs().getAsLong() - half));
        return new Fact.Stretch(Math.max(0, segment.fromUs() - half), to);
    }

    /** Why everything is encoded instead; empty where it can be cut so. */
    Optional<Text> refusal() {
        boolean intra = INTRA.contains(track.codec());
        if (!intra && !CODECS.contains(track.codec())) {
            return Optional.of(PlanWords.SMART_CODEC.with(track.codec()));
        } else if (!intra && !HOLDING.contains(container)) {
            return Optional.of(PlanWords.SMART_CONTAINER.with(PictureChoice.title(container)));
        } else if (edit.reel().isPresent() || edit.sources().size() > 1 || edit.segments().size() > MOST_PARTS
                || TIMELESS.contains(media.format())) {
            return Optional.of(PlanWords.CUT_EXACTLY.with());
        } else if (track.hdr().kind() == Track.Hdr.Kind.DOLBY_VISION) {
            return Optional.of(PlanWords.SMART_DOLBY.with());
        } else if (stretches.stream().anyMatch(s -> s.frames() == 0)) {
            return Optional.of(PlanWords.SMART_UNREAD.with());
        } else if (stretches.stream().allMatch(s -> s.core().isEmpty())) {
            return Optional.of(PlanWords.SMART_NO_KEYFRAME.with());
        } else if (track.isReadFromItsStart() && stretches.stream().anyMatch(s -> since(s.first()) > 0)) {
            return Optional.of(PlanWords.SMART_START.with(track.facts().profile().orElse(track.pixels().name())));
        } else if (encoded() == 0) {
            return Optional.empty();
        } else if (track.fields().isInterlaced() || !stretches.stream().allMatch(s -> s.coding().progressive())) {
            return Optional.of(PlanWords.SMART_INTERLACED.with());
        } else if (2 * encoded() > frames()) {
            return Optional.of(PlanWords.SMART_MOST.with(encoded(), frames()));
        } else if (!track.facts().decodable()
                || LikeCoder.of(track, stretches.getFirst().coding(), LikeCoder.Amount.FRAMES).isEmpty()) {
            return Optional.of(PlanWords.SMART_FORM.with(track.facts().profile().orElse(track.pixels().name())));
        }
        return Optional.empty();
    }

    private long frames() {
        return stretches.stream().mapToLong(Stretch::frames).sum();
    }

    private long encoded() {
        return stretches.stream().mapToLong(s -> s.head() + s.tail()).sum();
    }

    Splice splice() {
        List<Step.Run> runs = new ArrayList<>();
        List<Segment> parts = new ArrayList<>();
        List<Step.Seam> seams = new ArrayList<>();
        List<Range> zones = new ArrayList<>();
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        long ticks = 0;
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            Segment segment = edit.segments().get(i);
            parts.add(new Segment(segment.source(), segment.fromUs() == 0 ? 0 : since(stretch.first()),
                    segment.toUs().isEmpty() ? segment.toUs() : OptionalLong.of(since(stretch.end()))));
            List<Piece> pieces = pieces(stretch);
            boolean last = i == stretches.size() - 1;
            for (Piece piece : pieces) {
                list.append("file ").append(name(piece)).append('\n');
                long next = ticks + piece.to() - piece.from();
                list.append("duration ").append(Time.seconds(us(next) - us(ticks))).append('\n');
                if (piece.copied()) {
                    seams.addAll(seams(piece, stretch, us(ticks), us(next), last));
                } else {
                    zones.add(new Range(since(piece.from()), since(piece.to())));
                }
                ticks = next;
            }
            runs.add(run(pieces, stretch));
        }
        return new Splice(edit.at(parts), List.copyOf(runs),
                new Step.Write(
                        "cut-%d-%d-%d.ffconcat".formatted(product, stretches.getFirst().first(), stretches.getLast().end()),
                        list.toString()),
                frames(), encoded(), proven(seams), List.copyOf(zones),
                encoded() > 0,
                container == Container.TS ? LONGEST_GOP : lead(), us(stretches.getLast().end()) - us(stretches.getLast().last()));
    }

    /** A part that is copied from the clip's first frame on, and frames that need no others, cannot have come out otherwise. */
    private List<Step.Seam> proven(List<Step.Seam> seams) {
        boolean plain = encoded() == 0
                && (INTRA.contains(track.codec()) || stretches.size() == 1 && since(stretches.getFirst().first()) <= 0);
        return plain ? List.of() : List.copyOf(seams);
    }

    /** Some frames one behind the other; times in ticks. */
    private record Piece(long from, long to, int frames, boolean copied) {
    }

    private static List<Piece> pieces(Stretch stretch) {
        if (stretch.core().isEmpty()) {
            return List.of(new Piece(stretch.first(), stretch.end(), stretch.head(), false));
        }
        Stretch.Core core = stretch.core().get();
        List<Piece> pieces = new ArrayList<>();
        if (stretch.head() > 0) {
            pieces.add(new Piece(stretch.first(), core.from(), stretch.head(), false));
        }
        pieces.add(new Piece(core.from(), core.to(), core.frames(), true));
        if (stretch.tail() > 0) {
            pieces.add(new Piece(core.to(), stretch.end(), stretch.tail(), false));
        }
        return pieces;
    }

    private long us(long ticks) {
        return Fraction.of(ticks).times(timebase).times(Fraction.of(Time.SECOND)).round();
    }

    /** In microseconds from the first frame. */
    private long since(long ticks) {
        return us(ticks) - track.facts().startUs().orElse(0);
    }

    /** How much earlier than wanted reading begins, in microseconds. */
    private long lead() {
        long frame = track.rate().map(Rate::frameLength).orElse(0L);
        return Inputs.seeksBlindly(media) ? LONGEST_GOP : Math.max(MARGIN, (track.reorder() + 3) * frame);
    }

    private String name(Piece piece) {
        return "p%d-%d-%d.nut".formatted(product, piece.from(), piece.to());
    }

    /**
     * Where copied frames meet encoded ones. Encoding decodes the source there anyway, so it leaves what the frames next to it look like.
     * Behind the very last copied frame comes nothing that could be wrong.
     */
    private List<Step.Seam> seams(Piece core, Stretch stretch, long fromUs, long toUs, boolean last) {
        long near = Math.min(us(core.to()) - us(core.from()), Step.Seam.REACH_US);
        List<Step.Seam> seams = new ArrayList<>();
        seams.add(new Step.Seam(fromUs, true, us(core.from()), near,
                stretch.head() > 0 ? Optional.of(shown(core.from())) : Optional.empty()));
        if (stretch.tail() > 0 || !last) {
            seams.add(new Step.Seam(toUs, false, us(core.to()), near,
                    stretch.tail() > 0 ? Optional.of(shown(core.to())) : Optional.empty()));
        }
        return seams;
    }

    private String shown(long at) {
        return "shown%d-%d.txt".formatted(product, at);
    }

    /** One run makes all pieces of a part, side by side. */
    private Step.Run run(List<Piece> pieces, Stretch stretch) {
        List<Command.Input> inputs = new ArrayList<>();
        List<Command.Output> outputs = new ArrayList<>();
        for (Piece piece : pieces) {
            String map = inputs.size() + ":" + track.index();
            inputs.add(input(piece));
            if (piece.copied()) {
                outputs.add(new Command.Output(copied(piece, map), new Ref.Scratch(name(piece))));
            } else {
                outputs.add(new Command.Output(encoded(piece, map, stretch.coding()), new Ref.Scratch(name(piece))));
                stretch.core().ifPresent(core -> outputs.add(piece.from() < core.from()
                        ? shown(map, core.from(), core.from(), core.to())
                        : shown(map, core.to(), core.from(), core.to())));
            }
        }
        boolean copies = pieces.stream().allMatch(Piece::copied);
        long length = pieces.stream().filter(p -> p.copied() == copies).mapToLong(p -> us(p.to()) - us(p.from())).sum();
        return new Step.Run(copies ? Step.Doing.COPYING : Step.Doing.ENCODING,
                new Command(List.copyOf(inputs), Optional.empty(), List.copyOf(outputs)), copies ? 0.02 : 0.3,
                OptionalLong.of(length));
    }

    /** Both kinds read the times as they are in the file, so that frames are told apart by them to the tick. */
    private Command.Input input(Piece piece) {
        long at = us(piece.from()) - media.startUs();
        long lead = Math.min(Math.max(0, at), lead());
        List<String> input = new ArrayList<>(List.of("-copyts"));
        if (!piece.copied()) {
            // frames lie as they do in the file; the file says how they are turned
            input.add("-noautorotate");
        }
        if (at > lead) {
            input.addAll(List.of("-ss", Time.seconds(at - lead)));
        }
        long length = us(piece.to()) - us(piece.from());
        input.addAll(List.of("-t", Time.seconds(Math.min(at, lead) + length + Time.SECOND * 3)));
        return new Command.Input(List.copyOf(input), new Ref.Source(0));
    }

    private List<String> copied(Piece piece, String map) {
        List<String> packets = new ArrayList<>(
                List.of("noise=drop='lt(pts,%d)+gte(pts,%d)'".formatted(piece.from(), piece.to()),
                        "setts=pts=PTS-%1$d:dts=DTS-%1$d".formatted(piece.from())));
        packets.addAll(LikeCoder.packets(track, media));
        return nut(List.of("-map", map, "-c:v", "copy", "-bsf:v", String.join(",", packets)));
    }

    private List<String> encoded(Piece piece, String map, Stretch.Coding coding) {
        // frames lie in a filter graph by the track's own clock, but nobody promises it
        List<String> output = new ArrayList<>(List.of("-map", map, "-filter:v",
                "settb=%d/%d,trim=start_pts=%d:end_pts=%d,setpts=PTS-%3$d".formatted(timebase.num(), timebase.den(),
                        piece.from(), piece.to()),
                "-frames:v", Integer.toString(piece.frames()), "-fps_mode", "passthrough",
                "-enc_time_base", timebase.num() + ":" + timebase.den()));
        output.addAll(LikeCoder.of(track, coding, LikeCoder.Amount.FRAMES).orElseThrow());
        return nut(output);
    }

    /**
     * Pieces begin at zero: the list asks them when they begin, and of a piece of few frames ffmpeg cannot tell. NUT stores when frames are
     * shown and works out when they are decoded: before zero for some.
     */
    private static List<String> nut(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("-avoid_negative_ts", "disabled", "-f", "nut"));
        return List.copyOf(all);
    }

    /** What the copied frames next to an encoded piece look like. */
    private Command.Output shown(String map, long at, long from, long to) {
        long reach = Fraction.of(Step.Seam.REACH_US).over(timebase.times(Fraction.of(Time.SECOND))).round();
        String frames = "settb=%d/%d,trim=start_pts=%d:end_pts=%d".formatted(timebase.num(), timebase.den(),
                at == from ? from : Math.max(from, to - reach), at == from ? Math.min(to, from + reach) : to);
        List<String> arguments = new ArrayList<>(List.of("-map", map, "-filter:v", frames));
        if (at == from) {
            arguments.addAll(List.of("-frames:v", Integer.toString(Step.Seam.FRAMES)));
        }
        arguments.addAll(List.of("-fps_mode", "passthrough", "-f", "framemd5"));
        return new Command.Output(List.copyOf(arguments), new Ref.Scratch(shown(at)));
    }
}
