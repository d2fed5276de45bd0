package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Orders of steps that give a worse picture or sound than the other way round, without being wrong. */
final class Order {

    /**
     * One of them.
     *
     * @param step  what stands too low
     * @param above what stands above it and had better stand below
     * @param why   what suffers
     */
    private record Rule(String step, Set<String> above, PictureWords why) {
    }

    private static final List<Rule> RULES = List.of(
            new Rule("deinterlace", Set.of("scale", "crop", "rotate", "frame-rate"), PictureWords.FIELDS_FIRST),
            new Rule("tone-map", Set.of("lut", "colour"), PictureWords.LIGHT_FIRST),
            new Rule("volume", Set.of("loudness"), PictureWords.VOLUME_FIRST),
            new Rule("scale", Set.of("sharpen"), PictureWords.SHARPEN_LAST));

    private Order() {}

    /** A warning for each step that had better be moved, with the move that would do it. */
    static List<Problem> warnings(List<Operation> steps) {
        return IntStream.range(0, steps.size()).boxed()
                .flatMap(at -> RULES.stream().filter(rule -> rule.step.equals(steps.get(at).id()))
                        .flatMap(rule -> IntStream.range(0, at).filter(i -> rule.above.contains(steps.get(i).id())).boxed()
                                .findFirst().map(to -> warning(rule, steps, at, to)).stream()))
                .toList();
    }

    private static Problem warning(Rule rule, List<Operation> steps, int from, int to) {
        String other = steps.get(to).id();
        return new Problem("", Code.ORDER, rule.why.with(rule.step, other)).at(from)
                .mendedBy(new Fix.Move(PictureWords.MOVE_ABOVE.with(rule.step, other), from, to));
    }
}
