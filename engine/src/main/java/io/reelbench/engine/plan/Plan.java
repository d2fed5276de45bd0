package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How one task will be done: steps, what comes out, and why.
 *
 * @param sources     the clips, in the order in which {@link Ref.Source} counts them
 * @param steps       in order
 * @param products    in the order in which {@link Ref.Target} counts them; never empty
 * @param explanation in words
 * @param estimate    how long and how large
 * @param glimpse     what happens to single frames of the first product that has a picture; empty when none has
 * @param zones       the stretches of the clip whose frames are encoded though the picture is copied, because a cut lies there; in order, and
 *                    empty where nothing is encoded, and where everything is
 */
public record Plan(List<Media> sources, List<Step> steps, List<Product> products, Explanation explanation, Estimate estimate,
        Optional<Glimpse> glimpse, List<Range> zones) {

    /** The user's files that it reads: the clips, and what lies beside them. */
    public List<Path> reads() {
        Stream<Path> beside = steps.stream().flatMap(step -> switch (step) {
            case Step.Run run -> beside(run.command());
            case Step.Fit fit -> beside(fit.run().command());
            case Step.Measure measure -> beside(measure.command());
            case Step.Fetch(Bring file) -> Stream.of(file.file());
            case Step.Own(OwnWork.Letter letter) -> Stream.of(letter.file());
            default -> Stream.of();
        });
        return Stream.concat(sources.stream().map(Media::path), beside).distinct().toList();
    }

    /** Whether its picture is copied but for the frames around cuts. */
    public boolean copiesAroundCuts() {
        return steps.stream().anyMatch(Step.Splice.class::isInstance);
    }

    private static Stream<Path> beside(Command command) {
        return command.inputs().stream().map(Command.Input::file).filter(Ref.Beside.class::isInstance)
                .map(file -> ((Ref.Beside) file).file());
    }

    /**
     * What is expected before it runs.
     *
     * @param lengthUs  length of the first product in microseconds; empty when nobody knows
     * @param leastBytes all products together, at least
     * @param mostBytes  all products together, at most (the disk needs this)
     * @param scratchBytes pieces that are removed again
     * @param ceiling    what all products together cannot pass: a size that is promised, or the source's where its streams are taken
     *                   instead of a larger result
     * @param seconds   that it takes on this machine when nothing else runs; empty when nobody knows how much there is to do
     * @param work      what the rest was told from; see {@link Past#of}
     */
    public record Estimate(OptionalLong lengthUs, long leastBytes, long mostBytes, long scratchBytes, OptionalLong ceiling,
            Optional<Likely> seconds,
            Work work) {
    }
}
