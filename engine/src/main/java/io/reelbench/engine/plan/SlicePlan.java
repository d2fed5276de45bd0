package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The plan of a folder of pieces. Pieces that follow each other are written by one run, which demuxes or decodes the clip once; parts that
 * do not, and pieces whose sound is to end with their picture, are files of their own, each planned as a cut of the clip is.
 */
final class SlicePlan implements SinkPlan {

    /** Exact pieces shorter than this on average are not worth a run each, in microseconds. */
    private static final long WORTH_A_RUN = Time.SECOND;
    /** Muxers put packets of these together that are never shown alone. */
    private static final Set<String> MERGED_PACKETS = Set.of("vp9");
    /** How many cuts are named in a note. */
    private static final int NAMED = 12;

    private final Edit edit;
    private final Pieces pieces;
    private final int product;
    private final FilePlan whole;
    private final FilePlan shown;
    private final List<Range> ranges;
    private final List<OptionalLong> packets;
    private final List<Long> lacking;
    private final List<FilePlan> single;
    private final Segmenting segmenting;
    private final Optional<PiecePictures> pictures;

    SlicePlan(Edit edit, Sink.FileSink given, int product, Capabilities can, Draft draft, Measuring measuring) {
        this.edit = edit;
        this.pieces = edit.pieces().orElseThrow();
        this.product = product;
        // a piece is not the clip, so nothing is to be learnt from its being smaller
        Sink.FileSink sink = given.writing();
        Sink.FileSink bound = pieces.cut() instanceof Pieces.Under(long most)
                ? new SizeCuts(edit).bound(sink, new FilePlan(edit, sink, product, can, new Draft(), measuring), most, draft)
                : sink;
        Draft told = new Draft();
        this.whole = new FilePlan(edit, bound, product, can, told, measuring, this::ending);
        this.segmenting = new Segmenting(edit, whole, product);
        Cuts places = new Cuts(edit);
        List<Long> asked = switch (pieces.cut()) {
            case Pieces.At(List<Long> us, var _) -> us;
            case Pieces.Parts _ -> List.of();
            case Pieces.Under(long most) -> new SizeCuts(edit).cuts(most, whole, places, draft);
        };
        List<Long> cuts = isSnapped() ? places.after(asked) : beforeItsEnd(asked);
        this.ranges = pieces.cut() instanceof Pieces.Parts(List<Range> parts) ? parts : Pieces.between(cuts);
        boolean known = isSnapped() && !isOneByOne() && !MERGED_PACKETS.contains(whole.picture.get().codec());
        this.packets = known ? places.packets(cuts) : ranges.stream().map(_ -> OptionalLong.empty()).toList();
        this.lacking = known ? places.leading(cuts) : ranges.stream().map(_ -> 0L).toList();
        this.single = isOneByOne() ? singles(bound, can, measuring, told) : List.of();
        this.shown = spliced().isEmpty() ? whole : new FilePlan(edit.unsliced(), bound, product, can, new Draft(), measuring);
        if (!spliced().isEmpty()) {
            told.reasons.replaceAll(r -> r.subject().equals(PlanWords.PICTURE.with()) ? aroundCuts() : r);
        }
        draft.add(told);
        this.pictures = pieces.pictures() && whole.picture.isPresent()
                ? Optional.of(new PiecePictures(edit, whole, product, can, draft))
                : Optional.empty();
        if (bound.rate().goal().filter(Goal.Under.class::isInstance).isPresent()) {
            draft.problem("target-size", Code.CHOOSE_ONE, SliceWords.NO_SIZE.with(), List.of(Mending.without("target-size")));
        }
        tell(draft, asked, cuts);
    }

    /** A piece that cannot be cut smartly is encoded whole beside others that are copied. */
    @Override
    public List<Range> zones() {
        List<Range> zones = new ArrayList<>();
        for (int i = 0; i < single.size() && !spliced().isEmpty(); i++) {
            FilePlan piece = single.get(i);
            zones.addAll(piece.zones());
            if (piece.splice().isEmpty() && piece.encodesPicture()) {
                Range range = ranges.get(i);
                zones.add(new Range(edit.toSource(range.fromUs()), edit.toSource(end(range).orElse(range.toUs()))));
            }
        }
        return List.copyOf(zones);
    }

    private List<Splice> spliced() {
        return single.stream().flatMap(p -> p.splice().stream()).toList();
    }

