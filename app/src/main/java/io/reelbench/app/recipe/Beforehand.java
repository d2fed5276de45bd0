package io.reelbench.app.recipe;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Judged;
import io.reelbench.app.desk.Planning;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.provider.Drafting;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does here first what makes a clip fit for a service: a task of the queue makes another file of it, which lies among the clips when it is
 * done, with the recipe and the account of its source. FX thread only.
 */
final class Beforehand {

    private final Desk desk;
    private final Consumer<Failure> wrong;
    private final Map<String, Draft> awaited = new HashMap<>();

    Beforehand(Desk desk, Consumer<Failure> wrong) {
        this.desk = desk;
        this.wrong = wrong;
        desk.engine().listen(event -> {
            if (event instanceof TaskEvent.Changed(Task task) && task.state().isOver()) {
                desk.carrier().onFx(() -> over(task));
            }
        });
    }

    /** Does the same for all of these clips that need it. */
    void run(List<Clip> clips, Fix.Add fix) {
        Map<Clip, Request> wanted = new LinkedHashMap<>();
        for (Clip clip : clips) {
            needed(clip, fix).flatMap(own -> request(clip, own)).ifPresent(request -> wanted.put(clip, request));
        }
        if (wanted.isEmpty()) {
            return;
        }
        List<Draft> drafts = wanted.keySet().stream().map(clip -> clip.draft().get()).toList();
        desk.carrier().fetch(() -> desk.engine().submit(List.copyOf(wanted.values())), tasks -> added(tasks, drafts), wrong);
    }

    private void added(List<Task> tasks, List<Draft> drafts) {
        for (int i = 0; i < tasks.size(); i++) {
            awaited.put(tasks.get(i).id(), drafts.get(i));
        }
        // it may have been quicker
        tasks.stream().flatMap(task -> desk.engine().task(task.id()).stream()).filter(task -> task.state().isOver())
                .forEach(this::over);
    }

    /** The same fix of another clip may have other values. */
    private static Optional<Fix.Add> needed(Clip clip, Fix.Add fix) {
        return clip.planning().get() instanceof Planning.Impossible(var _, var problems)
                ? problems.stream().flatMap(p -> p.fixes().stream()).filter(Drafting::isBefore)
                        .filter(other -> other.text().key().equals(fix.text().key())).filter(Fix.Add.class::isInstance)
                        .map(Fix.Add.class::cast).findFirst()
                : Optional.empty();
    }

    private Optional<Request> request(Clip clip, Fix.Add fix) {
        Card card = Card.of(fix.op());
        for (Map.Entry<String, List<String>> option : fix.options().entrySet()) {
            card = card.with(option.getKey(), option.getValue());
        }
        Judged judged = desk.judge().judge(new Draft(Optional.empty(), List.of(card), clip.draft().get().place()));
        return judged.isGood()
                ? Optional.of(new Request(List.of(clip.file()), clip.below(), judged.recipe().orElseThrow(),
                        judged.wish().orElseThrow(), Priority.NORMAL))
                : Optional.empty();
    }

    private void over(Task task) {
        Draft draft = awaited.remove(task.id());
        if (draft != null && task.state() == TaskState.DONE) {
            List<Clip> fresh = desk.add(task.outcome().results().stream().map(Task.Result::file).toList());
            desk.edit(fresh, RunOnWords.RECIPE_ALONG.with(), null, _ -> draft);
        }
    }
}
