package io.reelbench.engine.local;

import io.reelbench.engine.plan.Command;
import io.reelbench.engine.plan.OwnWork;
import io.reelbench.engine.plan.Packing;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Ref;
import io.reelbench.engine.plan.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands of a plan as a person could type them into a POSIX shell. For reading and copying only: nothing is ever run from such a line. */
public final class CommandLines {

    private CommandLines() {}

    public static List<String> of(Plan plan, Path output) {
        List<String> lines = new ArrayList<>();
        for (Step step : plan.steps()) {
            switch (step) {
                case Step.Run run -> lines.add(line(run.command(), plan, output));
                case Step.Measure measure -> lines.add(line(measure.command(), plan, output));
                case Step.Fit fit ->
                    lines.add(line(fit.run().command(), plan, output, Map.of(fit.placeholder(), Long.toString(fit.start()))));
                case Step.Write write -> lines.add("printf '%s\\n' " + quoted(listed(write, plan)) + " > " + write.name());
                case Step.Fetch(var file) -> lines.add("ln -s " + name(file.file()) + " " + file.name());
                case Step.Own(OwnWork work) -> lines.add("# " + said(work, plan, output));
                case Step.Search search -> {
                    search.pieces().forEach(piece -> lines.add(line(piece, plan, output)));
                    lines.add(line(search.trial(), plan, output));
                }
                case Step.Splice splice -> {
                    splice.pieces().forEach(piece -> lines.add(line(piece.command(), plan, output)));
                    lines.add(line(splice.join().command(), plan, output));
                    lines.add("# if that is not what it must be: " + line(splice.otherwise().command(), plan, output));
                }
                case Step.Report report -> {
                    // made of what the runs left, by no command
                }
                case Step.IfLarger larger ->
                    lines.add("# if the result is no smaller than the source: " + line(larger.copy().command(), plan, output));
            }
        }
        return List.copyOf(lines);
    }

    /** A list with the names of the clips that stand in it. */
    private static String listed(Step.Write write, Plan plan) {
        String content = write.content().strip();
        for (int i = 0; i < plan.sources().size(); i++) {
            content = content.replace(Command.value("source-" + i), name(plan.sources().get(i).path()));
        }
        return content;
    }

    private static String said(OwnWork work, Plan plan, Path output) {
        return switch (work) {
            case OwnWork.ScenePalettes(var placeholder, var list, var _) ->
                Command.value(placeholder) + " becomes one palette for each scene that " + list + " names";
            case OwnWork.Letters(String name) -> "the font Inter is put there as " + name;
            case OwnWork.Inscribe(var lettering, var _) -> "the captions are drawn into " + lettering.name()
                    + "*.apng, and it is found out where these lie on the picture";
            case OwnWork.Draw draw -> "the peaks in " + draw.list() + " are drawn into " + place(draw.into(), plan, output);
            case OwnWork.Respell(String text, var charset, Ref into) ->
                text + " is written as " + charset.title() + " into " + place(into, plan, output);
            case OwnWork.Letter(Path file, var charset, String into) ->
                name(file) + " is written anew from " + charset + " as UTF-8 into " + into;
            case OwnWork.MakeFolder(Ref folder) -> "a folder is made: " + place(folder, plan, output);
            case OwnWork.ListPieces listing -> listing.list() + " names " + listing.count() + " pieces";
            case OwnWork.NamePieces naming -> "the pieces are named and listed: " + place(naming.pieces(), plan, output);
            case OwnWork.Collect collect -> "the pictures are named " + collect.names() + "." + collect.ending()
                    + (collect.packing() == Packing.NONE ? "" : " and put into " + place(collect.into(), plan, output));
        };
    }

    private static String name(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    private static String line(Command command, Plan plan, Path output) {
        return line(command, plan, output, Map.of());
    }

    private static String line(Command command, Plan plan, Path output, Map<String, String> values) {
        return typed(command.arguments(ref -> place(ref, plan, output), values));
    }

    /** One run of ffmpeg. */
    static String typed(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("ffmpeg"));
        arguments.forEach(word -> words.add(quoted(word)));
        return String.join(" ", words);
    }

    private static String place(Ref ref, Plan plan, Path output) {
        return switch (ref) {
            case Ref.Source(int index) -> plan.sources().get(index).path().toString();
            case Ref.Scratch(String name) -> name;
            case Ref.Target(int index) when index == 0 -> output.toString();
            case Ref.Target(int index) -> sibling(output, plan, index);
            case Ref.Inside(int index, String name) -> place(new Ref.Target(index), plan, output) + "/" + name;
            case Ref.Beside(Path file) -> file.toAbsolutePath().toString();
            case Ref.Nowhere() -> "-";
        };
    }

    private static String sibling(Path output, Plan plan, int index) {
        String name = output.getFileName().toString();
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return output
                .resolveSibling(stem + "-" + plan.products().get(index).label() + "." + plan.products().get(index).extension())
                .toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
