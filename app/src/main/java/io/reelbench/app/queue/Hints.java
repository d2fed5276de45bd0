package io.reelbench.app.queue;

import io.reelbench.app.desk.Desk;
import io.reelbench.engine.Engine;
import io.reelbench.engine.PresetNames;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What waiting tasks will do and about how large it will be; found out only for rows that are looked at, one after another. */
final class Hints {

    private static final int KEPT = 500;

    /**
     * @param recipe its name, or its operations
     * @param size   expected; empty when it cannot be planned
     */
    record Hint(String recipe, Optional<String> size) {
    }

    private final Engine engine;
    private final Desk desk;
    private final Semaphore one = new Semaphore(1);
    private final Map<String, Hint> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Hint> eldest) {
            return size() > KEPT;
        }
    };

    Hints(Desk desk) {
        this.desk = desk;
        this.engine = desk.engine();
    }

    Optional<Hint> known(QueueRow row) {
        return Optional.ofNullable(known.get(row.id()));
    }

    /** Cancelling the future spares the work if it has not begun. */
    CompletableFuture<Hint> find(QueueRow row, Consumer<Hint> then) {
        Task task = row.task().get();
        CompletableFuture<Hint> coming = new CompletableFuture<>();
        desk.carrier().aside(() -> {
            one.acquire();
            try {
                if (!coming.isDone()) {
                    coming.complete(hint(task));
                }
            } catch (FailedException notReadable) {
                coming.completeExceptionally(notReadable);
            } finally {
                one.release();
            }
            return null;
        });
        desk.carrier().bring(coming, hint -> {
            known.put(task.id(), hint);
            then.accept(hint);
        }, _ -> {
            // the row says nothing then; what is wrong is said when the task runs
        });
        return coming;
    }

    private Hint hint(Task task) throws FailedException, InterruptedException {
        if (Cloud.recipeOf(task).isEmpty()) {
            return new Hint((Cloud.isDelivery(task) ? QueueWords.PUBLISHING : QueueWords.GENERATING).say(), Optional.empty());
        }
        Request request = engine.request(task);
        return new Hint(words(request.recipe()), size(request));
    }

    private String words(Recipe recipe) {
        return recipe.name().map(PresetNames::name)
                .orElseGet(() -> recipe.steps().stream().map(step -> step.about().called()).distinct()
                        .collect(Collectors.joining(", ")));
    }

    private Optional<String> size(Request request) throws InterruptedException {
        try {
            List<Media> clips = new ArrayList<>();
            for (Path clip : request.clips()) {
                clips.add(engine.probe(clip));
            }
            return engine.plan(request.recipe(), clips).plan()
                    .map(plan -> about(plan.estimate().leastBytes(), plan.estimate().mostBytes()));
        } catch (FailedException cannotBePlanned) {
            return Optional.empty();
        }
    }

    /** One number in the middle of the range, without digits that nobody can know. */
    private static String about(long least, long most) {
        long middle = Math.round(Math.sqrt((double) Math.max(1, least) * Math.max(1, most)));
        long coarse = (long) Math.pow(10, Math.max(0, Math.floor(Math.log10(middle)) - 1));
        return new Bytes(Math.round((double) middle / coarse) * coarse).spoken();
    }
}
