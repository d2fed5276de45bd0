package io.reelbench.engine;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.ArchiveQuery;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.watch.Hands;
import io.reelbench.engine.watch.Watched;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The queue as watched folders use it. */
final class WatchHands implements Hands {

    private static final int MOST = 200;

    private final Engine engine;

    WatchHands(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void submit(Watched watched, List<Path> files) throws FailedException, InterruptedException {
        Recipe recipe = engine.recipes().read(watched.recipe()).value()
                .orElseThrow(() -> new FailedException(new Failure.Internal("the stored recipe cannot be read")));
        OutputWish wish = watched.wish().to().map(new OutputWish()::into).orElseGet(OutputWish::new);
        List<Request> requests = new ArrayList<>();
        for (Path file : files) {
            requests.add(new Request(file, below(watched, file), recipe, wish, Priority.NORMAL));
        }
        engine.submit(requests);
    }

    private static Path below(Watched watched, Path file) {
        Path folder = watched.wish().folder().orElseThrow();
        Path parent = file.getParent();
        return watched.wish().to().isEmpty() || parent.equals(folder) ? Place.NOWHERE_BELOW : folder.relativize(parent);
    }

    @Override
    public boolean isOurs(Path file) throws FailedException {
        return named(file).stream().anyMatch(task -> task.outcome().results().stream().anyMatch(r -> r.file().equals(file))
                || task.trail().placings().stream().anyMatch(p -> p.target().equals(file)));
    }

    @Override
    public boolean has(Path file, long bytes, long modifiedMs, long sinceMs) throws FailedException {
        return named(file).stream().anyMatch(task -> task.times().created().toEpochMilli() >= sinceMs
                && task.asked().inputs().contains(new Task.Input(file, bytes, modifiedMs)));
    }

    /** Tasks that have to do with a file: those on the list, and those that are only in the archive. */
    private List<Task> named(Path file) throws FailedException {
        List<Task> all = new ArrayList<>(engine.tasks());
        ArchiveQuery query = new ArchiveQuery(List.of(file.toString()), Optional.empty(), Set.of(), Optional.empty());
        all.addAll(engine.archive().page(query, 0, MOST));
        return all;
    }
}
