package io.reelbench.app.elsewhere;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;

import io.reelbench.app.Services;
import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Theme;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.cloud.StandIn;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.MemoryVault;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.account.Vault;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** The whole window beside a server that stands in for a service. */
final class Office {

    /** Opens a server. */
    interface Opening {
        StandIn open(Path folder, StandIn.Maker maker) throws Exception;
    }

    final Workplace place;
    final StandIn server;
    final Window window;

    Office(Path folder, Stage stage, Opening service) throws Exception {
        this(folder, stage, new MemoryVault(), service);
    }

    /** @param vault the keyring */
    Office(Path folder, Stage stage, Vault vault, Opening service) throws Exception {
        Theme.load();
        place = Workplace.in(folder.resolve("home"), Services.world(vault));
        server = service.open(folder.resolve("server"), Services.maker(place));
        window = new Window(place.room());
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(900);
        stage.show();
    }

    void close() throws Exception {
        doFx(window::close);
        place.close();
        server.close();
    }

    /** Adds an account with the server, as the window knows it. */
    Account account(String name) throws Exception {
        return account(server.account().named(name), Optional.of(Secret.of(StandIn.KEY)));
    }

    Account account(Account account, Optional<Secret> key) throws Exception {
        place.engine().cloud().put(account, key);
        doFx(() -> place.desk().elsewhere().again());
        until("the window knows it", () -> place.desk().elsewhere().find(account.id()).isPresent());
        settle();
        return account;
    }

    void settle() {
        doFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        });
    }

    void fire(String action) {
        doFx(() -> place.room().actions().find(action).fire());
        settle();
    }

    /** A clip with steps, planned. */
    Clip clip(String name, int seconds, Path out, Card... cards) throws Exception {
        Path file = place.film(name, seconds, 160, 90);
        Clip clip = onFx(() -> place.desk().add(List.of(file)).getFirst());
        until("it is read", () -> clip.media().isPresent());
        doFx(() -> place.desk().edit(Text.verbatim("Steps"),
                draft -> draft.with(List.of(cards)).placed(Map.of("to", List.of(out.toString())))));
        until("it is planned", () -> clip.planning().get() instanceof Planning.Ready);
        return clip;
    }

    /** Chooses who does what the recipe says. */
    void runOn(FxRobot robot, Account account) {
        settle();
        doFx(() -> robot.lookup("#run-on").<ComboBox<Optional<String>>>query().setValue(Optional.of(account.id())));
        until("it is planned for there", () -> place.desk().selected().stream()
                .allMatch(c -> c.draft().get().on().equals(Optional.of(account.id()))));
    }

    /** The words of all labels that are seen in a part of the window. */
    static String words(FxRobot robot, String selector) {
        return onFx(() -> robot.lookup(selector).queryAll().stream().flatMap(n -> n.lookupAll(".label").stream())
                .filter(Office::isSeen).filter(Label.class::isInstance).map(n -> ((Label) n).getText())
                .collect(Collectors.joining(" | ")));
    }

    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Presses the button that says this, as soon as it is there. */
    void press(FxRobot robot, String words) {
        until("there is " + words, () -> button(robot, words).isPresent());
        doFx(() -> button(robot, words).orElseThrow().fire());
        settle();
    }

    static Optional<Button> button(FxRobot robot, String words) {
        return robot.lookup(".button").queryAllAs(Button.class).stream().filter(b -> words.equals(b.getText()) && isSeen(b))
                .findFirst();
    }

    List<Task> tasks(TaskState state) {
        return place.engine().tasks().stream().filter(t -> t.state() == state).toList();
    }

    /** The only task, once it is in that state. */
    Task only(TaskState state) {
        until("one is " + state, () -> !tasks(state).isEmpty());
        return tasks(state).getFirst();
    }
}
