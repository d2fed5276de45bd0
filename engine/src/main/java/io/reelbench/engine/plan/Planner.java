package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Finds the cheapest plan that gives what an {@link Edit} asks for: what nobody touches is copied, all filters share one decode and one
 * encode, several outputs of one clip share a decode. Pure: it touches no file and starts no process.
 */
public final class Planner {

    private final Capabilities can;
    private final Supplier<Past> past;

    public Planner(Capabilities can) {
        this(can, () -> Past.NONE);
    }

    /**
     * @param past what was done on this machine so far
     */
    public Planner(Capabilities can, Supplier<Past> past) {
        this.can = can;
        this.past = past;
    }

    public Planned plan(Edit wanted) {
        Edit edit = Burning.best(wanted, can);
        Draft draft = new Draft();
        edit.beside().notes().forEach(draft::note);
        Measuring measuring = new Measuring(edit);
        List<SinkPlan> plans = new ArrayList<>();
        for (Sink sink : edit.sinks()) {
            plans.add(plan(edit, sink, plans.size(), draft, measuring));
        }
        noteTheSource(edit, plans, draft);
        refuseWhatIsMissing(edit, draft);
        List<Step> steps = new ArrayList<>(edit.beside().files().stream().map(Step.Fetch::new).toList());
        steps.addAll(Burning.steps(edit, can));
        steps.addAll(new Runs(plans, measuring).steps());
        if (draft.problems.stream().anyMatch(p -> !p.isWarning())) {
            return new Planned(Optional.empty(), List.copyOf(draft.problems));
        }
        List<Product> products = products(edit, plans);
        Past before = past.get();
        Work work = new WorkReader(edit.sources(), steps, products, plans.stream().map(SinkPlan::bytes).toList(), before.cores())
                .read();
        Plan.Estimate estimate = Estimates.of(work, length(plans), isEndless(edit, plans),
                Estimates.ceiling(products, steps), before);
        if (edit.reel().isPresent()) {
            ReelPlan reel = new ReelPlan(edit.reel().get(), can);
            reel.tell(plans, draft);
            steps = reel.steps(steps);
        }
        Explanation explanation = new Explanation(Estimates.line(draft, estimate), List.copyOf(draft.reasons),
                List.copyOf(draft.notes));
        List<Step> all = steps;
        Optional<Glimpse> glimpse = edit.reel().isPresent()
                ? Optional.empty()
                : plans.stream().map(p -> p.glimpse(all)).flatMap(Optional::stream).findFirst();
        return new Planned(
                Optional.of(new Plan(edit.reel().map(Reel::clips).orElse(edit.sources()), Shares.spread(steps), products,
                        explanation, estimate,
                        glimpse, zones(plans))),
                List.copyOf(draft.problems));
    }

    private static List<Range> zones(List<SinkPlan> plans) {
        return plans.stream().flatMap(p -> p.zones().stream()).distinct().sorted(Comparator.comparingLong(Range::fromUs))
                .toList();
    }

    private static OptionalLong length(List<SinkPlan> plans) {
        return plans.stream().map(SinkPlan::lengthUs).filter(OptionalLong::isPresent).findFirst().orElse(OptionalLong.empty());
    }

    private static boolean isEndless(Edit edit, List<SinkPlan> plans) {
        return edit.first().lengthUs().isEmpty() && length(plans).isEmpty() && !edit.first().still();
    }

    private SinkPlan plan(Edit edit, Sink sink, int product, Draft draft, Measuring measuring) {
        return switch (sink) {
            case Sink.FileSink file when edit.pieces().isPresent() -> new SlicePlan(edit, file, product, can, draft, measuring);
            case Sink.FileSink file -> new FilePlan(edit, file, product, can, draft, measuring);
            case Sink.StillSink still -> new StillPlan(edit, still, product, can, draft);
            case Sink.ReportSink report -> new ReportPlan(edit, report, product, draft, measuring);
            case Sink.GifSink gif -> new GifPlan(edit, gif, product, can, draft);
            case Sink.SheetSink sheet -> new SheetPlan(edit, sheet, product, can, draft);
            case Sink.WaveSink wave -> new WavePlan(edit, wave, product, can, draft, measuring);
            case Sink.RawSink raw -> new RawPlan(edit, raw, product, draft);
            case Sink.SubtitleSink cues -> new SubtitlePlan(edit, cues, product, draft);
            case Sink.FramesSink frames -> new FramesPlan(edit, frames, product, can, draft);
        };
    }

    /** Some builds of ffmpeg leave out what opens files by itself. */
    private void refuseWhatIsMissing(Edit edit, Draft draft) {
        Optional<Filter> laid = edit.picture().filters().stream().filter(f -> f.text().contains(Marking.SOURCE + "="))
                .findFirst();
        if (laid.isPresent() && !can.filters().contains(Marking.SOURCE)) {
            draft.problem(laid.get().burning().isPresent() ? "subtitle" : "image", Code.NOT_AVAILABLE, PlanWords.NO_OVERLAY);
        }
    }

    private static void noteTheSource(Edit edit, List<SinkPlan> plans, Draft draft) {
        Media media = edit.first();
        if (media.notes().contains(Media.Note.CUT_SHORT)) {
            draft.note(PlanWords.CUT_SHORT, media.name());
        }
        if (!edit.atKeyframes() || plans.stream().noneMatch(p -> p instanceof FilePlan || p instanceof SlicePlan)) {
            return;
        }
        Inputs inputs = new Inputs(edit);
        for (Segment segment : edit.segments()) {
            long real = inputs.start(segment);
            if (real < segment.fromUs()) {
                draft.note(PlanWords.REALLY_STARTS, Time.spoken(real), Time.spoken(segment.fromUs()),
                        Time.spoken(segment.fromUs() - real));
            } else if (segment.fromUs() > 0) {
                draft.note(PlanWords.STARTS_EXACTLY, Time.spoken(real));
            }
        }
    }

    /** Labels tell products of one plan apart; two of the same kind are numbered. */
    private static List<Product> products(Edit edit, List<SinkPlan> plans) {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            String label = plans.size() == 1 ? "" : edit.sinks().get(i).label();
            long before = edit.sinks().stream().limit(i).filter(s -> s.label().equals(label)).count();
            products.add(plans.get(i).product(before == 0 ? label : label + "-" + (before + 1)));
        }
        return List.copyOf(products);
    }

    static Problem tooSmall(Bytes asked, String length, Bytes least) {
        return new Problem("target-size", Code.OUT_OF_RANGE, PlanWords.TOO_SMALL.with(asked.spoken(), length, least.spoken()))
                .mendedBy(Mending.use("target-size", least.toString()), Mending.without("target-size"));
    }
}
