package io.reelbench.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of a plan in order: what must be measured, copies, the runs that several outputs share, runs of single outputs, reports. */
final class Runs {

    private final List<SinkPlan> plans;
    private final Measuring measuring;

    Runs(List<SinkPlan> plans, Measuring measuring) {
        this.plans = plans;
        this.measuring = measuring;
    }

    List<Step> steps() {
        Set<Step> before = new LinkedHashSet<>();
        List<Step> runs = new ArrayList<>();
        Map<List<Command.Input>, List<SinkPlan>> sharing = new LinkedHashMap<>();
        for (SinkPlan plan : plans) {
            before.addAll(plan.before());
            plan.rider().ifPresentOrElse(r -> sharing.computeIfAbsent(r.inputs(), _ -> new ArrayList<>()).add(plan),
                    () -> runs.addAll(plan.alone()));
        }
        List<List<SinkPlan.Rider>> shared = new ArrayList<>();
        for (List<SinkPlan> sharers : sharing.values()) {
            if (sharers.stream().allMatch(SinkPlan::isCheaperAlone)) {
                sharers.forEach(plan -> runs.addAll(plan.alone()));
            } else {
                shared.add(sharers.stream().map(plan -> plan.rider().orElseThrow()).toList());
            }
        }
        List<Step> all = new ArrayList<>(before);
        all.addAll(measuring.steps());
        shared.forEach(riders -> all.add(together(riders)));
        all.addAll(runs);
        plans.forEach(p -> all.addAll(p.after()));
        return all;
    }

    /** One run that decodes once for all of them. */
    private static Step.Run together(List<SinkPlan.Rider> riders) {
        SinkPlan.Rider first = riders.getFirst();
        String graph = riders.stream().flatMap(r -> r.graph().stream()).collect(Collectors.joining(";"));
        List<Command.Input> beside = riders.stream().flatMap(r -> r.beside().stream()).toList();
        Command command = Command.of(first.inputs(), beside, graph.isEmpty() ? Optional.empty() : Optional.of(graph),
                riders.stream().map(SinkPlan.Rider::output).toList());
        double share = riders.stream().mapToDouble(SinkPlan.Rider::share).sum();
        // the most laborious of them says what the run does
        SinkPlan.Rider main = riders.stream().max(Comparator.comparingDouble(SinkPlan.Rider::share)).orElse(first);
        return new Step.Run(main.doing(), command, share, main.mediaUs());
    }
}
