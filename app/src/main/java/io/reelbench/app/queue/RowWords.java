package io.reelbench.app.queue;

import io.reelbench.app.look.Times;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.output.Proof;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a row says: facts, the most telling first. Pure. */
final class RowWords {

    /** Less than that is only the head of a file. */
    private static final long SOMETHING = 10_000;

    private RowWords() {}

    /** What a task under way does, how fast, and how much there is so far. */
    static List<String> running(QueueRow row) {
        Optional<Progress> progress = row.live().get().map(QueueRow.Live::progress);
        if (row.state() == TaskState.PAUSED) {
            OptionalDouble fraction = row.fraction();
            return List.of(
                    fraction.isPresent() ? QueueWords.PAUSED_AT.say(percent(fraction.getAsDouble())) : QueueWords.PAUSED.say());
        } else if (row.state() == TaskState.VERIFYING) {
            return List.of(QueueWords.CHECKING.say());
        }
        List<String> facts = new ArrayList<>();
        Optional<Step.Doing> doing = progress.flatMap(Progress::doing);
        facts.add(row.asksKey().get() && doing.isEmpty() ? QueueWords.WAITING_FOR_KEY.say() : doing(doing));
        progress.ifPresent(p -> {
            p.speed().stream().filter(speed -> speed >= 0.005).forEach(speed -> facts.add(QueueWords.SPEED.say(speed(speed))));
            p.fps().stream().filter(fps -> fps >= 0.5).forEach(fps -> facts.add(QueueWords.FPS.say(Math.round(fps))));
            p.bytes().stream().filter(bytes -> bytes >= SOMETHING).forEach(bytes -> facts.add(new Bytes(bytes).spoken()));
        });
        row.where().ifPresent(facts::add);
        return facts;
    }

    static String doing(Optional<Step.Doing> doing) {
        return doing.map(QueueWords::of).orElse(QueueWords.STARTING).say();
    }

    /** {@code 1.8}, {@code 38}. */
    private static String speed(double speed) {
        return speed < 0.095
                ? String.format(Locale.ROOT, "%.2f", speed)
                : speed < 9.95 ? String.format(Locale.ROOT, "%.1f", speed) : Long.toString(Math.round(speed));
    }

    static int percent(double fraction) {
        return (int) Math.floor(fraction * 100 + 1e-9);
    }

    /** What a task that waits will do, or why it waits. */
    static List<String> waiting(QueueRow row, Optional<Hints.Hint> hint) {
        List<String> facts = new ArrayList<>();
        if (row.state() == TaskState.PAUSED) {
            facts.add(QueueWords.PAUSED.say());
        } else if (row.hasBegun()) {
            facts.add(QueueWords.GOES_ON_AT.say(percent(row.fraction().orElse(0))));
        }
        hint.ifPresent(h -> {
            facts.add(h.recipe());
            h.size().ifPresent(size -> facts.add(QueueWords.ABOUT.say(size)));
        });
        row.where().ifPresent(facts::add);
        Priority priority = row.task().get().priority();
        if (priority != Priority.NORMAL) {
            facts.add((priority == Priority.HIGH ? QueueWords.FIRST : QueueWords.LAST).say());
        }
        return facts;
    }

    /** What was proven of what a task made: nothing that was not looked at. */
    static List<String> proof(Task task) {
        List<Task.Result> results = task.outcome().results();
        List<String> facts = new ArrayList<>();
        if (task.state() == TaskState.SKIPPED) {
            facts.add(QueueWords.ALREADY_THERE.say());
        } else if (task.state() == TaskState.CANCELLED) {
            facts.add(QueueWords.CANCELLED.say());
        } else {
            results.stream().findFirst().flatMap(Task.Result::proof).ifPresent(proof -> facts.addAll(of(proof)));
            if (results.size() > 1) {
                facts.add(QueueWords.FILES.say(results.size()));
            }
            if (!results.isEmpty()) {
                facts.add(new Bytes(results.stream().mapToLong(Task.Result::bytes).sum()).spoken());
            }
            Optional<Text> cost = Cloud.cost(task);
            cost.ifPresent(note -> facts.add(Math.min(1, facts.size()), note.arguments().getFirst()));
            task.outcome().notes().stream().filter(note -> cost.filter(note::equals).isEmpty())
                    .forEach(note -> facts.add(note.toString()));
        }
        return facts;
    }

    private static List<String> of(Proof proof) {
        List<String> facts = new ArrayList<>();
        boolean lasts = proof.lengthUs().isPresent();
        proof.pieces().ifPresent(count -> facts.add(QueueWords.PIECES.say(count)));
        if (lasts) {
            facts.add((proof.played() ? QueueWords.DECODES : QueueWords.OPENS).say());
            String is = hundredths(proof.lengthUs().getAsLong());
            if (proof.expectedUs().isPresent()) {
                String planned = hundredths(proof.expectedUs().getAsLong());
                facts.add((is.equals(planned) ? QueueWords.LENGTHS : QueueWords.LENGTHS_NEARLY).say(is, planned));
            } else {
                facts.add(is);
            }
            facts.add(proof.sounds() == 0 ? QueueWords.NO_AUDIO.say() : QueueWords.AUDIO.say(proof.sounds()));
        }
        if (!lasts && proof.pictures() > 1) {
            facts.add(QueueWords.PICTURES.say(proof.pictures()));
        }
        if (proof.subtitles() > 0) {
            facts.add(QueueWords.SUBTITLES.say(proof.subtitles()));
        }
        return facts;
    }

    /** {@code 0:39.83}; what containers round differently counts as the same. */
    private static String hundredths(long us) {
        long hundredths = Math.round(us / 10_000.0);
        String whole = Time.spoken(hundredths / 100 * Time.SECOND);
        return String.format(Locale.ROOT, "%s.%02d", whole, hundredths % 100);
    }

    static String left(Overall.Left left) {
        return QueueWords.LEFT.say(Times.span(left.leastUs(), left.mostUs()));
    }

    /** For screen readers: name, what it does, and how far in steps of ten. */
    static String spoken(QueueRow row) {
        List<String> facts = switch (row.state()) {
            case RUNNING, VERIFYING -> new ArrayList<>(running(row).subList(0, 1));
            case PAUSED -> List.of(QueueWords.PAUSED.say());
            case WAITING -> waiting(row, Optional.empty());
            case FAILED -> List.of(row.task().get().outcome().failure().map(f -> f.headline().toString()).orElse(""));
            case DONE, SKIPPED, CANCELLED -> proof(row.task().get());
        };
        OptionalDouble fraction = row.fraction();
        String percent = row.hasBegun() && fraction.isPresent()
                ? ", " + QueueWords.PERCENT.say(percent(fraction.getAsDouble()) / 10 * 10)
                : "";
        return row.name() + ", " + String.join(", ", facts) + percent;
    }
}
