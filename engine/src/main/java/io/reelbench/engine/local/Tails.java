package io.reelbench.engine.local;

import io.reelbench.engine.ffmpeg.Ran;
import io.reelbench.engine.ffmpeg.Runner;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.output.Verifier;
import io.reelbench.engine.plan.Command;
import io.reelbench.engine.plan.Ref;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays the end of a file through the decoders: a file whose index is whole may still end in rubbish. */
public final class Tails implements Verifier.Tail {

    private final Runner runner;
    private final Path folder;

    /**
     * @param folder a working directory that is there
     */
    public Tails(Runner runner, Path folder) {
        this.runner = runner;
        this.folder = folder;
    }

    /** Where the last second cannot be reached by seeking (frames marked as keyframes that are none), the whole file must play. */
    @Override
    public boolean decodes(Path file, long fromUs) throws FailedException, InterruptedException {
        return plays(file, fromUs) || fromUs > 0 && plays(file, 0);
    }

    private boolean plays(Path file, long fromUs) throws FailedException, InterruptedException {
        Command play = new Command(List.of(new Command.Input(List.of("-ss", Time.seconds(fromUs)), new Ref.Source(0))),
                Optional.empty(),
                List.of(new Command.Output(List.of("-map", "0:v:0?", "-map", "0:a?", "-fps_mode", "passthrough",
                        "-enc_time_base:v", "demux", "-f", "null"), new Ref.Nowhere())));
        try {
            Ran ran = runner.start(play.arguments(_ -> file.toString(), Map.of()), folder, _ -> {
            }).await();
            return ran.ended() && ran.errors() == 0;
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffmpeg cannot be started: " + e.getMessage()), e);
        }
    }
}
