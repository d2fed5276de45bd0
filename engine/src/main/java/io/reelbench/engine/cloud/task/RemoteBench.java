package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Accounts;
import io.reelbench.engine.cloud.account.Keys;
import io.reelbench.engine.cloud.provider.Drafting;
import io.reelbench.engine.local.Clips;
import io.reelbench.engine.local.PieceCounting;
import io.reelbench.engine.local.Planning;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.Placer;
import io.reelbench.engine.output.Verifier;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.reuse.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that a task elsewhere takes.
 *
 * @param means of talking to services
 */
public record RemoteBench(Accounts accounts, Keys keys, Talk.Means means, Drafting drafting, Passages passages, Spending spending,
        Clips clips, Planning planning, RecipeReader recipes, Verifier verifier, Placer placer, Results results, Budget budget,
        Bulk bulk, PieceCounting pieces) {

    /**
     * @param folder of ours, for what outlives the program
     * @param pieces counts what is in pieces
     * @param tasks  all of the queue
     */
    public static RemoteBench in(Path folder, Accounts accounts, Keys keys, Talk.Means means, Drafting drafting,
            Clips clips, Planning planning, RecipeReader recipes, Verifier verifier, Placer placer, Results results,
            PieceCounting pieces, Supplier<List<Task>> tasks) {
        Passages passages = new Passages(folder);
        Spending spending = new Spending(folder.getParent(), means.clock());
        return new RemoteBench(accounts, keys, means, drafting, passages, spending, clips, planning, recipes, verifier, placer,
                results, new Budget(spending, passages), new Bulk(passages, means, tasks), pieces);
    }

    /** Of tasks that bring files into stores. */
    public StorePassage.Books stores() {
        return new StorePassage.Books(passages, spending, budget, means.clock());
    }

    /** What is known of tasks that were sent and are not over, in words: account and job. */
    public List<Underway> underway() throws FailedException {
        return passages.all().stream().filter(Passage::isOnItsWay)
                .map(p -> new Underway(p.task(), p.account(), p.job())).toList();
    }

    /**
     * A task that was sent.
     *
     * @param job id of the service; empty when its answer is not known
     */
    public record Underway(String task, String account, Optional<String> job) {
    }

    /** What of a task is on its way, for people; empty where it is all of it, and where nothing is. */
    public Optional<String> step(String task) throws FailedException {
        return passages.find(task).flatMap(Passage::step);
    }

    /** What is known of a task is not wanted any more: another attempt is another job. */
    public void forget(String task) {
        passages.remove(task);
    }

    /** A person says that a task may be sent again though its answer was lost. */
    public void permit(String task) throws FailedException {
        Optional<Passage> known = passages.find(task);
        if (known.isPresent()) {
            passages.put(known.get().permitted());
        }
    }

    /** The ids of all tasks of which anything is known. */
    public List<String> known() throws FailedException {
        return passages.all().stream().map(Passage::task).toList();
    }
}
