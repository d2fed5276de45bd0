package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the ways in which an option may be written to one: {@code --two_pass yes}, {@code --faststart}, {@code --no-faststart}, {@code -oX}
 * become {@code --name=value}. A value may then begin with a dash, and a flag never swallows the file behind it.
 */
final class Spelling {

    private static final Set<String> YES_OR_NO = Set.of("yes", "no", "true", "false", "on", "off");

    private final CommandShapes shapes;
    private final List<String> tidy = new ArrayList<>();
    private CommandShape shape;
    private List<String> rest;

    private Spelling(CommandShapes shapes) {
        this.shapes = shapes;
        this.shape = shapes.root();
    }

    static List<String> tidy(List<String> arguments, CommandShapes shapes) {
        return new Spelling(shapes).all(arguments);
    }

    private List<String> all(List<String> arguments) {
        rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (word.equals("--")) {
                tidy.add(word);
                tidy.addAll(rest);
                rest.clear();
            } else if (word.startsWith("--")) {
                option(word);
            } else if (word.equals("-h")) {
                tidy.add("--help=yes");
            } else if (word.startsWith("-o") && shape.fields().containsKey("output")) {
                valued("output", attachedToShort(word));
            } else {
                tidy.add(word);
                command(word);
            }
        }
        return tidy;
    }

    private static Optional<String> attachedToShort(String word) {
        return word.length() == 2 ? Optional.empty() : Optional.of(word.substring(word.startsWith("-o=") ? 3 : 2));
    }

    /** Which options there are depends on the words before them. */
    private void command(String word) {
        String words = shape.name().isEmpty() ? word : shape.name() + " " + word;
        if (shape == shapes.root() || shape == shapes.explain()) {
            shape = shapes.find(words).orElse(shape);
        }
    }

    private void option(String word) {
        int equals = word.indexOf('=');
        String name = word.substring(2, equals < 0 ? word.length() : equals).replace('_', '-');
        Optional<String> value = equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
        Map<String, Field> fields = shape.fields();
        if (fields.containsKey(name) && CommandShape.isFlag(fields.get(name))) {
            tidy.add("--" + name + "=" + value.orElseGet(this::yesOrNo));
        } else if (fields.containsKey(name)) {
            valued(name, value);
        } else if (value.isEmpty() && name.startsWith("no-") && isFlag(fields.get(name.substring(3)))) {
            tidy.add("--" + name.substring(3) + "=no");
        } else {
            tidy.add(word);
        }
    }

    private static boolean isFlag(Field field) {
        return field != null && CommandShape.isFlag(field);
    }

    private String yesOrNo() {
        boolean said = !rest.isEmpty() && YES_OR_NO.contains(rest.getFirst().toLowerCase(Locale.ROOT));
        return said ? rest.removeFirst() : "yes";
    }

    private void valued(String name, Optional<String> attached) {
        boolean missing = attached.isEmpty() && (rest.isEmpty() || isOption(rest.getFirst()));
        tidy.add(missing ? "--" + name : "--" + name + "=" + attached.orElseGet(() -> rest.removeFirst()));
    }

    /** A value may look like an option, but one that is an option here was meant as one. */
    private boolean isOption(String word) {
        return word.startsWith("--") && shape.names().contains(word.substring(2).replaceAll("=.*", "").replace('_', '-'))
                || word.equals("-o") || word.equals("--");
    }
}
