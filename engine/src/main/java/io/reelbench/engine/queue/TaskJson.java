package io.reelbench.engine.queue;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Tasks ↔ rows. Failures are told apart by an id of the closed set of their records, never by class names out of a file. */
final class TaskJson {

    private static final Map<String, Class<?>> FAILURES = Arrays.stream(Failure.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(TaskJson::failureId, Function.identity()));

    private static final TypeReference<List<Task.Input>> INPUTS = new TypeReference<>() {
    };

    /** Fixes are told apart as failures are: by a name of the closed set of their records. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Fixes {
    }

    /** What is stored of {@link Task.Outcome}. */
    private record Made(ObjectNode failure, List<Task.Result> results, List<Text> notes, Task.Log log) {
    }

    private final JsonMapper json = JsonMapper.builder().addModule(new SimpleModule()
            .addSerializer(Path.class, new PathWriter()).addDeserializer(Path.class, new PathReader()))
            .addMixIn(Fix.class, Fixes.class).build();

    /** Nearly all tasks have these; they need no reading. */
    private final String noOutcome = outcome(Task.Outcome.NONE);
    private final String noTrail = write(Task.Trail.NONE);

    TaskRow row(Task task) {
        Task.Times times = task.times();
        NewTask asked = task.asked();
        return new TaskRow(task.id(), task.batch(), task.kind(), task.name(), asked.recipe(), write(asked.inputs()),
                asked.wish(), asked.priority().name(), task.priority().name(), task.position(), task.state().name(),
                task.attempt(), outcome(task.outcome()), write(task.trail()), times.created().toEpochMilli(),
                times.started().map(Instant::toEpochMilli).orElse(null),
                times.finished().map(Instant::toEpochMilli).orElse(null));
    }

    /** Throws {@link IllegalArgumentException} when the row cannot be understood. */
    Task task(TaskRow row) {
        try {
            List<Task.Input> inputs = json.readValue(row.inputs(), INPUTS);
            NewTask asked = new NewTask(row.batch(), row.kind(), row.name(), row.recipe(), inputs, row.wish(),
                    Priority.valueOf(row.asked_priority()));
            Task.Times times = new Task.Times(Instant.ofEpochMilli(row.created()),
                    Optional.ofNullable(row.started()).map(Instant::ofEpochMilli),
                    Optional.ofNullable(row.finished()).map(Instant::ofEpochMilli));
            return new Task(row.id(), asked, Priority.valueOf(row.priority()), row.position(), TaskState.valueOf(row.state()),
                    row.attempt(), made(row.outcome()), trail(row.trail()), times);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    String write(Object value) {
        return json.writeValueAsString(value);
    }

    <T> T read(String text, Class<T> type) {
        return json.readValue(text, type);
    }

    private String outcome(Task.Outcome outcome) {
        ObjectNode failure = outcome.failure().map(this::failure).orElse(null);
        return write(new Made(failure, outcome.results(), outcome.notes(), outcome.log().orElse(null)));
    }

    private Task.Trail trail(String text) {
        return text.equals(noTrail) ? Task.Trail.NONE : json.readValue(text, Task.Trail.class);
    }

    private Task.Outcome made(String text) {
        if (text.equals(noOutcome)) {
            return Task.Outcome.NONE;
        }
        Made made = json.readValue(text, Made.class);
        return new Task.Outcome(Optional.ofNullable(made.failure).map(this::failure), made.results, made.notes,
                Optional.ofNullable(made.log));
    }

    ObjectNode failure(Failure failure) {
        ObjectNode node = json.createObjectNode().put("id", failureId(failure.getClass()));
        node.setAll((ObjectNode) json.valueToTree(failure));
        return node;
    }

    Failure failure(ObjectNode node) {
        Class<?> type = FAILURES.get(node.path("id").asString(""));
        return type == null
                ? new Failure.Internal(node.toString()) // written by a later version
                : (Failure) json.treeToValue(node.deepCopy().without("id"), type);
    }

    private static String failureId(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static final class PathWriter extends ValueSerializer<Path> {
        @Override
        public void serialize(Path path, JsonGenerator out, SerializationContext context) {
            out.writeString(path.toString());
        }
    }

    private static final class PathReader extends ValueDeserializer<Path> {
        @Override
        public Path deserialize(JsonParser in, DeserializationContext context) {
            return Path.of(in.getString());
        }
    }
}
