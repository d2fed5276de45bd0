package io.reelbench.engine.plan;

import java.util.List;

/** Makes the shares of a plan's steps add up to one. */
final class Shares {

    private Shares() {}

    static List<Step> spread(List<Step> steps) {
        double total = steps.stream().mapToDouble(Shares::share).sum();
        return total == 0 ? List.copyOf(steps) : steps.stream().map(s -> scaled(s, total)).toList();
    }

    private static double share(Step step) {
        return switch (step) {
            case Step.Run run -> run.share();
            case Step.Measure measure -> measure.share();
            case Step.Fit fit -> fit.run().share();
            case Step.Search search -> search.share();
            case Step.Splice splice -> splice.join().share() + splice.pieces().stream().mapToDouble(Step.Run::share).sum();
            case Step.Write _,Step.Fetch _,Step.Own _,Step.IfLarger _,Step.Report _ -> 0;
        };
    }

    private static Step scaled(Step step, double total) {
        return switch (step) {
            case Step.Run run -> scaled(run, total);
            case Step.Measure m -> new Step.Measure(m.placeholder(), m.measure(), m.command(), m.share() / total, m.mediaUs());
            case Step.Fit fit ->
                new Step.Fit(fit.product(), fit.placeholder(), fit.start(), fit.least(), fit.maxBytes(), fit.fixedBytes(),
                        scaled(fit.run(), total));
            case Step.Splice s -> new Step.Splice(s.pieces().stream().map(p -> scaled(p, total)).toList(),
                    scaled(s.join(), total), s.frames(), s.seams(), s.track(), s.leadUs(),
                    scaled(s.otherwise(), total));
            case Step.Search s ->
                new Step.Search(s.placeholder(), s.metric(), s.target(), s.scale(), s.share() / total, s.pieces(), s.trial());
            case Step.Write _,Step.Fetch _,Step.Own _,Step.IfLarger _,Step.Report _ -> step;
        };
    }

    private static Step.Run scaled(Step.Run run, double total) {
        return new Step.Run(run.doing(), run.command(), run.share() / total, run.mediaUs());
    }
}
