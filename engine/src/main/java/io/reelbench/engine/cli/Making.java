package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.provider.Generations;
import io.reelbench.engine.cloud.provider.Model;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Code;
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
import java.util.stream.Stream;

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
        List<Map<String, String>> jobs = jobs(wanted);
        Set<String> files = Generations.model(provider, wanted.model()).stream().flatMap(m -> m.inputs().stream())
                .map(Model.Parameter::name).collect(Collectors.toSet());
        List<Map<String, String>> whole = new ArrayList<>();
        for (Map<String, String> job : jobs) {
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

    /** One of everything is one job; where something is given several times there is a job for each, and the rest serves all. */
    private static List<Map<String, String>> jobs(Wanted.Generate wanted) throws FailedException {
        int count = wanted.given().values().stream().mapToInt(List::size).max().orElse(1);
        List<Problem> problems = new ArrayList<>();
        wanted.given().forEach((name, values) -> {
            if (values.size() > 1 && values.size() < count || values.size() > Generations.MOST_AT_ONCE) {
                problems.add(new Problem(name, Code.OUT_OF_RANGE,
                        CliWords.NOT_AS_MANY.with(values.size(), Math.min(count, Generations.MOST_AT_ONCE))));
            }
        });
        if (!problems.isEmpty()) {
            throw new FailedException(new Failure.Invalid(wanted.model(), problems));
        }
        return Stream.iterate(0, i -> i + 1).limit(count).map(i -> wanted.given().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().get(e.getValue().size() == 1 ? 0 : i)))).toList();
    }
}
