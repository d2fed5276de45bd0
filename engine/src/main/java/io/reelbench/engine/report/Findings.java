package io.reelbench.engine.report;

import io.reelbench.engine.plan.Range;
import java.util.List;

/**
 * What was found in a clip, in microseconds from its first frame, in order.
 *
 * @param scenes  from one change of the picture to the next; empty where it was not looked for
 * @param black   where the picture is black
 * @param silence where nothing is heard
 */
public record Findings(List<Range> scenes, List<Range> black, List<Range> silence) {

    public Findings {
        scenes = List.copyOf(scenes);
        black = List.copyOf(black);
        silence = List.copyOf(silence);
    }

    /** Where scenes change: they begin there, the first one apart. */
    public List<Long> changes() {
        return scenes.stream().skip(1).map(Range::fromUs).toList();
    }
}
