package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The books of a task that brings one file into a store which asks for each. */
public final class StorePassage implements Toll {

    private final Books books;
    private final Task task;
    private final Account account;

    /** What is written down of all tasks. */
    public record Books(Passages passages, Spending spending, Budget budget, InstantSource clock) {

        /** Of one task. */
        public StorePassage of(Task task, Account account) {
            return new StorePassage(this, task, account);
        }

        /** What is known of a task is not wanted any more. */
        public void forget(Task task) {
            passages.remove(task.id());
        }
    }

    private StorePassage(Books books, Task task, Account account) {
        this.books = books;
        this.task = task;
        this.account = account;
    }

    /** What the store asks is held back; fails where that would pass the month's limit, and where an earlier answer was lost. */
    public void begin(Optional<Cost> price) throws FailedException {
        Optional<Passage> lost = books.passages.find(task.id()).filter(Passage::isUnknown);
        if (lost.isPresent()) {
            if (!lost.get().again()) {
                throw new FailedException(new Failure.AnswerLost(account.name()));
            }
            books.spending.add(lost.get(), price.map(Cost::unit).orElse(Cost.Unit.CREDITS));
            books.passages.remove(task.id());
        }
        books.budget.hold(account, task.id(), price);
    }

    /** Whatever came of it. */
    public void end() {
        books.budget.letGo(task.id());
    }

    /** What the task took, in words. */
    public Optional<Text> told() throws FailedException {
        return books.spending.told(task.id());
    }

    @Override
    public void leaving(Cost price) throws FailedException {
        books.passages.put(Passage.fresh(task.id(), account.id(), account.origin()).leaving(List.of(), List.of(),
                books.clock.millis(), price.amount()));
    }

    @Override
    public void refused() {
        books.passages.remove(task.id());
    }

    @Override
    public void paid(Cost price, JsonNode name) throws FailedException {
        String upload = task.id() + "-" + task.attempt();
        books.budget.charged(new Spending.Charge(account.id(), task.id(), upload, price, true), Optional.empty());
        books.passages.remove(task.id());
    }
}
