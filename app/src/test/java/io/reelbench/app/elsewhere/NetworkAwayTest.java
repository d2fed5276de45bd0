package io.reelbench.app.elsewhere;

import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.desk.Card;
import io.reelbench.engine.cloud.RelayStationStandIn;
import io.reelbench.engine.cloud.StandIn;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.queue.TaskState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A network that is away is a state of a task and no error: nothing is asked of the person, and it goes on by itself. */
@ExtendWith(ApplicationExtension.class)
class NetworkAwayTest {

    @TempDir
    private Path folder;
    private Office office;

    @Start
    void show(Stage stage) throws Exception {
        office = new Office(folder, stage, RelayStationStandIn::new);
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    /** From now on that port leads to another one. */
    private static ServerSocket lead(int from, int to) throws IOException {
        ServerSocket door = new ServerSocket(from, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket in = door.accept();
                    Socket out = new Socket(InetAddress.getLoopbackAddress(), to);
                    pour(in, out);
                    pour(out, in);
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
        return door;
    }

    private static void pour(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from; to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException ended) {
                // one of both has hung up
            }
        });
    }

    @Test
    void itIsSaidInTheRowAndGoesOnByItself(FxRobot robot) throws Exception {
        int port = freePort();
        Account away = office.account(office.server.account().named("relay").at(URI.create("http://127.0.0.1:" + port)),
                Optional.of(Secret.of(StandIn.KEY)));
        office.clip("film.mp4", 1, folder.resolve("out"),
                Card.of("thumbnail").with("time", List.of("0.2")).with("format", List.of("png")));
        office.runOn(robot, away);
        until("it is planned for there", () -> Office.words(robot, ".rb-foot").contains("On relay"));
        office.fire("toggle-queue");
        office.fire("add-to-queue");
        until("it waits", () -> Office.words(robot, "#queue-running").contains("Waiting for network · relay"));
        assertThat(office.tasks(TaskState.FAILED)).isEmpty();
        assertThat(Office.words(robot, ".rb-title-bar")).contains("Working").doesNotContain("need");
        assertThat(robot.lookup("#queue-running .rb-red").queryAll()).isEmpty();
        ServerSocket back = lead(port, office.server.account().base().getPort());
        until("it is over", () -> office.place.engine().tasks().getFirst().state().isOver());
        assertThat(office.place.engine().tasks().getFirst().outcome().failure()).isEmpty();
        back.close();
        assertThat(office.server.violations).isEmpty();
    }
}
