package io.reelbench.app.desk;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Spot;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Tasks of the queue whose recipe is changed on the bench. Those that wait are held meanwhile, so that none begins with the old one; when it
 * is applied, new tasks stand where they stood. FX thread only.
 */
public final class Editing {

    /**
     * Tasks that are being edited.
     *
     * @param tasks  as they were before, one for each clip
     * @param paused those of them that wait, and were held for it
     * @param bench  the clips with what was to be done with them before
     */
    public record Held(List<Task> tasks, List<String> paused, Map<Clip, Draft> bench, Draft newcomers) {
    }

    private record Fetched(List<Task> tasks, List<Request> requests, List<String> paused) {
    }

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Optional<Held>> held = new ReadOnlyObjectWrapper<>(Optional.empty());

    Editing(Desk desk) {
        this.desk = desk;
    }

    /** What is edited just now. */
    public ReadOnlyObjectProperty<Optional<Held>> held() {
        return held.getReadOnlyProperty();
    }

    /**
     * Puts clips and recipes of tasks on the bench. Of several tasks with the same clip the first one is meant.
     *
     * @param wrong is told why it cannot be
     */
    public void begin(Collection<Task> tasks, Consumer<Failure> wrong) {
        stop();
        desk.carrier().fetch(() -> fetch(tasks), this::show, wrong);
    }

    private Fetched fetch(Collection<Task> tasks) throws FailedException {
        Engine engine = desk.engine();
        List<Task> chosen = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        Set<Path> clips = new HashSet<>();
        for (Task task : tasks) {
            Request request = engine.request(task);
            if (request.clips().stream().noneMatch(clips::contains)) {
                clips.addAll(request.clips());
                chosen.add(task);
                requests.add(request);
            }
        }
        List<String> waiting = ids(chosen.stream().filter(t -> t.state() == TaskState.WAITING).toList());
        engine.pause(waiting).join();
        return new Fetched(chosen, requests, waiting);
    }

    private void show(Fetched fetched) {
        Draft newcomers = desk.newcomers().get();
        List<Path> files = fetched.requests.stream().flatMap(r -> r.clips().stream()).toList();
        Map<Path, Origin> origins = fetched.requests.stream()
                .collect(Collectors.toMap(Request::clip, r -> new Origin(Optional.empty(), r.below())));
        Map<Path, Clip> clips = desk.add(files, origins).stream().collect(Collectors.toMap(Clip::file, c -> c, (a, _) -> a));
        Map<Clip, Draft> before = new LinkedHashMap<>();
        Map<Clip, Draft> now = new LinkedHashMap<>();
        for (int i = 0; i < fetched.requests.size(); i++) {
            Request request = fetched.requests.get(i);
            Draft draft = desk.judge().draft(request.recipe(), Judge.place().write(request.wish()))
                    .doneOn(Cloud.accountOf(fetched.tasks.get(i)));
            for (Path file : request.clips()) {
                Clip clip = clips.get(file.toAbsolutePath().normalize());
                before.put(clip, clip.draft().get());
                now.put(clip, draft);
            }
        }
        desk.put(now, newcomers);
        held.set(Optional.of(new Held(fetched.tasks, fetched.paused, before, newcomers)));
        desk.select(List.copyOf(now.keySet()), now.keySet().iterator().next());
    }

    /** Leaves the tasks as they are, and gives the bench back what was on it. */
    public void stop() {
        held.get().ifPresent(was -> {
            held.set(Optional.empty());
            desk.put(onBench(was.bench), was.newcomers);
            desk.engine().resume(was.paused);
        });
    }

    private Map<Clip, Draft> onBench(Map<Clip, Draft> drafts) {
        Map<Clip, Draft> there = new LinkedHashMap<>(drafts);
        there.keySet().retainAll(new HashSet<>(desk.clips()));
        return there;
    }

    /**
     * Replaces the tasks by these; those whose clip is not among them stay as they are.
     *
     * @param done is told the new tasks
     */
    public void apply(List<Commission> wanted, Consumer<List<Task>> done, Consumer<Failure> failed) {
        Held was = held.get().orElseThrow();
        Set<Path> clips = wanted.stream().map(w -> w.request().clip()).collect(Collectors.toSet());
        List<Task> replaced = was.tasks.stream().filter(t -> clips.contains(t.asked().inputs().getFirst().file())).toList();
        held.set(Optional.empty());
        desk.engine().resume(was.paused.stream().filter(id -> replaced.stream().noneMatch(t -> t.id().equals(id))).toList());
        Replacement deed = new Replacement(replaced, wanted, done, failed);
        deed.redo();
        desk.history().did(deed);
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }

    private final class Replacement implements History.Deed {

        private final List<Task> old;
        private final List<Commission> wanted;
        private final Consumer<List<Task>> done;
        private final Consumer<Failure> failed;
        private List<Task> fresh = List.of();

        Replacement(List<Task> old, List<Commission> wanted, Consumer<List<Task>> done, Consumer<Failure> failed) {
            this.old = old;
            this.wanted = wanted;
            this.done = done;
            this.failed = failed;
        }

        @Override
        public Text name() {
            return old.size() == 1 ? EditWords.DEED_ONE.with() : EditWords.DEED_MANY.with(old.size());
        }

        @Override
        public void redo() {
            desk.carrier().fetch(this::replace, tasks -> {
                fresh = tasks;
                done.accept(tasks);
            }, failed);
        }

        private List<Task> replace() throws FailedException, InterruptedException {
            Engine engine = desk.engine();
            List<Task> made = Commission.submit(engine, wanted);
            // what is done stays in the list with what it made
            List<Task> gone = old.stream().filter(t -> t.state() != TaskState.DONE && t.state() != TaskState.SKIPPED).toList();
            Optional<Task> first = gone.stream().filter(t -> !t.state().isOver()).findFirst();
            if (first.isPresent()) {
                engine.move(ids(made), new Spot.Before(first.get().id())).join();
            }
            engine.cancel(ids(gone.stream().filter(t -> !t.state().isOver()).toList())).join();
            engine.remove(ids(gone)).join();
            return made;
        }

        @Override
        public void undo() {
            List<String> open = ids(fresh);
            desk.carrier().fetch(() -> {
                Engine engine = desk.engine();
                List<String> begun = open.stream().filter(id -> engine.task(id).filter(t -> !t.state().isOver()).isPresent())
                        .toList();
                engine.cancel(begun).join();
                engine.remove(open.stream().filter(id -> engine.task(id).filter(t -> t.state() != TaskState.DONE).isPresent())
                        .toList()).join();
                engine.putBack(old.stream().filter(t -> engine.task(t.id()).isEmpty()).toList()).join();
                return open;
            }, _ -> {
            }, failed);
        }
    }
}
