package io.reelbench.app;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Session;
import io.reelbench.app.look.Theme;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import javafx.application.Application;
import javafx.stage.Stage;

/** Opens the window. */
public final class Start extends Application {

    private Engine engine;
    private Carrier carrier;
    private Session session;

    @Override
    public void init() throws Exception {
        engine = Engine.open(Places.ofUser(), Engine.Mode.OWN_QUEUE);
        carrier = new Carrier();
    }

    @Override
    public void start(Stage stage) {
        Theme.load();
        Room room = new Room(new Desk(engine, carrier), new Actions(), new Memory(Places.ofUser().config()));
        stage.setTitle("Reelbench");
        stage.setScene(new Window(room).scene());
        session = new Session(room);
        session.open();
        stage.show();
    }

    @Override
    public void stop() {
        if (session != null) {
            session.close();
        }
        carrier.close();
        engine.close();
    }
}
