package io.reelbench.engine.cli;

import io.reelbench.engine.operation.About;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.schema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Help pages, made from the same shapes that are parsed. */
final class Help {

    private static final int NAMES = 26;
    private static final int WIDEST = 110;

    private final CommandShapes shapes;
    private final Catalog catalog;
    private final int columns;

    Help(CommandShapes shapes, Catalog catalog, int columns) {
        this.shapes = shapes;
        this.catalog = catalog;
        this.columns = Math.clamp(columns, 40, WIDEST);
    }

    /** The page of the program itself. */
    List<String> all() {
        List<String> lines = new ArrayList<>(Columns.wrapped(shapes.root().summary(), columns));
        lines.add("");
        lines.add(CliWords.USAGE.with("COMMAND INPUT… [options]").toString());
        lines.addAll(operations());
        heading(CliWords.COMMANDS.with().toString(), lines);
        shapes.plain().stream().filter(s -> s.entry().isEmpty()).forEach(s -> row(s.name(), s.summary(), lines));
        row("explain", shapes.explain().summary(), lines);
        heading(CliWords.GROUP_GLOBAL.with().toString(), lines);
        shapes.root().parts().getFirst().fields().forEach(field -> option(field, lines));
        lines.add("");
        lines.addAll(Columns.wrapped(CliWords.MORE_HELP.with().toString(), columns));
        return lines;
    }

    /** All operations by group. */
    List<String> operations() {
        List<String> lines = new ArrayList<>();
        About.Group last = null;
        for (Catalog.Entry entry : catalog.entries()) {
            if (entry.about().group() != last) {
                last = entry.about().group();
                heading(title(last).toString(), lines);
            }
            row(entry.about().id(), entry.about().summary(), lines);
        }
        return lines;
    }

    /** The page of one command. */
    List<String> of(CommandShape shape) {
        List<String> lines = new ArrayList<>(Columns.wrapped(shape.summary(), columns));
        lines.add("");
        lines.addAll(Columns.wrapped(CliWords.USAGE.with(shape.name() + " " + shape.usage()).toString(), columns));
        if (!shape.examples().isEmpty()) {
            heading(CliWords.EXAMPLES.with().toString(), lines);
            shape.examples().forEach(example -> lines.add("  reelbench " + example));
        }
        groups(shape).forEach((title, fields) -> {
            heading(title, lines);
            fields.forEach(field -> option(field, lines));
        });
        return lines;
    }

    /** Usual options first, by group; then where the output goes; rare ones behind. */
    private static Map<String, List<Field>> groups(CommandShape shape) {
        Map<String, List<Field>> groups = new LinkedHashMap<>();
        List<Field> advanced = new ArrayList<>();
        for (CommandShape.Part part : shape.parts()) {
            for (Field field : part.fields()) {
                if (field.ask().advanced()) {
                    advanced.add(field);
                } else {
                    groups.computeIfAbsent(title(part.role(), field), _ -> new ArrayList<>()).add(field);
                }
            }
        }
        if (!advanced.isEmpty()) {
            groups.put(CliWords.GROUP_ADVANCED.with().toString(), advanced);
        }
        return groups;
    }

    private static String title(CommandShape.Role role, Field field) {
        CliWords words = switch (role) {
            case WISH, GATHERING -> CliWords.GROUP_WISH;
            case GLOBALS -> CliWords.GROUP_GLOBAL;
            case DEMO, PRESETS, SETTINGS, WATCH, CLOUD, PUBLISH -> CliWords.GROUP_OWN;
            case OPERATION, SINK -> switch (field.group()) {
                case "" -> CliWords.GROUP_OWN;
                case "file-form" -> CliWords.GROUP_FILE;
                case "resize" -> CliWords.GROUP_SIZE;
                case "video-coding" -> CliWords.GROUP_VIDEO;
                case "rate-control" -> CliWords.GROUP_RATE;
                case "sound-coding" -> CliWords.GROUP_SOUND;
                case "track-selection" -> CliWords.GROUP_TRACKS;
                case "still-form" -> CliWords.GROUP_STILL;
                default -> null;
            };
        };
        return words == null ? field.group() : words.with().toString();
    }

    private static Text title(About.Group group) {
        return switch (group) {
            case CONVERT -> CliWords.GROUP_CONVERT.with();
            case CUT -> CliWords.GROUP_CUT.with();
            case PICTURE -> CliWords.GROUP_PICTURE.with();
            case SOUND -> CliWords.GROUP_SOUND.with();
            case STILLS -> CliWords.GROUP_STILLS.with();
            case REPORTS -> CliWords.GROUP_REPORTS.with();
        };
    }

    private void option(Field field, List<String> lines) {
        String name = field.name().equals("output")
                ? "-o, --output"
                : field.name().equals("help") ? "-h, --help" : "--" + field.name();
        row(CommandShape.isFlag(field) ? name : name + " " + placeholder(field), explanation(field), lines);
    }

    private static String placeholder(Field field) {
        return switch (field.kind().name()) {
            case "enum" -> "WORD";
            case "path" -> field.name().equals("to") ? "FOLDER" : "FILE";
            case "names" -> "PATTERN";
            default -> field.kind().words().isEmpty() ? field.kind().name().toUpperCase(java.util.Locale.ROOT) : "WORD";
        };
    }

    private static String explanation(Field field) {
        List<String> more = new ArrayList<>();
        if (!field.kind().words().isEmpty()) {
            more.add(CliWords.WORDS.with(String.join(", ", field.kind().words())).toString());
        }
        field.range().ifPresent(more::add);
        if (field.kind().list()) {
            more.add(CliWords.LIST.with().toString());
        }
        usual(field).ifPresent(more::add);
        return field.ask().help() + (more.isEmpty() ? "" : " (" + String.join("; ", more) + ")");
    }

    private static Optional<String> usual(Field field) {
        boolean flag = CommandShape.isFlag(field);
        if (flag && field.usual().filter("yes"::equals).isPresent()) {
            return Optional.of(CliWords.NO_FORM.with(field.name()).toString());
        }
        return flag ? Optional.empty() : field.usual().map(u -> CliWords.DEFAULT.with(u).toString());
    }

    private static void heading(String title, List<String> lines) {
        lines.add("");
        lines.add(title);
    }

    private void row(String name, String text, List<String> lines) {
        List<String> wrapped = Columns.wrapped(text, columns - NAMES - 2);
        boolean beside = Columns.of(name) <= NAMES - 4;
        String indent = " ".repeat(NAMES);
        lines.add("  " + (beside ? Columns.fitted(name, NAMES - 2, "…") + wrapped.getFirst() : name));
        lines.addAll(wrapped.stream().skip(beside ? 1 : 0).map(line -> indent + line).collect(Collectors.toList()));
    }
}
