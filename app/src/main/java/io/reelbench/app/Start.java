package io.reelbench.app;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.look.Banner;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Session;
import io.reelbench.app.shell.Beginning;
import io.reelbench.app.shell.Stay;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.problem.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the engine while the toolkit comes up, then the window, and closes both in the right order. Where that takes longer than usual a
 * greeting is seen, the frame with nothing in it; where it cannot be opened, the window says why.
 */
final class Start {

    private static final Logger LOG = LoggerFactory.getLogger(Start.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The greeting costs a tenth of a second of the FX thread: where the engine is about to be open, the window itself comes as soon. */
    private static final javafx.util.Duration UNNOTICED = javafx.util.Duration.millis(120);

    private final Carrier carrier = new Carrier();
    private final Opening opening;
    private final Memory memory;
    private final CompletableFuture<Void> whole = new CompletableFuture<>();
    private CompletableFuture<Engine> coming;
    private Stage stage;
    private PauseTransition late;
    private Optional<Beginning> beginning = Optional.empty();
    private Optional<Window> window = Optional.empty();
    private Optional<Session> session = Optional.empty();

    /** The engine begins to open at once. */
    Start(Opening opening) {
        this.opening = opening;
        this.coming = engine();
        this.memory = new Memory(opening.places().config());
    }

    private CompletableFuture<Engine> engine() {
        return carrier.ask(() -> Engine.open(opening.places(), Engine.Mode.OWN_QUEUE));
    }

    /** On the FX thread, as soon as there is a toolkit; closing the stage ends it all. */
    void show(Stage first) {
        stage = first;
        late = new PauseTransition(UNNOTICED);
        late.setOnFinished(_ -> greet().begin());
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
        Theme.load();
        stage.setTitle("Reelbench");
        Stay.keep(stage, memory);
        stage.setOnHidden(_ -> {
            late.stop();
            stop();
        });
        Icons.load();
        await();
    }

    private void await() {
        late.playFromStart();
        carrier.bring(coming, this::opened, this::failed);
    }

    /** Done on the FX thread, once all of the window is there. */
    CompletableFuture<Void> whole() {
        return whole;
    }

    private Beginning greet() {
        late.stop();
        Beginning greets = beginning.orElseGet(() -> new Beginning(memory));
        beginning = Optional.of(greets);
        stage.setScene(greets.scene());
        stage.show();
        return greets;
    }

    private void again() {
        coming = engine();
        await();
    }

    private void opened(Engine engine) {
        late.stop();
        Room room = new Room(new Desk(engine, carrier), new Actions(), memory);
        Window whole = new Window(room);
        window = Optional.of(whole);
        stage.setScene(whole.scene());
        stage.show();
        Session lasting = new Session(room);
        session = Optional.of(lasting);
        lasting.open();
        whole.opened(() -> warm(engine));
        if (!opening.files().isEmpty()) {
            whole.bring(opening.files());
        }
        this.whole.complete(null);
    }

    /** What decodes pictures starts; that takes a processor for half a second. */
    private void warm(Engine engine) {
        carrier.aside(() -> {
            engine.warm();
            return null;
        });
    }

    private void failed(Failure failure) {
        greet().fail(failure, this::again, stage::hide);
    }

    /** Nobody foresaw it: the log has all of it, the window one sentence. */
    private void uncaught(Thread thread, Throwable fault) {
        LOG.error("An unforeseen fault in {}", thread.getName(), fault);
        carrier.onFx(() -> window.ifPresentOrElse(
                w -> w.tell(Banner.Tone.AMBER,
                        StartWords.UNFORESEEN.say(opening.places().logs())),
                () -> failed(new Failure.Internal(String.valueOf(fault.getMessage())))));
    }

    /** The window is gone, or never came; what must still be written and stopped is done elsewhere, with an end to the patience. */
    void stop() {
        session.ifPresent(Session::close);
        window.ifPresent(Window::close);
        Thread closing = Thread.ofPlatform().name("reelbench-closing").daemon().start(this::close);
        Thread.ofPlatform().name("reelbench-end").start(() -> {
            try {
                if (!closing.join(PATIENCE)) {
                    LOG.error("The queue did not close in {} s; what it leaves is put right at the next start",
                            PATIENCE.toSeconds());
                    Runtime.getRuntime().halt(0);
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void close() {
        carrier.close();
        // one that opens just now is closed as well
        coming.handle((engine, _) -> Optional.ofNullable(engine)).join().ifPresent(Engine::close);
    }
}
