package io.reelbench.app.desk;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something to be done, and who is to do it.
 *
 * @param on the account whose service does it; empty for this computer
 */
public record Commission(Request request, Optional<Account> on) {

    /** Puts all of them into the queue; blocks for the disk. The tasks come in the same order. */
    public static List<Task> submit(Engine engine, List<Commission> all) throws FailedException, InterruptedException {
        Map<Optional<Account>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            groups.computeIfAbsent(all.get(i).on(), _ -> new ArrayList<>()).add(i);
        }
        Task[] tasks = new Task[all.size()];
        for (Map.Entry<Optional<Account>, List<Integer>> group : groups.entrySet()) {
            List<Request> requests = group.getValue().stream().map(i -> all.get(i).request()).toList();
            Optional<Account> on = group.getKey();
            List<Task> made = on.isPresent() ? engine.submit(requests, on.get()) : engine.submit(requests);
            for (int i = 0; i < made.size(); i++) {
                tasks[group.getValue().get(i)] = made.get(i);
            }
        }
        return List.of(tasks);
    }
}
