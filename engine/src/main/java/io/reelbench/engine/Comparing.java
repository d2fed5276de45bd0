package io.reelbench.engine;

import io.reelbench.engine.local.Clips;
import io.reelbench.engine.local.Planning;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Glimpse;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a clip beside what a task made of it. */
final class Comparing {

    private final Clips clips;
    private final Planning planning;

    Comparing(Clips clips, Planning planning) {
        this.clips = clips;
        this.planning = planning;
    }

    /** @param request what the task asks for */
    Comparison of(Task task, Request request) throws FailedException, InterruptedException {
        Path output = task.outcome().results().stream().findFirst().map(Task.Result::file)
                .orElseThrow(() -> new FailedException(new Failure.Missing(task.name())));
        Media made = pictured(clips.probe(output));
        List<Media> sources = new ArrayList<>();
        for (Path file : request.clips()) {
            sources.add(clips.probe(file));
        }
        pictured(sources.getFirst());
        return new Comparison(sources.getFirst(), made,
                unchanged(task, sources) ? moments(request, sources) : Optional.empty());
    }

    private static Media pictured(Media file) throws FailedException {
        if (file.video().isEmpty() && file.all(Track.Cover.class).isEmpty()) {
            throw new FailedException(new Failure.NoPicture(file.name()));
        }
        return file;
    }

    /** A clip that is another one now tells nothing of what was made of the old one. */
    private static boolean unchanged(Task task, List<Media> sources) {
        Task.Input then = task.asked().inputs().getFirst();
        Media now = sources.getFirst();
        return sources.size() == 1 && now.bytes() == then.bytes() && now.modifiedMs() == then.modifiedMs();
    }

    private Optional<Glimpse> moments(Request request, List<Media> sources) throws InterruptedException {
        try {
            return planning.plan(request.recipe(), sources, request.allowed()).plan().flatMap(Plan::glimpse);
        } catch (FailedException planless) {
            // it can be looked at all the same
            return Optional.empty();
        }
    }
}
