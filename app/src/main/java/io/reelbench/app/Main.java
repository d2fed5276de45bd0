package io.reelbench.app;

import io.reelbench.engine.cli.Cli;
import javafx.application.Application;

/** Where the product starts: without arguments the window, else the command line. Not an Application itself: the launcher would then demand JavaFX before the first line runs. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length == 0) {
            Application.launch(Start.class);
        } else {
            Cli.main(args);
        }
    }
}
