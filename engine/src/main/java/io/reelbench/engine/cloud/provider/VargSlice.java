package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.operation.Slice;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Expect.TrackExpected.Kind;
import io.reelbench.engine.plan.OwnWork;
import io.reelbench.engine.plan.PieceList;
import io.reelbench.engine.plan.Pieces;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ArrayNode;

/** Cutting into pieces as varg does it: at equal lengths, times, a number or ranges, at keyframes or by encoding. */
final class VargSlice {

    /** Of both places the pages name one and a program of theirs the other. */
    private static final List<JsonPointer> LISTS = List.of(JsonPointer.compile("/output/metadata/segments"),
            JsonPointer.compile("/metadata/segments"));
    private static final int MOST = 1000;

    private final Slice op;
    private final Draft draft;
    private final boolean copies;
    private final List<Range> asked = new ArrayList<>();

    private VargSlice(Slice op, Draft draft) {
        this.op = op;
        this.draft = draft;
        this.copies = op.mode() == Pieces.Mode.COPY;
    }

    static void write(Slice op, Draft draft) {
        new VargSlice(op, draft).write();
    }

    private void write() {
        draft.knows("every", "at", "count", "ranges", "mode", "thumbnails", "min-length").clip("video_url");
        if (draft.clip().video().isEmpty()) {
            draft.cannot("", Code.NEEDS_PICTURE, ProviderWords.FILMS_ONLY.with(draft.service()));
        }
        draft.oneOf("mode", op.mode().name().toLowerCase(Locale.ROOT), List.of("copy", "reencode"), "reencode");
        draft.text("codec", copies ? "copy" : "reencode").flag("thumbnails", op.thumbnails());
        switch (op.way().orElse(new Slice.Count(0))) {
            case Slice.Every(var every) -> {
                BigDecimal seconds = draft.within("every", draft.seconds("every", every), "0.1", "3600");
                draft.number("every", seconds);
                cutEvery(Math.max(1, Draft.us(seconds)));
            }
            case Slice.At(List<Moment> at) -> {
                ArrayNode list = draft.body().putArray("at");
                List<BigDecimal> times = at.stream().map(moment -> draft.seconds("at", moment)).toList();
                times.forEach(list::add);
                cutAt(times.stream().map(Draft::us).toList());
            }
            case Slice.Count(int count) -> {
                draft.whole("count", draft.within("count", BigDecimal.valueOf(count), "2", Integer.toString(MOST)).longValue());
                long length = draft.lengthUs().orElse(0);
                cutAt(IntStream.range(1, Math.clamp(count, 1, MOST)).mapToObj(i -> length * i / count).toList());
            }
            case Slice.Ranges(List<Span> ranges) -> ranges(ranges);
            case Slice.Chapters _ -> elsewise("chapters");
            case Slice.Scenes _ -> elsewise("scenes");
            case Slice.Silence _ -> elsewise("silence");
            case Slice.MaxSize _ -> elsewise("max-size");
        }
        expect();
    }

    private void cutEvery(long us) {
        long length = draft.lengthUs().orElse(0);
        List<Long> cuts = new ArrayList<>();
        for (long at = us; at < length && cuts.size() < MOST; at += us) {
            cuts.add(at);
        }
        cutAt(cuts);
    }

    private void cutAt(List<Long> cuts) {
        long from = 0;
        for (long cut : cuts.stream().filter(us -> us > 0).distinct().sorted().toList()) {
            asked.add(new Range(from, cut));
            from = cut;
        }
        asked.add(new Range(from, draft.lengthUs().orElse(Range.OPEN)));
    }

    private void ranges(List<Span> ranges) {
        ArrayNode list = draft.body().putArray("ranges");
        for (Span span : ranges) {
            if (span instanceof Span.Part(Moment from, Moment to)) {
                add(list, draft.seconds("ranges", from), draft.seconds("ranges", to));
            } else {
                planned().ifPresent(told -> told.pieces().forEach(piece -> add(list, Draft.seconds(piece.fromUs()),
                        Draft.seconds(piece.toUs().orElse(draft.lengthUs().orElse(0))))));
                return; // the plan has those of all lists, and the others too
            }
        }
    }

    private void add(ArrayNode list, BigDecimal from, BigDecimal to) {
        list.addObject().put("start", from).put("end", to);
        asked.add(new Range(Draft.us(from), Draft.us(to)));
    }

    /** The pieces that would be made here. */
    private Optional<PieceList> planned() {
        return draft.plan().steps().stream().filter(Step.Own.class::isInstance).map(step -> ((Step.Own) step).work())
                .filter(OwnWork.NamePieces.class::isInstance).map(work -> ((OwnWork.NamePieces) work).told()).findFirst();
    }

    /** What it cannot find itself is found here, and can be told to it in times. */
    private void elsewise(String option) {
        List<String> times = planned().map(PieceList::pieces).orElse(List.of()).stream().skip(1)
                .map(piece -> Draft.seconds(piece.fromUs()).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros()
                        .toPlainString())
                .toList();
        Fix[] nearest = times.isEmpty()
                ? new Fix[0]
                : new Fix[]{new Fix.Choose(ProviderWords.CUT_AT.with(String.join(", ", times)), OptionalInt.empty(),
                        Map.of(option, List.of(), "at", times))};
        draft.cannot(option, Code.NOT_AVAILABLE, ProviderWords.NOT_TOLD.with(draft.service()), nearest);
    }

    private void expect() {
        boolean parts = op.way().filter(Slice.Ranges.class::isInstance).isPresent();
        Yield.Cuts cuts = !copies ? Yield.Cuts.EXACT : parts ? Yield.Cuts.PARTS : Yield.Cuts.KEYFRAMES;
        String ending = planned().map(PieceList::ending).orElse("mp4");
        OptionalLong whole = parts || draft.slackUs() > 0 ? OptionalLong.empty() : draft.lengthUs();
        draft.gives(new Yield.Pieces(LISTS, asked, cuts, op.thumbnails(), ending, whole));
        List<Expect.TrackExpected> tracks = new ArrayList<>();
        Optional<String> picture = copies ? Common.firstPicture(draft) : Optional.of("h264");
        Optional<String> sound = copies ? Common.firstSound(draft) : Common.has(draft, Kind.AUDIO, "aac");
        picture.ifPresent(codec -> tracks.add(new Expect.TrackExpected(Kind.VIDEO, codec)));
        sound.ifPresent(codec -> tracks.add(new Expect.TrackExpected(Kind.AUDIO, codec)));
        Expect.Film film = new Expect.Film(List.copyOf(tracks), OptionalLong.empty(), 0, Common.source(draft),
                OptionalLong.empty());
        List<Expect.Slice> slices = asked.stream()
                .map(range -> slice(range, cuts, range == asked.getLast() ? draft.slackUs() : 0)).toList();
        draft.makes("", new Expect.Slices(film, slices, op.thumbnails())).lasts(draft.lengthUs());
    }

    private static Expect.Slice slice(Range range, Yield.Cuts cuts, long slack) {
        OptionalLong length = cuts == Yield.Cuts.KEYFRAMES || range.toUs() == Range.OPEN
                ? OptionalLong.empty()
                : OptionalLong.of(range.toUs() - range.fromUs());
        return new Expect.Slice(length, (cuts == Yield.Cuts.EXACT ? Draft.EXACT : Draft.TO_KEYFRAME) + slack,
                OptionalLong.empty(), 0);
    }
}
