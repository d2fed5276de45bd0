package io.reelbench.engine;

import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.deliver.DeliveryKind;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.NewTask;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the outputs of recipes that ask for it to where they go, each by a task of its own that begins when the output stands: it can
 * neither delay nor undo it. The batch of such tasks is the id of the one whose outputs they bring, so that none is brought twice.
 */
final class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final String ASKED = "\"publish\"";

    /** Reads the recipe of a task. */
    interface Recipes {
        Recipe of(Task task) throws FailedException;
    }

    /** Adds tasks and returns when they are safe. */
    interface Adding {
        void add(List<NewTask> tasks) throws FailedException;
    }

    private final Cloud cloud;
    private final Recipes recipes;
    private final Adding adding;
    private final TaskMarks done;

    /** @param folder of ours, where it is known whose outputs are on their way */
    Publishing(Cloud cloud, Path folder, Recipes recipes, Adding adding) {
        this.cloud = cloud;
        this.recipes = recipes;
        this.adding = adding;
        this.done = new TaskMarks(folder.resolve("published.txt"));
    }

    /** Fails when a recipe names an account that is not here. */
    void check(Recipe recipe) throws FailedException {
        for (String place : recipe.publish()) {
            cloud.goal(place);
        }
    }

    /** How many deliveries come of a task that is over. */
    int count(Task task) throws FailedException {
        return asks(task) ? recipes.of(task).publish().size() * task.outcome().results().size() : 0;
    }

    private static boolean asks(Task task) {
        return task.state() == TaskState.DONE && !task.kind().equals(DeliveryKind.ID) && task.asked().recipe().contains(ASKED);
    }

    /** Listens to the queue. */
    void hear(TaskEvent event) {
        if (event instanceof TaskEvent.Changed(Task task) && asks(task)) {
            Thread.startVirtualThread(() -> publish(task));
        }
    }

    /** After a start: what was done and not yet brought away when the program ended. */
    void settle(Collection<Task> tasks) {
        Set<String> under = tasks.stream().filter(t -> t.kind().equals(DeliveryKind.ID)).map(Task::batch)
                .collect(Collectors.toSet());
        List<Task> asking = tasks.stream().filter(Publishing::asks).toList();
        asking.stream().map(Task::id).filter(under::contains).forEach(done::add);
        done.retain(asking.stream().map(Task::id).toList());
        asking.forEach(this::publish);
    }

    private void publish(Task task) {
        if (!done.add(task.id())) {
            return;
        }
        try {
            List<NewTask> deliveries = new ArrayList<>();
            for (String place : recipes.of(task).publish()) {
                Destination goal = goal(place);
                for (Task.Result made : task.outcome().results()) {
                    deliveries.add(new NewTask(task.id(), DeliveryKind.ID, made.file().getFileName().toString(), goal.write(),
                            List.of(new Task.Input(made.file(), made.bytes(), 0)), "{}", Priority.NORMAL));
                }
            }
            adding.add(deliveries);
            done.keep(task.id());
        } catch (FailedException e) {
            LOG.error("The outputs of {} are not brought anywhere", task.name(), e);
        }
    }

    /** An account that was taken away meanwhile is told by the delivery itself. */
    private Destination goal(String place) throws FailedException {
        try {
            return cloud.goal(place);
        } catch (FailedException gone) {
            return new Destination.Remote(place, io.reelbench.engine.cloud.account.Service.S3, java.util.Optional.empty());
        }
    }
}
