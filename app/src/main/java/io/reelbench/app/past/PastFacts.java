package io.reelbench.app.past;

import io.reelbench.app.look.Times;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.queue.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is told of a past task, line by line. Pure. */
final class PastFacts {

    private static final int FILES = 8;

    private PastFacts() {}

    /** A head and what stands under it. */
    record Part(PastWords head, List<String> lines, boolean code) {
    }

    static List<Part> of(PastRow row) {
        Task task = row.task();
        List<Part> parts = new ArrayList<>();
        task.outcome().failure().ifPresent(f -> parts.add(
                new Part(PastWords.FAILED, List.of(f.headline().toString(), f.fix().toString()), false)));
        parts.add(new Part(PastWords.STEPS, List.of(row.told()), false));
        parts.add(new Part(PastWords.INPUTS, few(task.asked().inputs().stream().map(i -> i.file().toString()).toList()), false));
        if (!task.outcome().results().isEmpty()) {
            parts.add(new Part(PastWords.OUTPUTS, few(task.outcome().results().stream().map(r -> made(row, r)).toList()), false));
        }
        row.address().ifPresent(address -> parts.add(new Part(PastWords.LINK, List.of(address), false)));
        parts.add(new Part(PastWords.WHEN, List.of(when(task)), false));
        if (!task.outcome().notes().isEmpty()) {
            parts.add(new Part(PastWords.NOTES, task.outcome().notes().stream().map(Object::toString).toList(), false));
        }
        task.outcome().log().ifPresent(log -> parts.add(new Part(PastWords.LOG, List.of(log.command(), log.words()), true)));
        return parts;
    }

    private static List<String> few(List<String> all) {
        if (all.size() <= FILES) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, FILES - 1));
        some.add(PastWords.MORE.say(all.size() - some.size()));
        return some;
    }

    private static String made(PastRow row, Task.Result result) {
        if (row.missing().contains(result.file())) {
            return PastWords.GONE.say(result.file());
        }
        String size = new Bytes(result.bytes()).spoken();
        String facts = result.proof().filter(p -> p.lengthUs().isPresent())
                .map(p -> PastWords.PROVEN.say(size, PastWords.LENGTH.say(Times.length(p.lengthUs().getAsLong())))).orElse(size);
        return PastWords.PROVEN.say(result.file(), facts);
    }

    private static String when(Task task) {
        String created = PastCell.spoken(task.times().created());
        return task.times().started().isPresent() && task.times().finished().isPresent()
                ? PastWords.TOOK.say(created,
                        Times.span(
                                Duration.between(task.times().started().get(), task.times().finished().get()).toNanos() / 1000))
                : created;
    }

    /** All of it as a text to send. */
    static List<String> report(PastRow row) {
        List<String> lines = new ArrayList<>(List.of(row.task().name(), PastWords.of(row.task().state()).say()));
        of(row).forEach(part -> {
            lines.add("");
            lines.add(part.head().say());
            lines.addAll(part.lines());
        });
        return lines;
    }
}
