package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.cloud.provider.Route;
import io.reelbench.engine.cloud.task.RemoteKind;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Explanation;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.report.JsonFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what would be done to each clip; runs nothing. */
final class Explaining {

    private static final int SUBJECT = 14;

    /**
     * What came of planning one.
     *
     * @param route when another's computer does it
     */
    private record Clip(Path file, Optional<Plan> plan, List<Problem> problems, Optional<Route> route,
            Optional<Failure> failure) {
    }

    private final Shell shell;
    private final Parsed parsed;
    private final Engine engine;
    private final Wanted.Run wanted;
    /** Whose computer does it, when it is not this one. */
    private Optional<Account> on = Optional.empty();
    /** What publishing costs. */
    private List<Text> asked = List.of();
    private int good;
    private int unfit;
    private int failed;

    Explaining(Shell shell, Parsed parsed, Engine engine, Wanted.Run run) {
        this.shell = shell;
        this.parsed = parsed;
        this.engine = engine;
        this.wanted = run;
    }

    int run() throws FailedException, InterruptedException {
        on = wanted.on().isPresent() ? Optional.of(engine.cloud().account(wanted.on().get())) : Optional.empty();
        asked = costOfPublishing();
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

    private List<Text> costOfPublishing() throws FailedException {
        List<Text> all = new ArrayList<>();
        for (String place : wanted.recipe().publish()) {
            Destination goal = CloudDesk.destination(engine.cloud(), place, shell.directory());
            engine.cloud().costOfKeeping(goal).ifPresent(all::add);
        }
        return all;
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
            if (on.isPresent()) {
                RemoteKind.Drafted drafted = engine.cloud().draft(on.get(), wanted.recipe(), media);
                return new Clip(first, drafted.plan(), drafted.problems(), drafted.route(), Optional.empty());
            }
            Planned planned = engine.plan(wanted.recipe(), media);
            return new Clip(first, planned.plan(), planned.problems(), Optional.empty(), Optional.empty());
        } catch (FailedException e) {
            return new Clip(first, Optional.empty(), List.of(), Optional.empty(), Optional.of(e.failure()));
        }
    }

    private void explain(Clip clip, List<Path> outputs) {
        if (clip.failure().isPresent()) {
            failed++;
            failed(clip.file(), clip.failure().get());
        } else if (clip.plan().isPresent()) {
            good++;
            show(clip, clip.plan().get(), outputs);
        } else {
            unfit++;
            unfit(clip.file(), clip.problems());
        }
    }

    private void show(Clip clip, Plan plan, List<Path> outputs) {
        if (parsed.globals().json()) {
            new Json(shell).write(object(clip, plan, outputs));
            return;
        }
        shell.say(shell.shown(clip.file()) + " → " + String.join(", ", outputs.stream().map(shell::shown).toList()));
        clip.route().ifPresentOrElse(route -> sayElsewhere(route, plan), () -> sayHere(plan));
        clip.problems().forEach(p -> shell.say("  " + p));
        asked.forEach(said -> shell.say("  " + said));
        shell.say("");
        if (clip.route().isEmpty()) {
            engine.commands(plan, outputs.getFirst()).forEach(shell.out()::println);
            shell.say("");
        }
    }

    /** What it costs there, and what that service does otherwise. */
    private void sayElsewhere(Route route, Plan plan) {
        String bytes = bytes(plan).spoken();
        String name = on.orElseThrow().name();
        shell.say("  " + route.cost()
                .map(cost -> cost.amount().signum() == 0
                        ? CliWords.ELSEWHERE_FREE.with(name, bytes)
                        : CliWords.ELSEWHERE.with(name, cost, bytes))
                .orElseGet(() -> CliWords.ELSEWHERE_METERED.with(name, bytes)));
        route.notes().forEach(note -> shell.say("  " + note));
    }

    private static Bytes bytes(Plan plan) {
        return new Bytes(plan.sources().stream().mapToLong(Media::bytes).sum());
    }

    private void sayHere(Plan plan) {
        Explanation why = plan.explanation();
        shell.say("  " + why.line());
        shell.say("");
        why.reasons().forEach(r -> shell.say("  " + Columns.fitted(r.subject().toString(), SUBJECT, "…")
                + CliWords.BECAUSE.with(r.verdict(), r.because())));
        why.notes().forEach(note -> shell.say("  " + note));
    }

    private ObjectNode object(Clip clip, Plan plan, List<Path> outputs) {
        Json json = new Json(shell);
        ObjectNode object = json.object().put("file", clip.file().toString()).put("output", outputs.getFirst().toString());
        ArrayNode files = object.putArray("outputs");
        outputs.forEach(output -> files.add(output.toString()));
        clip.route().ifPresentOrElse(route -> putElsewhere(object, route, plan),
                () -> putHere(object, plan, engine.commands(plan, outputs.getFirst())));
        object.set("problems", json.problems(clip.problems()));
        ArrayNode publishing = object.putArray("publishing");
        asked.forEach(said -> publishing.add(said.toString()));
        return object;
    }

    private void putElsewhere(ObjectNode object, Route route, Plan plan) {
        object.put("on", on.orElseThrow().name()).put("bytes", bytes(plan).count());
        route.cost().ifPresent(cost -> object.putObject("cost").put("amount", cost.amount()).put("unit",
                cost.unit().name().toLowerCase(Locale.ROOT)));
        ArrayNode notes = object.putArray("notes");
        route.notes().forEach(note -> notes.add(note.toString()));
    }

    private static void putHere(ObjectNode object, Plan plan, List<String> commands) {
        object.put("line", plan.explanation().line().toString());
        ArrayNode reasons = object.putArray("reasons");
        plan.explanation().reasons().forEach(r -> reasons.addObject().put("subject", r.subject().toString())
                .put("verdict", r.verdict().toString()).put("because", r.because().toString()));
        ArrayNode notes = object.putArray("notes");
        plan.explanation().notes().forEach(note -> notes.add(note.toString()));
        ObjectNode estimate = object.putObject("estimate");
        JsonFields.seconds(estimate, "seconds", plan.estimate().lengthUs());
        estimate.put("leastBytes", plan.estimate().leastBytes()).put("mostBytes", plan.estimate().mostBytes());
        plan.estimate().seconds().ifPresent(range -> estimate.put("leastSeconds", Math.round(range.least() * 10) / 10.0)
                .put("mostSeconds", Math.round(range.most() * 10) / 10.0).put("learnt", range.learnt()));
        ArrayNode all = object.putArray("commands");
        commands.forEach(all::add);
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
