package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
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

    public Planned plan(Edit edit) {
        Draft draft = new Draft();
        List<FilePlan> files = new ArrayList<>();
        List<StillPlan> stills = new ArrayList<>();
        List<Object> inOrder = new ArrayList<>();
        for (Sink sink : edit.sinks()) {
            switch (sink) {
                case Sink.FileSink file -> {
                    files.add(new FilePlan(edit, file, inOrder.size(), can, draft));
                    inOrder.add(files.getLast());
                }
                case Sink.StillSink still -> {
                    stills.add(new StillPlan(edit, still, inOrder.size(), can, draft));
                    inOrder.add(stills.getLast());
                }
            }
        }
        noteTheSource(edit, files, draft);
        List<Step> steps = new ArrayList<>(files.isEmpty() ? List.of() : files.getFirst().before());
        steps.addAll(new FileSteps(edit, files, can, draft).steps());
        stills.forEach(s -> steps.add(s.run(0.02)));
        if (draft.problems.stream().anyMatch(p -> !p.isWarning())) {
            return new Planned(Optional.empty(), List.copyOf(draft.problems));
        }
        List<Product> products = products(edit, inOrder);
        Past before = past.get();
        Work work = new WorkReader(edit.sources(), steps, products, before.cores()).read();
        OptionalLong length = files.isEmpty() ? OptionalLong.empty() : files.getFirst().lengthUs();
        boolean endless = edit.first().lengthUs().isEmpty() && length.isEmpty() && !edit.first().still();
        Plan.Estimate estimate = Estimates.of(work, length, endless, before);
        Explanation explanation = new Explanation(Estimates.line(draft, estimate), List.copyOf(draft.reasons),
                List.copyOf(draft.notes));
        return new Planned(Optional.of(new Plan(edit.sources(), Shares.spread(steps), products, explanation, estimate,
                glimpse(inOrder, steps))),
                List.copyOf(draft.problems));
    }

    private static void noteTheSource(Edit edit, List<FilePlan> files, Draft draft) {
        Media media = edit.first();
        if (media.notes().contains(Media.Note.CUT_SHORT)) {
            draft.note(PlanWords.CUT_SHORT, media.name());
        }
        if (!edit.atKeyframes() || files.isEmpty()) {
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

    private static Optional<Glimpse> glimpse(List<Object> inOrder, List<Step> steps) {
        return inOrder.stream().map(each -> switch (each) {
            case FilePlan file -> file.glimpse(steps);
            case StillPlan still -> Optional.of(still.glimpse());
            default -> throw new IllegalStateException();
        }).flatMap(Optional::stream).findFirst();
    }

    private static List<Product> products(Edit edit, List<Object> inOrder) {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            String label = inOrder.size() == 1 ? "" : edit.sinks().get(i).label();
            products.add(switch (inOrder.get(i)) {
                case FilePlan file -> new Product(file.container.extension(), label,
                        file.expect(file.sink.rate().goal().filter(g -> g instanceof Goal.Under)
                                .map(g -> OptionalLong.of(((Goal.Under) g).targetSize().count())).orElse(OptionalLong.empty())));
                case StillPlan still -> new Product(still.extension(), label, still.expect());
                default -> throw new IllegalStateException();
            });
        }
        return products;
    }

    static Problem tooSmall(Bytes asked, String length, Bytes least) {
        return new Problem("target-size", Code.OUT_OF_RANGE, PlanWords.TOO_SMALL.with(asked.spoken(), length, least.spoken()));
    }
}
