package io.reelbench.engine.cli;

import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects for programs, one a line. */
final class Json {

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
        into.put("fix", problem.fix().map(Text::toString).orElse(null));
        ArrayNode fixes = into.putArray("fixes");
        problem.fixes().forEach(fix -> fix(fixes.addObject(), fix));
        return into;
    }

    private static void fix(ObjectNode into, Fix fix) {
        into.put("kind", kebab(fix.getClass().getSimpleName())).put("text", fix.text().toString());
        switch (fix) {
            case Fix.Choose(var _, OptionalInt step, var options) -> options(step(into, step), options);
            case Fix.Move(var _, int from, int to) -> into.put("from", from).put("to", to);
            case Fix.Remove(var _, OptionalInt step) -> step(into, step);
            case Fix.Allow(var _, String part) -> into.put("part", part);
            case Fix.Replace(var _, OptionalInt step, String op) -> step(into, step).put("op", op);
            case Fix.Add(var _, OptionalInt at, String op, var options) -> options(step(into, at).put("op", op), options);
        }
    }

    private static ObjectNode step(ObjectNode into, OptionalInt step) {
        return step.isPresent() ? into.put("step", step.getAsInt()) : into;
    }

    private static void options(ObjectNode into, Map<String, List<String>> options) {
        ObjectNode values = into.putObject("options");
        new TreeMap<>(options).forEach((name, texts) -> texts.forEach(values.putArray(name)::add));
    }

    static String kebab(String camel) {
        return camel.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
