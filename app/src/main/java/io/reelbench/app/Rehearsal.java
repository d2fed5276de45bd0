package io.reelbench.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Opens the window once and closes it again, so that the JVM which packs the product can write down what classes a start takes
 * ({@code -XX:ArchiveClassesAtExit}); the first start of a user is then as quick as later ones. The folder that is given is the program's
 * own meanwhile, and is thrown away.
 */
final class Rehearsal {

    /** Behind the window come its rows, and a decoder. */
    private static final Duration CALM = Duration.seconds(2);

    /** A window that tells why it cannot open waits for a person, and a build has none. */
    private static final java.time.Duration PATIENCE = java.time.Duration.ofMinutes(5);

    private Rehearsal() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        Opening opening = Opening.of(List.of("--data-dir", folder.toString()));
        Start start = Main.opened(opening).orElseThrow();
        start.whole().orTimeout(PATIENCE.toMinutes(), TimeUnit.MINUTES).whenComplete((_, never) -> {
            if (never != null) {
                System.err.println("the window did not open; " + opening.places().logs() + " says why");
                Runtime.getRuntime().halt(1);
            }
            PauseTransition calm = new PauseTransition(CALM);
            calm.setOnFinished(_ -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            calm.play();
        });
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
