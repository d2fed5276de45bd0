package io.reelbench.app.words;

import io.reelbench.app.room.Tip;
import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;

import io.reelbench.app.Workplace;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.app.memory.Remembered.Splits;
import io.reelbench.app.room.Action;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.operation.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/** Goes through the whole window, every room and every step's form, and collects all that a person may read or hear. */
final class Walk implements AutoCloseable {

    private static final Set<String> FEW = Set.of("trim", "compress", "subtitle-burn");

    private final Workplace work;
    private final Stage stage;
    private final Window window;
    private final Set<String> read = new TreeSet<>();
    private final Consumer<Node> looked;
    private final boolean brief;

    /** @param looked told the root of the window in every state */
    private Walk(Path folder, NodeOrientation direction, boolean brief, Consumer<Node> looked) throws Exception {
        this.looked = looked;
        this.brief = brief;
        this.work = Workplace.in(folder);
        work.room().memory().change(r -> r.with(new Splits(260, 310, 0, true, false, false)).with(Look.DARK));
        this.window = onFx(() -> new Window(work.room()));
        this.stage = onFx(() -> {
            Stage made = new Stage();
            window.scene().setNodeOrientation(direction);
            made.setScene(window.scene());
            made.setWidth(1000);
            made.setHeight(700);
            made.show();
            window.opened(() -> {
            });
            return made;
        });
    }

    /** All words of the window in the language that is set. */
    static Set<String> words(Path folder) throws Exception {
        return words(folder, NodeOrientation.LEFT_TO_RIGHT, false, _ -> {
        });
    }

    /** The same with the forms of a few steps only. */
    static Set<String> briefly(Path folder, NodeOrientation direction, Consumer<Node> looked) throws Exception {
        return words(folder, direction, true, looked);
    }

    private static Set<String> words(Path folder, NodeOrientation direction, boolean brief, Consumer<Node> looked)
            throws Exception {
        try (Walk walk = new Walk(folder, direction, brief, looked)) {
            walk.all(folder);
            return walk.read;
        }
    }

    private void all(Path folder) throws Exception {
        look();
        Path film = work.film("probe.mp4", 1, 64, 64);
        Path broken = Files.writeString(film.resolveSibling("broken.mp4"), "nothing");
        List<Clip> clips = onFx(() -> work.desk().add(List.of(film, broken)));
        until("both are read",
                () -> clips.stream().noneMatch(c -> c.facts().get() instanceof io.reelbench.app.desk.Facts.Reading));
        doFx(() -> work.desk().select(List.of(clips.getFirst())));
        look();
        for (Catalog.Entry entry : work.engine().catalog().entries()) {
            if (!brief || FEW.contains(entry.about().id())) {
                step(entry.about().id());
            }
        }
        doFx(() -> work.desk().select(clips));
        step("scale");
        doFx(() -> work.desk().select(List.of(clips.getFirst())));
        queue();
        rooms();
        actions();
    }

    private void step(String id) {
        fire("add-step:" + id);
        look(".rb-recipe");
        read.add(onFx(() -> work.desk().history().undoable().get()));
        doFx(work.desk().history()::undo);
    }

    private void queue() {
        fire("add-step:thumbnail");
        until("it can run", () -> work.room().actions().find("run-now").possible().get());
        look();
        fire("run-now");
        until("it is done", () -> work.engine().tasks().stream().anyMatch(t -> t.state().isOver()));
        look();
        read.add(onFx(() -> work.desk().history().undoable().get()));
    }

    private void rooms() {
        fire("go-settings");
        look();
        ListView<?> nav = onFx(() -> (ListView<?>) window.scene().getRoot().lookup(".rb-settings-nav"));
        for (int i = 0; i < nav.getItems().size(); i++) {
            int page = i;
            doFx(() -> nav.getSelectionModel().select(page));
            look();
        }
        for (String room : List.of("go-history", "go-watch-folders", "watch-add", "go-bench", "command-box")) {
            fire(room);
            look();
        }
        fire("command-box");
    }

    private void actions() {
        for (Action action : onFx(() -> List.copyOf(work.room().actions().all()))) {
            read.add(action.title());
            read.add(action.where().say());
        }
    }

    private void fire(String action) {
        doFx(() -> work.room().actions().find(action).fire());
    }

    private void look() {
        look(".root");
    }

    private void look(String part) {
        doFx(() -> {
            Parent root = window.scene().getRoot();
            root.applyCss();
            root.layout();
            read(root.lookup(part));
            looked.accept(root);
        });
    }

    private void read(Node node) {
        said(node.getAccessibleText(), node.getAccessibleHelp(), Tip.of(node));
        switch (node) {
            case MenuButton menu -> {
                said(menu.getText());
                items(menu.getItems());
            }
            case ComboBox<?> combo -> combo(combo);
            case MiddleLabel _ -> {
                // what it leaves out depends on the room that it has; it is read in full
            }
            case Labeled words -> said(words.getText());
            case TextInputControl field -> said(field.getPromptText());
            default -> {
                // says nothing by itself
            }
        }
        if (node instanceof Control control) {
            ContextMenu menu = control.getContextMenu();
            items(menu == null ? List.of() : menu.getItems());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::read);
        }
    }

    private <T> void combo(ComboBox<T> combo) {
        said(combo.getPromptText());
        if (combo.getConverter() != null) {
            combo.getItems().forEach(one -> said(combo.getConverter().toString(one)));
        }
    }

    private void items(List<MenuItem> items) {
        items.forEach(item -> said(item.getText()));
    }

    private void said(String... words) {
        Stream.of(words).filter(Objects::nonNull).filter(w -> !w.isBlank()).forEach(read::add);
    }

    @Override
    public void close() {
        doFx(() -> {
            stage.hide();
            window.close();
        });
        work.close();
    }
}
