package io.reelbench.engine.plan;

import java.util.List;

/**
 * Steps that were planned for one clip, in the plan of several.
 *
 * @param place of the clip among them, from 0
 */
record Renumbering(int place) {

    List<Step> of(List<Step> steps) {
        return steps.stream().map(step -> step instanceof Step.Measure m
                ? (Step) new Step.Measure(m.placeholder(), m.measure(), of(m.command()), m.share(), m.mediaUs())
                : step).toList();
    }

    private Command of(Command command) {
        return new Command(command.inputs().stream()
                .map(i -> i.file() instanceof Ref.Source ? new Command.Input(i.arguments(), new Ref.Source(place)) : i).toList(),
                command.graph(), command.outputs());
    }
}
