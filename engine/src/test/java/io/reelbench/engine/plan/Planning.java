package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans recipes given as JSON steps, and prints commands without what every command has. */
final class Planning {

    private static final RecipeReader RECIPES = new RecipeReader(new Catalog());

    private Planning() {}

    static Planned plan(Media media, String... steps) {
        return plan(media, recipe(steps));
    }

    static Recipe recipe(String... steps) {
        String json = ("{\"schema\":1,\"steps\":[" + String.join(",", steps) + "]}").replace('\'', '"');
        return RECIPES.read(json).value().orElseThrow();
    }

    static Planned plan(Media media, Recipe recipe) {
        Problems problems = new Problems();
        Edit edit = recipe.apply(media, problems);
        if (problems.areSerious()) {
            return new Planned(java.util.Optional.empty(), problems.all());
        }
        Planned planned = new Planner(Given.machine()).plan(edit);
        List<Problem> all = new ArrayList<>(problems.all());
        all.addAll(planned.problems());
        return new Planned(planned.plan(), all);
    }

    /** The commands of the plan, one line each, without the guards and switches that {@link CommandTest} checks. */
    static List<String> commands(Plan plan) {
        return plan.steps().stream().flatMap(s -> switch (s) {
            case Step.Run run -> java.util.stream.Stream.of(line(run.command()));
            case Step.Measure measure ->
                java.util.stream.Stream.of("measure " + measure.placeholder() + ": " + line(measure.command()));
            case Step.Fit fit -> java.util.stream.Stream.of("fit " + fit.start() + ": " + line(fit.run().command()));
            case Step.Fetch(Bring file) -> java.util.stream.Stream.of("fetch " + file.file() + " as " + file.name());
            case Step.Own own -> java.util.stream.Stream.of("own " + own.work());
            case Step.Write write ->
                java.util.stream.Stream.of("write " + write.name() + ": " + write.content().strip().replace("\n", " / "));
            case Step.Search search -> java.util.stream.Stream
                    .of("search " + search.metric() + " " + search.target() + " on " + search.pieces().size(),
                            line(search.pieces().getFirst()), line(search.trial()));
            case Step.Splice splice -> java.util.stream.Stream.concat(
                    java.util.stream.Stream.concat(splice.pieces().stream(), java.util.stream.Stream.of(splice.join()))
                            .map(run -> line(run.command())),
                    java.util.stream.Stream.of("if not right: " + line(splice.otherwise().command())));
            case Step.Report report -> java.util.stream.Stream.of("report " + report.product() + ": " + report.report().form());
            case Step.IfLarger larger ->
                java.util.stream.Stream.of("if larger than " + larger.bytes() + ": " + line(larger.copy().command()));
        }).toList();
    }

    private static String line(Command command) {
        String line = String.join(" ", command.arguments(Planning::name, Map.of()));
        return line.replace("-hide_banner -nostdin -y -loglevel level+warning -nostats ", "")
                .replaceAll("-protocol_whitelist file -format_whitelist \\S+ ", "").replace(" file:", " ");
    }

    private static String name(Ref ref) {
        return switch (ref) {
            case Ref.Source(int index) -> "IN" + index;
            case Ref.Scratch(String name) -> name;
            case Ref.Target(int index) -> "OUT" + index;
            case Ref.Inside(int index, String name) -> "OUT" + index + "/" + name;
            case Ref.Beside(java.nio.file.Path file) -> file.toString();
            case Ref.Nowhere() -> "-";
        };
    }
}
