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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does here first what makes a clip fit for a service: a task of the queue makes another file of it, which lies among the clips when it is
 * done, with the recipe and the account of its source. These are kept with the task, so that a later run of the program goes on with it. FX
 * thread only.
 */
final class Beforehand {

    private static final Logger LOG = LoggerFactory.getLogger(Beforehand.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Desk desk;
    private final Consumer<Failure> wrong;
    private final Set<String> taken = new HashSet<>();

    Beforehand(Desk desk, Consumer<Failure> wrong) {
        this.desk = desk;
        this.wrong = wrong;
        desk.engine().listen(event -> {
            if (event instanceof TaskEvent.Changed(Task task) && task.state().isOver()) {
                desk.carrier().onFx(() -> over(task));
            }
        });
        // the program may have ended before it was told
        desk.carrier().onFx(() -> desk.engine().tasks().stream().filter(task -> task.state().isOver()).forEach(this::over));
    }

    /** Does the same for all of these clips that need it. */
    void run(List<Clip> clips, Fix.Add fix) {
        Map<Clip, Request> wanted = new LinkedHashMap<>();
        for (Clip clip : clips) {
            needed(clip, fix).flatMap(own -> request(clip, own))
                    .ifPresent(request -> wanted.put(clip, request.then(JSON.writeValueAsString(clip.draft().get()))));
        }
        if (wanted.isEmpty()) {
            return;
        }
        desk.carrier().fetch(() -> desk.engine().submit(List.copyOf(wanted.values())), _ -> {
            // each is told when it is over
        }, wrong);
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
        boolean first = task.state() == TaskState.DONE && taken.add(task.id());
        Optional<Draft> draft = first ? desk.engine().then(task).flatMap(Beforehand::read) : Optional.empty();
        if (draft.isPresent()) {
            List<Clip> fresh = desk.add(task.outcome().results().stream().map(Task.Result::file).toList());
            desk.edit(fresh, RunOnWords.RECIPE_ALONG.with(), null, _ -> draft.get());
            desk.carrier().aside(() -> {
                desk.engine().followed(task);
                return task;
            });
        }
    }

    private static Optional<Draft> read(String json) {
        try {
            return Optional.of(JSON.readValue(json, Draft.class));
        } catch (JacksonException unreadable) {
            LOG.warn("A recipe that waits for its clip cannot be read", unreadable);
            return Optional.empty();
        }
    }
}