    /** Of all pieces together: those that cannot be cut smartly are encoded. */
    private Explanation.Reason aroundCuts() {
        long frames = single.stream().mapToLong(SlicePlan::frames).sum();
        long encoded = single.stream()
                .mapToLong(p -> p.splice().map(Splice::encoded).orElseGet(() -> p.encodesPicture() ? frames(p) : 0L))
                .sum();
        return encoded == 0
                ? new Explanation.Reason(PlanWords.PICTURE.with(), PlanWords.COPIED.with(), PlanWords.CLEAN_CUT.with())
                : new Explanation.Reason(PlanWords.PICTURE.with(), PlanWords.SPLICED.with(encoded, frames),
                        SliceWords.AROUND_CUTS.with());
    }

    private static long frames(FilePlan piece) {
        Optional<Rate> rate = piece.picture.map(PictureOut::here).flatMap(Track.Video::rate);
        return piece.splice().map(Splice::frames)
                .orElseGet(() -> rate.map(r -> r.nearestFrame(piece.lengthUs().orElse(Time.SECOND))).orElse(0L));
    }

    /** Whether nothing of what decides about the cuts is encoded: the picture, or the sound of what has none. */
    private boolean isCopied() {
        return whole.picture.map(PictureOut::isCopy).orElseGet(whole::copiesAll);
    }

    private boolean isSnapped() {
        return whole.picture.isPresent() && isCopied();
    }

    /** Whether each piece is a run of its own: what is cut so that most of it is copied is. */
    private boolean isOneByOne() {
        if (pieces.cut() instanceof Pieces.Parts || ranges.size() == 1 || SmartCut.helps(edit, whole.container, product)) {
            return true;
        } else if (isCopied() || whole.sounds.isEmpty()) {
            return false;
        }
        return whole.picture.isEmpty()
                || edit.lengthUs().orElse(0) / ranges.size() >= WORTH_A_RUN && pieces.cut() instanceof Pieces.At;
    }

    /** No piece begins where there is no picture any more. */
    private List<Long> beforeItsEnd(List<Long> cuts) {
        OptionalLong end = whole.picture.map(p -> p.track().facts()).filter(f -> f.lengthUs().isPresent()).map(edit::lengthOf)
                .orElse(OptionalLong.empty());
        long early = Cuts.early(edit.video());
        return cuts.stream().filter(us -> end.isEmpty() || us < end.getAsLong() - early).toList();
    }

