package io.reelbench.app.desk;

import io.reelbench.engine.Comparison;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.output.Proof;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A finished file that is looked at instead of what the recipe would make. It is left when somebody looks at another clip or changes what is
 * to be done with this one. FX thread only.
 */
public final class Comparing {

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Optional<Compared>> now = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final InvalidationListener changed = _ -> stop();
    private Object wish = new Object();

    Comparing(Desk desk) {
        this.desk = desk;
        desk.current().addListener((_, _, clip) -> {
            if (now.get().filter(c -> c.clip() != clip).isPresent()) {
                stop();
            }
        });
    }

    public ReadOnlyObjectProperty<Optional<Compared>> now() {
        return now.getReadOnlyProperty();
    }

    /** Whether what a task made can be looked at beside its clip: it has a picture of its own. */
    public static boolean isPossible(Task task) {
        return task.state() == TaskState.DONE && Cloud.recipeOf(task).isPresent()
                && task.outcome().results().stream().limit(1).flatMap(r -> r.proof().stream())
                        .anyMatch(p -> p.pictures() > 0 && p.pieces().isEmpty() && !isMany(p));
    }

    private static boolean isMany(Proof proof) {
        return proof.pictures() > 1 && proof.lengthUs().isEmpty();
    }

    /**
     * Looks at what a task made, beside its clip, which is put on the desk if it is not there.
     *
     * @param shown told when it is to be seen
     * @param wrong told why it cannot be
     */
    public void begin(Task task, Runnable shown, Consumer<Failure> wrong) {
        Object own = new Object();
        wish = own;
        desk.carrier().fetch(() -> desk.engine().compare(task), files -> {
            if (wish == own) {
                shown.run();
                show(files);
            }
        }, wrong);
    }

    private void show(Comparison files) {
        stop();
        Clip clip = desk.add(List.of(files.clip().path())).getFirst();
        clip.draft().addListener(changed);
        now.set(Optional.of(new Compared(clip, files)));
    }

    /** Looks at the recipe's own result again. */
    public void stop() {
        now.get().ifPresent(was -> {
            was.clip().draft().removeListener(changed);
            now.set(Optional.empty());
        });
    }
}
