package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.provider.Generations;
import io.reelbench.engine.cloud.provider.Jobs;
import io.reelbench.engine.cloud.provider.Model;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code reelbench generate}: an account's model makes films or pictures; a parameter given several times makes as many jobs. */
final class Making {

    private final Shell shell;
    private final Work work;

    Making(Shell shell, Work work) {
        this.shell = shell;
        this.work = work;
    }

    int run(Engine engine, Wanted.Generate wanted) throws FailedException, InterruptedException {
        Account on = engine.cloud().account(wanted.account());
        Provider provider = engine.cloud().providers().stream().filter(p -> p.service() == on.service()).findFirst()
                .orElseThrow(() -> new FailedException(new Failure.NoAccount(on.service().title())));
        Jobs jobs = new Jobs(wanted.given());
        if (!jobs.problems().isEmpty()) {
            throw new FailedException(new Failure.Invalid(wanted.model(), jobs.problems()));
        }
        Set<String> files = Generations.model(provider, wanted.model()).stream().flatMap(m -> m.inputs().stream())
                .map(Model.Parameter::name).collect(Collectors.toSet());
        List<Map<String, String>> whole = new ArrayList<>();
        for (Map<String, String> job : jobs.each()) {
            Map<String, String> placed = new HashMap<>(job);
            placed.replaceAll((name, value) -> files.contains(name) ? shell.directory().resolve(value).toString() : value);
            List<Problem> problems = new Generations(provider).draft(wanted.model(), placed).problems();
            if (!problems.isEmpty()) {
                throw new FailedException(new Failure.Invalid(wanted.model(), problems));
            }
            whole.add(Map.copyOf(placed));
        }
        OutputWish wish = wanted.wish().into(shell.directory().resolve(wanted.wish().to().orElse(Path.of(""))));
        try (Report report = work.report(engine, Task::name)) {
            return new Batch(engine, report, shell.stop(), InstantSource.system())
                    .run(() -> engine.generate(on, wanted.model(), whole, wish), false, 0).exitCode();
        }
    }
}
