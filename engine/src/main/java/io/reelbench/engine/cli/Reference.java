package io.reelbench.engine.cli;

import io.reelbench.engine.operation.About;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.report.JsonFields;
import io.reelbench.engine.schema.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations as a list, as a page each, or complete for programs. */
final class Reference {

    private final Shell shell;
    private final CommandShapes shapes;
    private final Catalog catalog;
    private final Json json;

    Reference(Shell shell, CommandShapes shapes, Catalog catalog) {
        this.shell = shell;
        this.shapes = shapes;
        this.catalog = catalog;
        this.json = new Json(shell);
    }

    void show(Optional<String> name, boolean asJson) {
        if (asJson) {
            catalog.entries().stream().filter(e -> name.isEmpty() || name.get().equals(e.about().id()))
                    .forEach(e -> json.write(object(e)));
            return;
        }
        Help help = new Help(shapes, catalog, shell.look().columns());
        List<String> lines = name.flatMap(shapes::find).map(help::of).orElseGet(help::operations);
        lines.stream().skip(name.isEmpty() ? 1 : 0).forEach(shell::say);
    }

    private ObjectNode object(Catalog.Entry entry) {
        About about = entry.about();
        ObjectNode object = json.object().put("id", about.id()).put("title", about.title()).put("summary", about.summary())
                .put("group", word(about.group())).put("role", word(about.role())).put("example", about.example());
        ArrayNode keywords = object.putArray("keywords");
        about.keywords().forEach(keywords::add);
        ArrayNode options = object.putArray("options");
        entry.schema().fields().forEach(field -> options.add(option(field)));
        return object;
    }

    private ObjectNode option(Field field) {
        ObjectNode object = json.object().put("name", field.name()).put("label", field.ask().value())
                .put("help", field.ask().help()).put("type", field.kind().name()).put("list", field.kind().list())
                .put("required", field.usual().isEmpty() && !field.kind().absent() && field.choice().isEmpty());
        ArrayNode words = object.putArray("words");
        field.kind().words().forEach(words::add);
        object.put("default", field.usual().orElse(null)).put("unit", field.ask().unit());
        JsonFields.number(object, "min", OptionalDouble.of(field.ask().min()));
        JsonFields.number(object, "max", OptionalDouble.of(field.ask().max()));
        JsonFields.number(object, "sliderFrom", OptionalDouble.of(field.ask().from()));
        JsonFields.number(object, "sliderTo", OptionalDouble.of(field.ask().to()));
        return object.put("group", field.group()).put("advanced", field.ask().advanced())
                .put("choice", field.choice().orElse(null)).put("variant", field.variant());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
