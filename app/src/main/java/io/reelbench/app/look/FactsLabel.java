package io.reelbench.app.look;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Facts in one line, the most telling first. Without room it leaves out whole facts from the right. */
public final class FactsLabel extends FittedLabel {

    private List<String> facts = List.of();

    public FactsLabel() {
        getStyleClass().add("rb-facts");
    }

    public void say(List<String> now) {
        facts = List.copyOf(now);
        refit();
    }

    @Override
    String whole() {
        return facts == null ? "" : Shortening.joined(facts);
    }

    @Override
    String fitted(double width, ToDoubleFunction<String> measure) {
        return Shortening.facts(facts, width, measure);
    }
}
