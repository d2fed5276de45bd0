package io.reelbench.engine.local;

import io.reelbench.engine.ffmpeg.Ran;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.plan.Command;
import io.reelbench.engine.plan.Ref;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Proves that a spliced product is right: it has as many pictures as it must, and at both ends of each copied stretch the frames that a
 * decoder shows are the very frames of the source, without one complaint.
 */
final class SpliceCheck {

    /** A decoder is given so much before the frames that are compared, so that it comes over the seam. */
    private static final long RUN_UP = Time.SECOND;
    /** The frame behind a stretch is not in it, however its time was rounded. */
    private static final long ROUNDING = 1000;
    private static final String LIST = "shown.txt";

    /** Runs one command. */
    interface Runs {
        Ran run(Command command) throws FailedException, InterruptedException;
    }

    private final Step.Splice splice;
    private final Media media;
    private final Path scratch;
    private final Runs runs;

    SpliceCheck(Step.Splice splice, Media media, Path scratch, Runs runs) {
        this.media = media;
        this.splice = splice;
        this.scratch = scratch;
        this.runs = runs;
    }

    /**
     * What is wrong with the product, for the log; empty where nothing is.
     *
     * @param joined the run that made it
     */
    Optional<String> wrong(Ran joined) throws FailedException, InterruptedException {
        long frames = joined.last().frame().orElse(splice.frames());
        if (frames != splice.frames()) {
            return Optional.of(frames + " frames and not " + splice.frames());
        } else if (joined.complaints().contains("monoton")) {
            return Optional.of("its times run backwards");
        }
        for (Step.Seam seam : splice.seams()) {
            Optional<String> wrong = wrong(seam);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrong(Step.Seam seam) throws FailedException, InterruptedException {
        List<String> expected;
        if (seam.shown().isPresent()) {
            expected = read(seam.shown().get());
        } else if (seam.behind()) {
            expected = source(seam.sourceUs(), seam.nearUs(), Step.Seam.FRAMES);
        } else {
            expected = source(seam.sourceUs() - seam.nearUs(), seam.nearUs() - ROUNDING, Integer.MAX_VALUE);
        }
        return expected.isEmpty() || Collections.indexOfSubList(product(seam.atUs()), expected) < 0
                ? Optional.of("other frames %s the seam at %s".formatted(seam.behind() ? "behind" : "before",
                        Time.spoken(seam.atUs())))
                : Optional.empty();
    }

    private List<String> source(long fromUs, long lengthUs, int most) throws FailedException, InterruptedException {
        // with its own times, since what ffmpeg counts as a file's beginning depends on the tracks that are read
        long at = fromUs - media.startUs();
        long lead = Math.clamp(at, 0, splice.leadUs());
        String trim = "trim=start=%s:end=%s".formatted(Time.seconds(fromUs), Time.seconds(fromUs + lengthUs));
        return shown(new Command.Input(List.of("-noautorotate", "-copyts", "-ss", Time.seconds(Math.max(0, at - lead)), "-t",
                Time.seconds(lead + lengthUs + RUN_UP)), new Ref.Source(0)), "0:" + splice.track(), trim, most, false);
    }

    /** The frames around a seam. */
    private List<String> product(long seamUs) throws FailedException, InterruptedException {
        long from = Math.max(0, seamUs - RUN_UP - splice.leadUs());
        return shown(new Command.Input(List.of("-noautorotate", "-ss", Time.seconds(from), "-t",
                Time.seconds(seamUs - from + RUN_UP)), splice.join().command().outputs().getFirst().file()), "0:v:0", "null",
                Integer.MAX_VALUE,
                true);
    }

    /** Checksums of frames; none where a decoder complained that must not. */
    private List<String> shown(Command.Input input, String map, String filter, int most, boolean strict)
            throws FailedException, InterruptedException {
        Command show = new Command(List.of(input), Optional.empty(),
                List.of(new Command.Output(List.of("-map", map, "-filter:v", filter,
                        "-frames:v", Integer.toString(most), "-fps_mode", "passthrough", "-f", "framemd5"),
                        new Ref.Scratch(LIST))));
        Ran ran = runs.run(show);
        return strict && ran.errors() > 0 ? List.of() : read(LIST);
    }

    /** The checksums in a list of frames. */
    private List<String> read(String name) throws FailedException {
        try {
            return Files.readAllLines(scratch.resolve(name)).stream().filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(line.lastIndexOf(',') + 1).strip()).toList();
        } catch (IOException e) {
            throw Faults.writing(scratch, e);
        }
    }
}
