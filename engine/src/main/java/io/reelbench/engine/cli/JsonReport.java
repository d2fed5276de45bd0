package io.reelbench.engine.cli;

import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import io.reelbench.engine.report.JsonFields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line for everything that happens. */
final class JsonReport implements Report {

    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(500);

    private final Json json;
    private final InstantSource clock;
    private final Function<Task, String> labels;
    private final Map<String, Instant> told = new HashMap<>();
    private final Set<String> started = new HashSet<>();

    JsonReport(Json json, Function<Task, String> labels, InstantSource clock) {
        this.json = json;
        this.labels = labels;
        this.clock = clock;
    }

    @Override
    public void lost(Gathered.Loss loss) {
        ObjectNode event = json.event("failed").put("file", loss.file().toString());
        event.set("error", json.error(loss.kind(), loss.headline(), loss.fix()));
        json.write(event);
    }

    @Override
    public void event(TaskEvent event) {
        switch (event) {
            case TaskEvent.Added(var tasks) -> tasks.forEach(task -> json.write(
                    of("added", task).put("operation", labels.apply(task))));
            case TaskEvent.Changed(Task task) -> change(task);
            case TaskEvent.Progressed progressed -> progress(progressed);
            case TaskEvent.Trouble(var text) -> json.write(json.event("trouble").put("text", text.toString()));
            case TaskEvent.Removed _,TaskEvent.Reordered _,TaskEvent.Held _ -> {
                // a batch on the command line is neither reordered nor held
            }
        }
    }

    private ObjectNode of(String event, Task task) {
        return json.event(event).put("id", task.id()).put("file", task.asked().inputs().getFirst().file().toString());
    }

    private void change(Task task) {
        switch (task.state()) {
            case RUNNING -> {
                if (started.add(task.id())) {
                    json.write(of("started", task));
                }
            }
            case DONE, SKIPPED -> json.write(outputs(of(task.state() == TaskState.DONE ? "done" : "skipped", task), task));
            case CANCELLED -> json.write(of("cancelled", task));
            case FAILED -> json.write(failed(task));
            case WAITING, PAUSED, VERIFYING -> {
                // on the way
            }
        }
    }

    private ObjectNode failed(Task task) {
        ObjectNode event = of("failed", task);
        task.outcome().failure().ifPresent(failure -> event.set("error", json.failure(failure)));
        return event;
    }

    private ObjectNode outputs(ObjectNode event, Task task) {
        ArrayNode outputs = event.putArray("outputs");
        task.outcome().results().forEach(result -> outputs.addObject().put("file", result.file().toString())
                .put("bytes", result.bytes()));
        ArrayNode notes = event.putArray("notes");
        task.outcome().notes().forEach(note -> notes.add(note.toString()));
        return event;
    }

    private void progress(TaskEvent.Progressed event) {
        Instant now = clock.instant();
        Instant last = told.get(event.id());
        if (last != null && Duration.between(last, now).compareTo(BETWEEN_PROGRESS) < 0) {
            return;
        }
        told.put(event.id(), now);
        ObjectNode line = json.event("progress").put("id", event.id());
        JsonFields.number(line, "fraction", event.progress().fraction());
        JsonFields.number(line, "speed", event.progress().speed());
        JsonFields.number(line, "fps", event.progress().fps());
        JsonFields.number(line, "bytes", event.progress().bytes());
        JsonFields.seconds(line, "secondsLeft", event.etaUs());
        line.put("doing", event.progress().doing().map(d -> d.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .orElse(null));
        json.write(line);
    }

    @Override
    public void stopping() {
        json.write(json.event("stopping"));
    }

    @Override
    public void ended(Tally tally) {
        json.write(json.event("summary").put("total", tally.tasks().size()).put("done", tally.count(TaskState.DONE))
                .put("skipped", tally.count(TaskState.SKIPPED)).put("failed", tally.count(TaskState.FAILED))
                .put("cancelled", tally.count(TaskState.CANCELLED)).put("notOpened", tally.lost())
                .put("seconds", tally.took().toMillis() / 1000.0).put("exitCode", tally.exitCode()));
    }

    @Override
    public void close() {
        told.clear();
    }
}
