package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps each account within its monthly limit. What is on its way and not charged yet counts as spent: several tasks that are sent at
 * the same moment must not pass the limit together, and a job whose answer was lost may have been charged.
 */
public final class Budget {

    /** What a task may cost. */
    private record Held(String account, BigDecimal amount) {
    }

    private final Spending spending;
    private final Passages passages;
    private final Map<String, Held> held = new HashMap<>();

    Budget(Spending spending, Passages passages) {
        this.spending = spending;
        this.passages = passages;
    }

    /** Fails when a task would pass the limit. What a person knows to be lost and sends again is not in its own way. */
    synchronized void check(Account account, String task, Optional<Cost> cost) throws FailedException {
        if (account.monthlyCap().isEmpty() || cost.isEmpty()) {
            return;
        }
        BigDecimal spent = spending.thisMonthBeside(account.id(), task).add(underway(account.id(), task));
        if (spent.add(cost.get().amount()).compareTo(account.monthlyCap().get()) > 0) {
            Cost.Unit unit = cost.get().unit();
            throw new FailedException(
                    new Failure.OverBudget(account.name(), cost.get().toString(), new Cost(spent, unit).toString(),
                            new Cost(account.monthlyCap().get(), unit).toString()));
        }
    }

    private BigDecimal underway(String account, String but) throws FailedException {
        BigDecimal sum = held.entrySet().stream().filter(e -> !e.getKey().equals(but) && e.getValue().account.equals(account))
                .map(e -> e.getValue().amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Passage each : passages.all()) {
            boolean lost = each.isUnknown() && each.account().equals(account) && !each.task().equals(but)
                    && !held.containsKey(each.task());
            sum = lost ? sum.add(each.cost().orElse(BigDecimal.ZERO)) : sum;
        }
        return sum;
    }

    /** The same, and from now on it counts. */
    public synchronized void hold(Account account, String task, Optional<Cost> cost) throws FailedException {
        check(account, task, cost);
        cost.ifPresent(c -> held.put(task, new Held(account.id(), c.amount())));
    }

    /**
     * A job was charged: what it took is known.
     *
     * @param left what the jobs behind it may cost
     */
    public synchronized void charged(Spending.Charge charge, Optional<Cost> left) throws FailedException {
        spending.add(charge);
        if (left.isPresent()) {
            held.put(charge.task(), new Held(charge.account(), left.get().amount()));
        } else {
            held.remove(charge.task());
        }
    }

    /** It is over, or was never sent. */
    public synchronized void letGo(String task) {
        held.remove(task);
    }
}
