package io.reelbench.app;

import io.reelbench.engine.cli.Cli;

/** Where the product starts. Not a JavaFX Application: the launcher would then demand JavaFX before the first line runs. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Cli.main(args);
    }
}
