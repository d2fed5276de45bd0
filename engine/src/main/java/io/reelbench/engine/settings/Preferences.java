package io.reelbench.engine.settings;

/** All that a person chooses once for the whole program. */
public record Preferences(Appearance appearance, Work work, Disk disk, Tools tools, Keyboard keyboard) {

    public Preferences() {
        this(new Appearance(), new Work(), new Disk(), new Tools(), new Keyboard());
    }
}
