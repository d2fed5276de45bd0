package io.reelbench.engine.reference;

import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recipes as a JSON Schema (draft 2020-12), for editors and programs that write them. It knows what can be told without a clip: which
 * options there are, their words and ranges, which exclude each other, and that nothing else may be given. Words are those that we write
 * ourselves; the reader takes others for them too.
 */
public final class RecipeSchema {

    private final Catalog catalog;
    private final JsonMapper json = JsonMapper.builder().build();

    public RecipeSchema(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The whole, with line feeds, as every machine writes it. */
    public String text() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        return json.writer().with(new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent))
                .writeValueAsString(schema()) + "\n";
    }

    private ObjectNode schema() {
        ObjectNode root = json.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$id", "urn:reelbench:recipe:1")
                .put("title", "Reelbench recipe").put("type", "object");
        root.putArray("required").add("schema").add("steps");
        root.put("additionalProperties", false);
        ObjectNode properties = root.putObject("properties");
        properties.putObject("schema").put("const", 1);
        properties.putObject("name").put("type", "string").put("description", "What the preset is called.")
                .put("maxLength", RecipeReader.LONGEST_NAME);
        properties.putObject("short").put("type", "string").put("description", "What stands in the names of its outputs.")
                .put("maxLength", RecipeReader.LONGEST_TAG).put("pattern", "^" + RecipeReader.TAG + "$");
        properties.putObject("summary").put("type", "string").put("description", "What it is for, in one sentence.")
                .put("maxLength", RecipeReader.LONGEST_SUMMARY);
        ObjectNode publish = properties.putObject("publish");
        publish.put("description", "The account, bucket or folder that each output is brought to once it is proven; or several.");
        ArrayNode ways = publish.putArray("oneOf");
        ways.addObject().put("type", "string").put("maxLength", RecipeReader.LONGEST_PLACE);
        ways.addObject().put("type", "array").putObject("items").put("type", "string")
                .put("maxLength", RecipeReader.LONGEST_PLACE);
        ObjectNode steps = properties.putObject("steps").put("type", "array").put("minItems", 1).put("maxItems",
                RecipeReader.MOST_STEPS);
        ArrayNode one = steps.putObject("items").putArray("oneOf");
        ObjectNode definitions = root.putObject("$defs");
        SharedParts options = new SharedParts("option");
        SharedParts choices = new SharedParts("choice");
        for (Catalog.Entry entry : catalog.entries()) {
            one.addObject().put("$ref", "#/$defs/" + entry.about().id());
            definitions.set(entry.about().id(), operation(entry, options, choices));
        }
        options.define(definitions, json);
        choices.define(definitions, json);
        return root;
    }

    private ObjectNode operation(Catalog.Entry entry, SharedParts options, SharedParts choices) {
        ObjectNode operation = json.createObjectNode().put("title", entry.about().title())
                .put("description", entry.about().summary()).put("type", "object").put("additionalProperties", false);
        ArrayNode required = operation.putArray("required").add("op");
        ObjectNode properties = operation.putObject("properties");
        properties.putObject("op").put("const", entry.about().id());
        for (Field field : entry.schema().fields()) {
            options.put(properties, field.name(), option(field));
            if (isRequired(field)) {
                required.add(field.name());
            }
        }
        ArrayNode rules = json.createArrayNode();
        entry.schema().form().forEach(part -> choice(part, rules, choices));
        if (!rules.isEmpty()) {
            operation.set("allOf", rules);
        }
        return operation;
    }

    private void choice(Part part, ArrayNode rules, SharedParts choices) {
        if (part instanceof Part.Either either) {
            ArrayNode own = json.createArrayNode();
            exclude(part, own);
            if (!own.isEmpty()) {
                choices.add(rules, either.name(), json.createObjectNode().set("allOf", own));
            }
        }
    }

    static boolean isRequired(Field field) {
        return field.usual().isEmpty() && !field.kind().absent() && field.choice().isEmpty();
    }

    /** Options of different sides never stand together; where a side must be chosen, one of them is there. */
    private static void exclude(Part part, ArrayNode rules) {
        if (!(part instanceof Part.Either(_, _, var none, _, var usual, var sides))) {
            return;
        }
        for (int i = 0; i < sides.size(); i++) {
            for (int j = i + 1; j < sides.size(); j++) {
                for (String first : sides.get(i).names().toList()) {
                    sides.get(j).names()
                            .forEach(second -> rules.addObject().putObject("not").putArray("required").add(first).add(second));
                }
            }
            sides.get(i).parts().forEach(inner -> exclude(inner, rules));
        }
        if (none.isEmpty() && usual.isEmpty()) {
            ArrayNode any = rules.addObject().putArray("anyOf");
            part.names().forEach(name -> any.addObject().putArray("required").add(name));
        }
    }

    private ObjectNode option(Field field) {
        ObjectNode option = field.kind().list() ? list(field) : value(field);
        option.put("title", field.ask().value());
        option.put("description", description(field));
        field.usual().ifPresent(usual -> option.put("default", usual));
        return option;
    }

    private static String description(Field field) {
        String unit = field.ask().unit().isEmpty() ? "" : " [" + field.ask().unit() + "]";
        String grammar = field.kind().words().isEmpty() ? ValueKinds.grammar(field.kind().name()) : "";
        return field.ask().help() + unit + (grammar.isEmpty() ? "" : " Written as " + grammar + ".");
    }

    private ObjectNode list(Field field) {
        ObjectNode list = json.createObjectNode();
        ArrayNode any = list.putArray("anyOf");
        any.addObject().put("type", "string").put("minLength", 1);
        ObjectNode several = any.addObject().put("type", "array").put("minItems", 1);
        several.set("items", value(field));
        if (ValueKinds.json(field.kind()) != ValueKinds.Json.TEXT) {
            any.add(value(field));
        }
        return list;
    }

    private ObjectNode value(Field field) {
        if (!field.kind().words().isEmpty()) {
            ArrayNode words = json.createArrayNode();
            field.kind().words().forEach(word -> {
                words.add(word);
                if (word.matches("\\d{1,9}")) {
                    words.add(Integer.parseInt(word));
                }
            });
            return json.createObjectNode().set("enum", words);
        }
        ObjectNode value = json.createObjectNode();
        List<ObjectNode> any = new ArrayList<>();
        switch (ValueKinds.json(field.kind())) {
            case TEXT -> {
                return value.put("type", "string").put("minLength", 1);
            }
            case BOOLEAN -> {
                any.add(json.createObjectNode().put("type", "boolean"));
                any.add(json.createObjectNode().set("enum",
                        json.valueToTree(List.of("yes", "no", "true", "false", "on", "off"))));
            }
            case NUMBER -> any.addAll(List.of(ranged("number", field), text(field)));
            case WHOLE_NUMBER -> any.addAll(List.of(ranged("integer", field), text(field)));
            case SPAN -> any.addAll(List.of(span(), text(field)));
        }
        ArrayNode alternatives = value.putArray("anyOf");
        any.forEach(alternatives::add);
        return value;
    }

    /** Numbers may stand in quotes too; other grammars are too rich for a pattern. */
    private ObjectNode text(Field field) {
        ObjectNode text = json.createObjectNode().put("type", "string");
        return switch (field.kind().name()) {
            case "number" -> text.put("pattern", "^\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)\\s*$");
            case "int" -> text.put("pattern", "^\\s*[+-]?\\d+\\s*$");
            default -> text.put("minLength", 1);
        };
    }

    private ObjectNode ranged(String type, Field field) {
        ObjectNode number = json.createObjectNode().put("type", type);
        finite(field.ask().min()).ifPresent(min -> limit(number, "minimum", min));
        finite(field.ask().max()).ifPresent(max -> limit(number, "maximum", max));
        return number;
    }

    private static OptionalDouble finite(double limit) {
        return Double.isFinite(limit) ? OptionalDouble.of(limit) : OptionalDouble.empty();
    }

    private static void limit(ObjectNode number, String name, double limit) {
        if (limit == Math.rint(limit)) {
            number.put(name, (long) limit);
        } else {
            number.put(name, limit);
        }
    }

    private ObjectNode span() {
        ObjectNode span = json.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = span.putObject("properties");
        for (String end : List.of("start", "end")) {
            properties.putObject(end).putArray("type").add("number").add("string");
        }
        return span;
    }
}
