package io.reelbench.app.desk;

import io.reelbench.engine.Comparison;

/** A clip that is looked at beside a finished file. */
public record Compared(Clip clip, Comparison files) {

    /** Of the finished file. */
    public String name() {
        return files.made().name();
    }
}
