package io.reelbench.app;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.look.Banner;
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
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window at once and the engine behind it, and closes both in the right order. */
public final class Start extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(Start.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Carrier carrier = new Carrier();
    private Opening opening;
    private Memory memory;
    private Stage stage;
    private Beginning beginning;
    private Optional<Engine> engine = Optional.empty();
    private Optional<Window> window = Optional.empty();
    private Optional<Session> session = Optional.empty();

    @Override
    public void init() {
        List<String> arguments = getParameters() == null ? List.of() : getParameters().getRaw();
        opening = Opening.of(arguments);
        memory = new Memory(opening.places().config());
    }

    @Override
    public void start(Stage first) {
        stage = first;
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
        Theme.load();
        beginning = new Beginning(memory);
        stage.setTitle("Reelbench");
        stage.setScene(beginning.scene());
        Stay.keep(stage, memory);
        stage.show();
        open();
    }

    private void open() {
        beginning.begin();
        carrier.fetch(() -> Engine.open(opening.places(), Engine.Mode.OWN_QUEUE), this::opened, this::failed);
    }

    private void opened(Engine now) {
        engine = Optional.of(now);
        Room room = new Room(new Desk(now, carrier), new Actions(), memory);
        Window whole = new Window(room);
        window = Optional.of(whole);
        stage.setScene(whole.scene());
        Session lasting = new Session(room);
        session = Optional.of(lasting);
        lasting.open();
        whole.opened();
        if (!opening.files().isEmpty()) {
            whole.bring(opening.files());
        }
    }

    private void failed(Failure failure) {
        beginning.fail(failure, this::open, Platform::exit);
    }

    /** Nobody foresaw it: the log has all of it, the window one sentence. */
    private void uncaught(Thread thread, Throwable fault) {
        LOG.error("An unforeseen fault in {}", thread.getName(), fault);
        carrier.onFx(() -> window.ifPresentOrElse(
                w -> w.tell(Banner.Tone.AMBER,
                        StartWords.UNFORESEEN.say(opening.places().logs())),
                () -> failed(new Failure.Internal(String.valueOf(fault.getMessage())))));
    }

    /** The window is gone already; what must still be written and stopped is done elsewhere, with an end to the patience. */
    @Override
    public void stop() {
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
        engine.ifPresent(Engine::close);
    }
}
