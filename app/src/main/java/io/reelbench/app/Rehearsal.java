package io.reelbench.app;

import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Opens the window once and closes it again, so that the JVM which packs the product can write down what a start takes
 * ({@code -XX:AOTCacheOutput}, JEP 514). The program's own folder meanwhile is thrown away. What was learnt holds for one JVM and one place
 * only (the path of JavaFX is part of it), so both are written down beside it for the launcher.
 */
final class Rehearsal {

    /** Behind the window come its rows, and a decoder. */
    private static final Duration CALM = Duration.seconds(2);

    /** A window that tells why it cannot open waits for a person, and a build has none. */
    private static final java.time.Duration PATIENCE = java.time.Duration.ofMinutes(5);

    /** What a display that is seen takes beside what the headless one does: toolkit and pipeline. */
    private static final Pattern SEEN = Pattern
            .compile("(com/sun/(?:glass/ui/(?:gtk|mac|win)|prism/(?:es2|mtl|d3d))/.*)\\.class");

    private Rehearsal() {}

    /** @param arguments a folder that is not there yet, the folder of the product, and the file that tells of which JVM and place this is */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Files.writeString(Path.of(arguments[2]), Path.of(arguments[1]).toRealPath() + "\n" + build() + "\n");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        Opening opening = Opening.of(List.of("--data-dir", folder.toString()));
        begin(opening.places());
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
        loadSeen();
    }

    /** Leaves what a first start leaves, since most starts find it and read it. */
    private static void begin(Places places) throws IOException, InterruptedException {
        try {
            Engine.open(places, Engine.Mode.OWN_QUEUE).close();
        } catch (FailedException e) {
            throw new IOException("the engine did not open; " + places.logs() + " says why", e);
        }
        Memory memory = new Memory(places.config());
        memory.change(now -> now.with(new Remembered.Bounds(0, 0, 1280, 720, false)));
        memory.write();
    }

    /** The JVM as the launcher reads it. */
    private static String build() throws IOException {
        Path release = Path.of(System.getProperty("java.home"), "release");
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.matches("(IMPLEMENTOR|JAVA_RUNTIME_VERSION)=.*"))
                    .map(line -> line.substring(line.indexOf('=') + 1)).collect(Collectors.joining());
        }
    }

    /** Loads classes without running any of them. */
    private static void loadSeen() {
        Module javafx = Window.class.getModule();
        ResolvedModule resolved = javafx.getLayer().configuration().findModule(javafx.getName()).orElseThrow();
        try (ModuleReader reader = resolved.reference().open(); Stream<String> names = reader.list()) {
            names.map(SEEN::matcher).filter(Matcher::matches).map(name -> name.group(1).replace('/', '.'))
                    .forEach(name -> Class.forName(javafx, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
