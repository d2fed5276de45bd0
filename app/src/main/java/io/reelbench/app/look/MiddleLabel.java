package io.reelbench.app.look;

import java.util.function.ToDoubleFunction;

/** A name that shortens in its middle. */
public final class MiddleLabel extends FittedLabel {

    private String name = "";

    public MiddleLabel() {}

    public MiddleLabel(String name) {
        say(name);
    }

    public void say(String now) {
        name = now;
        refit();
    }

    @Override
    String whole() {
        return name == null ? "" : name;
    }

    @Override
    String fitted(double width, ToDoubleFunction<String> measure) {
        return Shortening.middle(name, width, measure);
    }
}
