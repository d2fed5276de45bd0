package io.reelbench.engine.cli;

import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects for programs, one a line. */
final class Json {

    private static final double MICROS = 1e6;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Shell shell;

    Json(Shell shell) {
        this.shell = shell;
    }

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    ObjectNode event(String name) {
        return object().put("event", name);
    }

    /** In one piece: several threads may write. */
    void write(ObjectNode object) {
        shell.out().println(mapper.writeValueAsString(object));
    }

    ObjectNode failure(Failure failure) {
        ObjectNode error = error(kebab(failure.getClass().getSimpleName()), failure.headline(), failure.fix());
        error.put("retryable", failure.retryable());
        if (failure instanceof Failure.Invalid(String _, List<Problem> problems)) {
            error.set("problems", problems(problems));
        }
        return error;
    }

    ObjectNode error(String kind, Text text, Text fix) {
        return object().put("kind", kind).put("text", text.toString()).put("fix", fix.toString());
    }

    ArrayNode problems(List<Problem> problems) {
        ArrayNode all = mapper.createArrayNode();
        problems.forEach(p -> all.add(problem(object(), p)));
        return all;
    }

    ObjectNode problem(ObjectNode into, Problem problem) {
        into.put("option", problem.option()).put("code", problem.code().toString()).put("text", problem.text().toString());
        return into.put("fix", problem.fix().map(Text::toString).orElse(null));
    }

    static void seconds(ObjectNode into, String name, OptionalLong us) {
        if (us.isPresent()) {
            into.put(name, us.getAsLong() / MICROS);
        } else {
            into.putNull(name);
        }
    }

    static void number(ObjectNode into, String name, OptionalLong number) {
        if (number.isPresent()) {
            into.put(name, number.getAsLong());
        } else {
            into.putNull(name);
        }
    }

    static void number(ObjectNode into, String name, OptionalDouble number) {
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            into.put(name, number.getAsDouble());
        } else {
            into.putNull(name);
        }
    }

    static String kebab(String camel) {
        return camel.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
