package io.reelbench.app.making;

import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.provider.Call;
import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.cloud.provider.Drafting;
import io.reelbench.engine.cloud.provider.Route;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What would come of what is asked.
 *
 * @param jobs     parameters of each
 * @param problems each once, whichever job has it
 * @param cost     of all together; empty when it is not known
 * @param bytes    to be sent, each file once
 */
record Checked(List<Map<String, String>> jobs, List<Problem> problems, Optional<Cost> cost, long bytes) {

    static final Checked NOTHING = new Checked(List.of(), List.of(), Optional.empty(), 0);

    /** Looks at the files, so it blocks for the disk. Nothing is sent. */
    static Checked of(Cloud cloud, Account account, Wanted wanted) throws FailedException {
        List<Problem> problems = new ArrayList<>(wanted.jobs().problems());
        if (!problems.isEmpty()) {
            return new Checked(List.of(), List.copyOf(problems), Optional.empty(), 0);
        }
        List<Call> calls = new ArrayList<>();
        for (Map<String, String> job : wanted.jobs().each()) {
            Drafting.Drafted drafted = cloud.draft(account, wanted.model().id(), job);
            drafted.route().map(Route::legs).ifPresent(calls::addAll);
            drafted.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
        }
        return new Checked(wanted.jobs().each(), List.copyOf(problems), cost(calls), bytes(calls));
    }

    private static Optional<Cost> cost(List<Call> calls) {
        List<Cost> costs = calls.stream().flatMap(call -> call.cost().stream()).toList();
        return costs.isEmpty() || costs.size() < calls.size()
                ? Optional.empty()
                : Optional.of(new Cost(costs.stream().map(Cost::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        costs.getFirst().unit()));
    }

    private static long bytes(List<Call> calls) throws FailedException {
        Set<Path> files = new HashSet<>();
        files.addAll(new Route(calls).files());
        long sum = 0;
        for (Path file : files) {
            try {
                sum += Files.size(file);
            } catch (IOException gone) {
                throw new FailedException(new Failure.Missing(file.toString()), gone);
            }
        }
        return sum;
    }

    boolean isPossible() {
        return problems.isEmpty() && !jobs.isEmpty();
    }
}
