package io.reelbench.app;

import io.reelbench.engine.cli.Cli;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Where the product starts: without arguments, or with {@value #WINDOW} first, the window; else the command line. Not an Application
 * itself: the launcher would then demand JavaFX before the first line runs.
 */
public final class Main {

    /** Opens the window: {@code --window [--data-dir DIR] [files…]}. */
    static final String WINDOW = "--window";
    private static final String NO_DISPLAY = "reelbench: there is no display to open a window on.";
    private static final int WRONG_PLACE = 2;

    private Main() {}

    public static void main(String[] args) {
        boolean bare = args.length == 0;
        if (!bare && !args[0].equals(WINDOW)) {
            Cli.main(args);
        } else if (!hasDisplay(System.getProperty("os.name"), System.getenv(), System.getProperty("glass.platform", ""))
                || opened(Opening.of(List.of(args))).isEmpty()) {
            System.err.println(NO_DISPLAY);
            if (!bare) {
                System.exit(WRONG_PLACE);
            }
            Cli.main(args);
        }
    }

    /**
     * Empty when there is no screen for the window; the program ends when it is closed. Settings are read and the engine opens while the
     * toolkit comes up.
     */
    static Optional<Start> opened(Opening opening) {
        CompletableFuture<Start> coming = CompletableFuture.supplyAsync(() -> {
            Before.settle(opening);
            return new Start(opening);
        }, Thread.ofPlatform().name("reelbench-start")::start);
        if (Before.mayScale(opening)) {
            coming.join();
        }
        try {
            Platform.startup(() -> coming.join().show(new Stage()));
            return Optional.of(coming.join());
        } catch (UnsupportedOperationException unreachable) {
            coming.join().stop();
            return Optional.empty();
        } catch (CompletionException broken) {
            Platform.exit(); // else the toolkit would go on without a window
            throw broken;
        }
    }

    /** JavaFX draws on X11, which a Wayland desktop offers as well; Windows and macOS always have a display. */
    static boolean hasDisplay(String system, Map<String, String> environment, String platform) {
        boolean ownDisplay = system.toLowerCase(Locale.ROOT).matches(".*(windows|mac).*")
                || platform.equalsIgnoreCase("Headless");
        return ownDisplay || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