    private List<FilePlan> singles(Sink.FileSink sink, Capabilities can, Measuring measuring, Draft draft) {
        Cutting how = switch (pieces.mode()) {
            case SMART -> Cutting.SMART;
            case COPY -> Cutting.KEYFRAMES;
            case REENCODE -> Cutting.EXACT;
        };
        Edit one = edit.unsliced().knowing(Cuts.landing(edit, ranges).known());
        Draft of = new Draft();
        List<FilePlan> plans = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            boolean all = range.equals(new Range(0, Range.OPEN));
            Edit cut = all ? one : one.cut(List.of(range), how);
            Ref file = new Ref.Inside(product, "%06d.".formatted(i + 1) + whole.container.extension());
            plans.add(new FilePlan(cut, all ? sink : sink.within(range), product, can, of, measuring,
                    arguments -> new Command.Output(arguments, file)));
        }
        of.problems.stream().filter(p -> draft.problems.isEmpty()).forEach(draft.problems::add);
        return List.copyOf(plans);
    }

    private Command.Output ending(List<String> arguments) {
        return segmenting.of(arguments, ranges.stream().skip(1).map(Range::fromUs).toList());
    }

    private void tell(Draft draft, List<Long> asked, List<Long> cuts) {
        Text count = ranges.size() == 1 ? SliceWords.ONE_PIECE.with() : SliceWords.PIECES.with(ranges.size());
        boolean exact = pieces.isExact();
        List<Splice> spliced = spliced();
        boolean copied = isCopied();
        Text how = ranges.equals(List.of(new Range(0, Range.OPEN)))
                ? SliceWords.UNCUT.with()
                : !copied
                        ? SliceWords.AT_FRAMES.with()
                        : whole.picture.isPresent() ? SliceWords.AT_KEYFRAMES.with() : SliceWords.AT_PACKETS.with();
        Text why = ranges.equals(List.of(new Range(0, Range.OPEN)))
                ? SliceWords.NOTHING_CUT.with()
                : pieces.cut() instanceof Pieces.Under
                        ? SliceWords.SIZE_ASKED.with()
                        : !exact
                                ? SliceWords.COPY_ASKED.with()
                                : !spliced.isEmpty()
                                        ? SliceWords.SMART_COPIES.with(spliced.size(),
                                                spliced.stream().mapToLong(Splice::encoded).sum(),
                                                spliced.stream().mapToLong(Splice::frames).sum())
                                        : pieces.mode() == Pieces.Mode.SMART
                                                ? SliceWords.SMART_ENCODES.with()
                                                : SliceWords.FRAMES_ASKED.with();
        draft.reasons.addFirst(new Explanation.Reason(count, how, why));
        if (isSnapped() && !cuts.isEmpty()) {
            tellCuts(draft, asked, cuts);
        }
        if (asked.size() > cuts.size()) {
            draft.note(SliceWords.MERGED, asked.size() - cuts.size());
        }
        long lost = lacking.stream().mapToLong(l -> l).sum();
        if (lost > 0) {
            draft.note(SliceWords.LEADING, lost);
        }
        if (!isOneByOne() && whole.picture.isPresent() && !whole.sounds.isEmpty() && !cuts.isEmpty()) {
            draft.note(SliceWords.SOUND_LEADS, segmenting.leadMs());
        }
        if (!isOneByOne() && edit.first().video().flatMap(Track.Video::timecode).isPresent() && whole.container.hasTimecode()) {
            draft.note(SliceWords.TIMECODE);
        }
        if (!isOneByOne() && !edit.chapters().isEmpty()) {
            draft.note(SliceWords.CHAPTERS);
        }
    }

    private static void tellCuts(Draft draft, List<Long> asked, List<Long> cuts) {
        List<String> named = cuts.stream().limit(NAMED).map(cut -> {
            OptionalLong wish = asked.stream().mapToLong(a -> a).filter(a -> a <= cut + Time.SECOND / 1000).max();
            boolean moved = wish.isPresent() && cut - wish.getAsLong() > Time.SECOND / 100;
            return moved
                    ? SliceWords.ASKED.with(Time.spoken(cut), Time.spoken(wish.getAsLong())).toString()
                    : Time.spoken(cut);
        }).toList();
        String list = String.join(", ", named);
        if (cuts.size() > NAMED) {
            draft.note(SliceWords.CUT_AT_MORE, list, cuts.size() - NAMED);
        } else {
            draft.note(SliceWords.CUT_AT, list);
        }
    }

    @Override
    public Product product(String label) {
        OptionalLong most = pieces.cut() instanceof Pieces.Under(long bytes) ? OptionalLong.of(bytes) : OptionalLong.empty();
        Expect.Film film = single.isEmpty() ? inOneRun(whole.expect(most)) : single.getFirst().expect(most);
        List<Expect.Slice> slices = IntStream.range(0, ranges.size()).mapToObj(i -> slice(i, film)).toList();
        return new Product("", label, new Expect.Slices(film, slices, pictures.isPresent()), whole.sink.folder());
    }

    /** Chapters and the timecode cannot follow, which is told. */
    private static Expect.Film inOneRun(Expect.Film film) {
        List<Promise.Item> kept = film.promise().items().stream()
                .filter(i -> i.kind() != Promise.Kind.CHAPTERS && i.kind() != Promise.Kind.TIMECODE).toList();
        return new Expect.Film(film.tracks(), film.lengthUs(), film.toleranceUs(), film.size(), film.maxBytes(),
                new Promise(kept));
    }

    private Expect.Slice slice(int number, Expect.Film film) {
        if (!single.isEmpty()) {
            Expect.Film own = single.get(number).expect(OptionalLong.empty());
            return new Expect.Slice(own.lengthUs(), own.toleranceUs(), OptionalLong.empty(), 0);
        }
        long tolerance = film.toleranceUs() + segmenting.leadMs() * 1000;
        return new Expect.Slice(counted(ranges.get(number)), tolerance, packets.get(number), lacking.get(number));
    }

    /** Of a copy the picture alone is counted, which may end before the sound. */
    private OptionalLong counted(Range range) {
        if (range.toUs() != Range.OPEN || !isSnapped()) {
            return length(range);
        }
        Track.Facts facts = whole.picture.orElseThrow().track().facts();
        OptionalLong end = facts.lengthUs().isPresent() ? edit.lengthOf(facts) : OptionalLong.empty();
        return end.isEmpty() ? end : OptionalLong.of(Math.max(0, end.getAsLong() - range.fromUs()));
    }

    private OptionalLong length(Range range) {
        OptionalLong end = end(range);
        return end.isEmpty() ? end : OptionalLong.of(Math.max(0, end.getAsLong() - range.fromUs()));
    }

    private OptionalLong end(Range range) {
        return range.toUs() == Range.OPEN ? edit.lengthUs() : OptionalLong.of(range.toUs());
    }

    @Override
    public List<Step> before() {
        Stream<Step> own = single.isEmpty() ? whole.before().stream() : single.stream().flatMap(p -> p.before().stream());
        return Stream.concat(own.distinct(), Stream.of(new Step.Own(new OwnWork.MakeFolder(new Ref.Target(product))))).toList();
    }

    @Override
    public Optional<Rider> rider() {
        return single.isEmpty() ? whole.rider() : Optional.empty();
    }

    @Override
    public List<Step> alone() {
        if (single.isEmpty()) {
            return whole.alone();
        }
        long total = single.stream().mapToLong(p -> p.lengthUs().orElse(Time.SECOND)).sum();
        return single.stream()
                .flatMap(p -> p.alone().stream().map(s -> scaled(s, (double) p.lengthUs().orElse(Time.SECOND) / total)))
                .toList();
    }

    /** Long pieces are more of the work than short ones. */
    private static Step scaled(Step step, double part) {
        return switch (step) {
            case Step.Run run -> scaled(run, part);
            case Step.Splice s -> new Step.Splice(s.pieces().stream().map(p -> scaled(p, part)).toList(), scaled(s.join(), part),
                    s.frames(), s.seams(), s.track(), s.leadUs(), scaled(s.otherwise(), part));
            default -> step;
        };
    }

    private static Step.Run scaled(Step.Run run, double part) {
        return new Step.Run(run.doing(), run.command(), run.share() * part, run.mediaUs());
    }

    @Override
    public List<Step> after() {
        String list = "pieces%d.ffconcat".formatted(product);
        String ending = whole.container.extension();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Own(new OwnWork.ListPieces(new Ref.Target(product), ranges.size(), ending, list)));
        pictures.ifPresent(p -> steps.addAll(p.steps(ranges.size())));
        steps.add(new Step.Own(new OwnWork.NamePieces(new Ref.Target(product), list, timed(),
                new PieceList(ending, isCopied(), whole.picture.isPresent(), pictures.isPresent(), told()))));
        return steps;
    }

    /** How many tracks, from the first, say how long a piece is. Of a copy every packet of the picture is known before. */
    private int timed() {
        return isSnapped() && !isOneByOne() ? 1 : (whole.picture.isPresent() ? 1 : 0) + whole.sounds.size();
    }

    private List<PieceList.One> told() {
        List<String> titles = pieces.cut() instanceof Pieces.At(List<Long> us, List<String> names)
                && ranges.size() == us.size() + 1 ? names : List.of();
        return IntStream.range(0, ranges.size()).mapToObj(i -> new PieceList.One(ranges.get(i).fromUs(), end(ranges.get(i)),
                timecode(ranges.get(i).fromUs()), titles.isEmpty() ? "" : titles.get(i))).toList();
    }

    private Optional<Timecode> timecode(long us) {
        Optional<Timecode> first = edit.clock().timecode();
        Optional<Rate> rate = edit.clock().rate();
        if (first.isEmpty() || rate.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Timecode.ofFrame(first.get().toFrame(rate.get()) + rate.get().nearestFrame(us), rate.get(),
                    first.get().drop()));
        } catch (BadValue notOfThisRate) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Glimpse> glimpse(List<Step> steps) {
        return shown.glimpse(steps);
    }

    @Override
    public OptionalLong lengthUs() {
        long total = 0;
        for (Range range : ranges) {
            OptionalLong length = length(range);
            if (length.isEmpty()) {
                return length;
            }
            total += length.getAsLong();
        }
        return OptionalLong.of(total);
    }

    @Override
    public Bytes bytes() {
        long beside = (pictures.isPresent() ? 200_000L : 0) * ranges.size() + 1000L * ranges.size();
        List<Bytes> all = single.isEmpty() ? List.of(whole.bytes()) : single.stream().map(FilePlan::bytes).toList();
        return new Bytes(all.stream().mapToLong(Bytes::least).sum(), all.stream().mapToLong(Bytes::most).sum() + beside);
    }
}
