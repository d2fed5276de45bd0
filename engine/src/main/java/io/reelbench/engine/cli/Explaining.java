package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Explanation;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.report.JsonFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what would be done to each clip; runs nothing. */
final class Explaining {

    private static final int SUBJECT = 14;

    /** What came of planning one. */
    private record Clip(Path file, Optional<Planned> planned, Optional<Failure> failure) {

        Optional<Plan> plan() {
            return planned.flatMap(Planned::plan);
        }
    }

    private final Shell shell;
    private final Parsed parsed;
    private final Engine engine;
    private final Wanted.Run wanted;
    private int good;
    private int unfit;
    private int failed;

    Explaining(Shell shell, Parsed parsed, Engine engine, Wanted.Run run) {
        this.shell = shell;
        this.parsed = parsed;
        this.engine = engine;
        this.wanted = run;
    }

    int run() throws InterruptedException {
        Gathered gathered = Outputs.gathered(wanted, shell.directory());
        gathered.losses().forEach(this::lost);
        List<Clip> clips = new ArrayList<>();
        List<List<Gathered.Clip>> tasks = Outputs.tasks(wanted, gathered);
        for (List<Gathered.Clip> each : tasks) {
            clips.add(planned(each));
        }
        List<List<Path>> outputs = engine.outputs(
                tasks.stream().map(each -> Outputs.request(wanted, each, shell.directory())).toList(),
                clips.stream().map(Clip::plan).toList());
        for (int i = 0; i < clips.size(); i++) {
            explain(clips.get(i), outputs.get(i));
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

    private Clip planned(List<Gathered.Clip> clips) throws InterruptedException {
        Path first = clips.getFirst().file();
        try {
            List<Media> media = engine.probe(clips.stream().map(Gathered.Clip::file).toList());
            return new Clip(first, Optional.of(engine.plan(wanted.recipe(), media)), Optional.empty());
        } catch (FailedException e) {
            return new Clip(first, Optional.empty(), Optional.of(e.failure()));
        }
    }

    private void explain(Clip clip, List<Path> outputs) {
        if (clip.failure().isPresent()) {
            failed++;
            failed(clip.file(), clip.failure().get());
        } else if (clip.plan().isPresent()) {
            good++;
            show(clip.file(), clip.planned().orElseThrow(), clip.plan().get(), outputs);
        } else {
            unfit++;
            unfit(clip.file(), clip.planned().orElseThrow().problems());
        }
    }

    private void show(Path clip, Planned planned, Plan plan, List<Path> outputs) {
        List<String> commands = engine.commands(plan, outputs.getFirst());
        if (parsed.globals().json()) {
            new Json(shell).write(object(clip, planned, plan, outputs, commands));
            return;
        }
        Explanation why = plan.explanation();
        shell.say(shell.shown(clip) + " → " + String.join(", ", outputs.stream().map(shell::shown).toList()));
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

    private ObjectNode object(Path clip, Planned planned, Plan plan, List<Path> outputs, List<String> commands) {
        Json json = new Json(shell);
        ObjectNode object = json.object().put("file", clip.toString()).put("output", outputs.getFirst().toString())
                .put("line", plan.explanation().line().toString());
        ArrayNode files = object.putArray("outputs");
        outputs.forEach(output -> files.add(output.toString()));
        ArrayNode reasons = object.putArray("reasons");
        plan.explanation().reasons().forEach(r -> reasons.addObject().put("subject", r.subject().toString())
                .put("verdict", r.verdict().toString()).put("because", r.because().toString()));
        ArrayNode notes = object.putArray("notes");
        plan.explanation().notes().forEach(note -> notes.add(note.toString()));
        object.set("problems", json.problems(planned.problems()));
        ObjectNode estimate = object.putObject("estimate");
        JsonFields.seconds(estimate, "seconds", plan.estimate().lengthUs());
        estimate.put("leastBytes", plan.estimate().leastBytes()).put("mostBytes", plan.estimate().mostBytes());
        plan.estimate().seconds().ifPresent(range -> estimate.put("leastSeconds", Math.round(range.least() * 10) / 10.0)
                .put("mostSeconds", Math.round(range.most() * 10) / 10.0).put("learnt", range.learnt()));
        ArrayNode all = object.putArray("commands");
        commands.forEach(all::add);
        return object;
    }

    private void unfit(Path clip, List<Problem> problems) {
        if (parsed.globals().json()) {
            Json json = new Json(shell);
            ObjectNode object = json.object().put("file", clip.toString());
            object.set("problems", json.problems(problems));
            json.write(object);
            return;
        }
        Sentences sentences = new Sentences(shell, parsed.command(), task -> task.name());
        problems.stream().filter(p -> !p.isWarning())
                .forEach(p -> complain(List.of(sentences.complaint(shell.shown(clip), p))));
    }

    private void failed(Path clip, Failure failure) {
        if (parsed.globals().json()) {
            Json json = new Json(shell);
            ObjectNode object = json.object().put("file", clip.toString());
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
