package io.reelbench.engine.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The commands as picocli takes them: every option holds texts, which the schemas read. */
final class Grammar {

    /**
     * A command line taken apart.
     *
     * @param command   its words
     * @param given     texts by option
     * @param words     what is no option
     * @param unmatched what is neither
     * @param valueless options whose value is missing
     */
    record Split(String command, Map<String, List<String>> given, List<String> words, List<String> unmatched,
            List<String> valueless) {
    }

    private final CommandShapes shapes;

    Grammar(CommandShapes shapes) {
        this.shapes = shapes;
    }

    Split split(List<String> arguments) {
        List<String> tidy = Spelling.tidy(arguments, shapes);
        CommandLine line = new CommandLine(root());
        line.setExpandAtFiles(false); // a clip may be named @home.mp4
        line.setUnmatchedArgumentsAllowed(true);
        line.getCommandSpec().parser().collectErrors(true);
        line.getSubcommands().values().forEach(Grammar::collecting);
        return split(line.parseArgs(tidy.toArray(String[]::new)));
    }

    private static void collecting(CommandLine line) {
        line.getCommandSpec().parser().collectErrors(true);
        line.getSubcommands().values().forEach(Grammar::collecting);
    }

    private CommandSpec root() {
        CommandSpec root = spec(shapes.root());
        shapes.plain().forEach(shape -> root.addSubcommand(shape.name(), withWords(shape)));
        CommandSpec explain = spec(shapes.explain());
        shapes.explained().forEach(shape -> explain.addSubcommand(lastWord(shape), withWords(shape)));
        return root.addSubcommand("explain", explain);
    }

    private static String lastWord(CommandShape shape) {
        return shape.name().substring(shape.name().lastIndexOf(' ') + 1);
    }

    private static CommandSpec spec(CommandShape shape) {
        CommandSpec spec = CommandSpec.create().name(lastWord(shape));
        shape.fields().keySet().forEach(name -> spec.addOption(
                OptionSpec.builder("--" + name).arity("1").type(List.class).auxiliaryTypes(String.class).build()));
        return spec;
    }

    private static CommandSpec withWords(CommandShape shape) {
        return spec(shape).addPositional(PositionalParamSpec.builder().arity("0..*").index("0..*").type(List.class)
                .auxiliaryTypes(String.class).build());
    }

    private static Split split(ParseResult root) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        List<String> command = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        List<String> valueless = new ArrayList<>();
        for (ParseResult at = root; at != null; at = at.subcommand()) {
            if (at != root) {
                command.add(at.commandSpec().name());
            }
            at.matchedOptionsSet().forEach(option -> given.computeIfAbsent(name(option), _ -> new ArrayList<>())
                    .addAll(option.originalStringValues()));
            at.matchedPositionalsSet().forEach(positional -> words.addAll(positional.originalStringValues()));
            unmatched.addAll(at.unmatched());
            at.errors().forEach(error -> valueless.add(missing(error)));
        }
        valueless.forEach(given::remove);
        return new Split(String.join(" ", command), given, words, unmatched, valueless);
    }

    private static String name(OptionSpec option) {
        return option.longestName().substring(2);
    }

    private static String missing(Exception error) {
        if (error instanceof CommandLine.MissingParameterException missing
                && missing.getMissing().getFirst() instanceof OptionSpec option) {
            return name(option);
        }
        throw new IllegalStateException(error);
    }
}
