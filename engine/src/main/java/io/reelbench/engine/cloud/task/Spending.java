package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was spent, a line for each job. Lines are only appended, whole, so that several programs may do it at once. */
public final class Spending {

    private static final Logger LOG = LoggerFactory.getLogger(Spending.class);
    /** What the name of a job begins with whose answer was lost, and which was sent again. */
    private static final String LOST = "lost-";

    /**
     * A line; a later one of the same job replaces an earlier one.
     *
     * @param job what tells it from others, so that none counts twice
     * @param at  seconds since 1970
     * @param told whether the service said the amount; else it was expected
     */
    public record Line(String account, String task, String job, BigDecimal amount, Cost.Unit unit, long at, boolean told) {
    }

    /**
     * What a job took.
     *
     * @param told whether the service said it; else it is what was expected
     */
    public record Charge(String account, String task, String job, Cost cost, boolean told) {
    }

    /**
     * What a task took.
     *
     * @param told whether the service said it of all of its jobs
     */
    public record Spent(Cost cost, boolean told) {
    }

    /** What an earlier version did not write is as if it were not so. */
    private final JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private final Path file;
    private final InstantSource clock;

    Spending(Path folder, InstantSource clock) {
        this.file = folder.resolve("spent.jsonl");
        this.clock = clock;
    }

    synchronized void add(Charge charge) throws FailedException {
        Line line = new Line(charge.account, charge.task, charge.job, charge.cost.amount(), charge.cost.unit(),
                clock.instant().getEpochSecond(), charge.told);
        try {
            Files.createDirectories(file.getParent());
            // a torn line of an earlier end must not swallow this one
            Files.writeString(file, "\n" + json.writeValueAsString(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw Faults.writing(file.getParent(), e);
        }
    }

    /** Something was lost and is sent again: it may have been charged. */
    void add(Passage lost, Cost.Unit unit) throws FailedException {
        if (lost.cost().isPresent()) {
            add(new Charge(lost.account(), lost.task(), LOST + lost.task() + "-" + lost.sentMs(),
                    new Cost(lost.cost().get(), unit), false));
        }
    }

    /** What an account spent in this month. */
    public BigDecimal thisMonth(String account) throws FailedException {
        return thisMonth(account, _ -> true);
    }

    /** The same without what a task may have taken whose answers were lost. */
    BigDecimal thisMonthBeside(String account, String task) throws FailedException {
        return thisMonth(account, line -> !line.task().equals(task) || !line.job().startsWith(LOST));
    }

    private BigDecimal thisMonth(String account, Predicate<Line> which) throws FailedException {
        ZoneId here = ZoneId.systemDefault();
        YearMonth now = YearMonth.from(clock.instant().atZone(here));
        return lines().stream().filter(l -> l.account().equals(account))
                .filter(l -> YearMonth.from(Instant.ofEpochSecond(l.at()).atZone(here)).equals(now)).filter(which)
                .map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What all jobs of a task took together. */
    public Optional<Spent> of(String task) throws FailedException {
        return lines().stream().filter(l -> l.task().equals(task))
                .map(l -> new Spent(new Cost(l.amount(), l.unit()), l.told()))
                .reduce((one, other) -> new Spent(one.cost.plus(other.cost), one.told && other.told));
    }

    /** The same in words; empty when it took nothing. */
    public Optional<Text> told(String task) throws FailedException {
        return of(task).filter(spent -> spent.cost().amount().signum() > 0)
                .map(spent -> (spent.told() ? TaskWords.COST : TaskWords.COST_ABOUT).with(spent.cost()));
    }

    /** What one job took. */
    Optional<Cost> ofJob(String account, String job) throws FailedException {
        return lines().stream().filter(l -> l.account().equals(account) && l.job().equals(job)).findFirst()
                .map(l -> new Cost(l.amount(), l.unit()));
    }

    public synchronized List<Line> lines() throws FailedException {
        if (!Files.exists(file)) {
            return List.of();
        }
        Map<String, Line> byJob = new LinkedHashMap<>();
        try {
            for (String text : Files.readAllLines(file)) {
                understood(text).ifPresent(line -> byJob.put(line.account() + line.job(), line));
            }
        } catch (IOException e) {
            throw Faults.writing(file.getParent(), e);
        }
        return new ArrayList<>(byJob.values());
    }

    private Optional<Line> understood(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(json.readValue(text, Line.class)).filter(l -> l.job() != null);
        } catch (JacksonException torn) {
            LOG.debug("A line of {} cannot be read", file, torn);
            return Optional.empty();
        }
    }
}
