package io.reelbench.app.form;

import java.util.List;

/**
 * What a form shows of one option.
 *
 * @param given as typed; empty when nothing was given and the default holds
 * @param mixed whether the clips differ in it; what is given is then of the clip in the viewer
 */
public record Shown(List<String> given, boolean mixed) {

    public static final Shown NOTHING = new Shown(List.of(), false);

    /** The text in a field of one line, else what stands for nothing given. */
    public String textOr(String usual) {
        return given.isEmpty() ? usual : String.join(",", given);
    }

    public boolean isGiven() {
        return !given.isEmpty();
    }
}
