package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.gather.Gatherer;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.plan.Explanation;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what would be done to each clip; runs nothing. */
final class Explaining {

    private static final int SUBJECT = 14;

    private final Shell shell;
    private final Parsed parsed;
    private final Engine engine;
    private final Recipe recipe;
    private final OutputWish wish;
    private int good;
    private int unfit;
    private int failed;

    Explaining(Shell shell, Parsed parsed, Engine engine, Wanted.Run run) {
        this.shell = shell;
        this.parsed = parsed;
        this.engine = engine;
        this.recipe = run.recipe();
        this.wish = Outputs.from(run.wish(), shell.directory());
    }

    int run(Wanted.Sources sources) throws InterruptedException {
        Gathered gathered = new Gatherer(shell.directory(), sources.recursive()).gather(sources.paths());
        gathered.losses().forEach(this::lost);
        for (int i = 0; i < gathered.clips().size(); i++) {
            explain(gathered.clips().get(i), i + 1);
        }
        boolean allUnfit = unfit > 0 && good + failed == 0;
        return allUnfit ? Tally.USAGE : unfit + failed > 0 ? Tally.FAILED : Tally.GOOD;
    }

    private void lost(Gathered.Loss loss) {
        failed++;
        if (parsed.globals().json()) {
            Json json = new Json(shell);
            ObjectNode object = json.object().put("file", loss.file().toString());
            object.set("error", json.error(loss.kind(), loss.headline(), loss.fix()));
            json.write(object);
        } else {
            complain(Sentences.lost(loss));
        }
    }

    private void explain(Gathered.Clip clip, int index) throws InterruptedException {
        try {
            Media media = engine.probe(clip.file());
            Planned planned = engine.plan(recipe, media);
            if (planned.plan().isPresent()) {
                good++;
                Path output = Outputs.wished(wish, clip, index, recipe, planned.plan().get().products().getFirst());
                show(clip, planned, planned.plan().get(), output);
            } else {
                unfit++;
                unfit(clip, planned.problems());
            }
        } catch (FailedException e) {
            failed++;
            failed(clip, e.failure());
        }
    }

    private void show(Gathered.Clip clip, Planned planned, Plan plan, Path output) {
        List<String> commands = engine.commands(plan, output);
        if (parsed.globals().json()) {
            new Json(shell).write(object(clip, planned, plan, output, commands));
            return;
        }
        Explanation why = plan.explanation();
        shell.say(shell.shown(clip.file()) + " → " + shell.shown(output));
        shell.say("  " + why.line());
        shell.say("");
        why.reasons().forEach(r -> shell.say("  " + Columns.fitted(r.subject().toString(), SUBJECT, "…")
                + CliWords.BECAUSE.with(r.verdict(), r.because())));
        planned.problems().forEach(p -> shell.say("  " + p));
        why.notes().forEach(note -> shell.say("  " + note));
        shell.say("");
        commands.forEach(shell.out()::println);
        shell.say("");
    }

    private ObjectNode object(Gathered.Clip clip, Planned planned, Plan plan, Path output, List<String> commands) {
        Json json = new Json(shell);
        ObjectNode object = json.object().put("file", clip.file().toString()).put("output", output.toString())
                .put("line", plan.explanation().line().toString());
        ArrayNode reasons = object.putArray("reasons");
        plan.explanation().reasons().forEach(r -> reasons.addObject().put("subject", r.subject().toString())
                .put("verdict", r.verdict().toString()).put("because", r.because().toString()));
        ArrayNode notes = object.putArray("notes");
        plan.explanation().notes().forEach(note -> notes.add(note.toString()));
        object.set("problems", json.problems(planned.problems()));
        ObjectNode estimate = object.putObject("estimate");
        Json.seconds(estimate, "seconds", plan.estimate().lengthUs());
        estimate.put("leastBytes", plan.estimate().leastBytes()).put("mostBytes", plan.estimate().mostBytes());
        plan.estimate().seconds().ifPresent(range -> estimate.put("leastSeconds", Math.round(range.least() * 10) / 10.0)
                .put("mostSeconds", Math.round(range.most() * 10) / 10.0).put("learnt", range.learnt()));
        ArrayNode all = object.putArray("commands");
        commands.forEach(all::add);
        return object;
    }

    private void unfit(Gathered.Clip clip, List<Problem> problems) {
        if (parsed.globals().json()) {
            Json json = new Json(shell);
            ObjectNode object = json.object().put("file", clip.file().toString());
            object.set("problems", json.problems(problems));
            json.write(object);
            return;
        }
        Sentences sentences = new Sentences(shell, parsed.command(), task -> task.name());
        problems.stream().filter(p -> !p.isWarning())
                .forEach(p -> complain(List.of(sentences.complaint(shell.shown(clip.file()), p))));
    }

    private void failed(Gathered.Clip clip, Failure failure) {
        if (parsed.globals().json()) {
            Json json = new Json(shell);
            ObjectNode object = json.object().put("file", clip.file().toString());
            object.set("error", json.failure(failure));
            json.write(object);
        } else {
            complain(List.of(failure.headline().toString(), failure.fix().toString()));
        }
    }

    private void complain(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            shell.complain(Columns.oneLine((i == 0 ? "reelbench " + parsed.command() + ": " : "  ") + lines.get(i)));
        }
    }
}
