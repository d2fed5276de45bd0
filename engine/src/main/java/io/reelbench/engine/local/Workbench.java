package io.reelbench.engine.local;

import io.reelbench.engine.ffmpeg.Ran;
import io.reelbench.engine.ffmpeg.Runner;
import io.reelbench.engine.media.Counted;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.Placer;
import io.reelbench.engine.output.Verifier;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.reuse.Results;
import java.nio.file.Path;
import java.util.List;

/**
 * All that running a plan on this machine takes.
 *
 * @param program   ffmpeg's own path, for the record of what to look for after a crash
 * @param scratch   a folder of ours for pieces and logs
 * @param diagnosis says why a run of ffmpeg failed
 * @param crowd     counts the runs that go on
 * @param past      what was done on this machine
 * @param counting  counts what is in many files
 * @param results   what was made of what
 */
public record Workbench(Clips clips, Planning planning, RecipeReader recipes, Runner runner, Path program, Verifier verifier,
        Placer placer, Path scratch, Diagnosis diagnosis, Crowd crowd, PastFile past, Counting counting,
        Results results) {

    /** The same with something between it and ffmpeg. */
    Workbench with(Runner other) {
        return new Workbench(clips, planning, recipes, other, program, verifier, placer, scratch, diagnosis, crowd, past,
                counting, results);
    }

    /** Reads many files in one go. */
    @FunctionalInterface
    public interface Counting {

        /**
         * What is in each; fewer than asked for when one cannot be read.
         *
         * @param list  names them, for ffmpeg's concat demuxer, each as long as {@link io.reelbench.engine.plan.OwnWork.ListPieces#APART}
         * @param timed how many of their tracks, from the first, say how long they are
         */
        List<Counted> of(Path list, int count, int timed) throws FailedException, InterruptedException;
    }

    /** Says why a run failed, from how it ended. */
    public interface Diagnosis {
        Failure of(Ran ran, Path clip, Path folder);
    }
}
