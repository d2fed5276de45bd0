package io.reelbench.app.shell;

import io.reelbench.app.clips.ClipsPane;
import io.reelbench.app.clips.DropArea;
import io.reelbench.app.look.Banner;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.app.queue.QueuePane;
import io.reelbench.app.recipe.RecipePane;
import io.reelbench.app.room.Room;
import io.reelbench.app.viewer.ViewerPane;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Puts the regions together and decides whether the bench or the empty state is seen. */
public final class Window implements AutoCloseable {

    private final Room room;
    private final Scene scene;
    private final ObjectProperty<Look> look;
    private final Panels panels;
    private final QueuePane dock;
    private final ObjectBinding<QueueStatus> queue;
    private final Palette palette = new Palette();
    private final ClipsPane clips;
    private final Bench bench;
    private final EmptyState empty;
    private final VBox notes = new VBox(1);
    private final InvalidationListener filled = _ -> choose();
    private final Runnable rehearsed = this::rehearsed;

    public Window(Room room) {
        this.room = room;
        this.look = new SimpleObjectProperty<>(this, "look", room.memory().now().look());
        this.panels = new Panels(room.memory());
        Offers offers = new Offers(room);
        Commands.register(room, look,
                () -> palette.toggle(Palette.Kind.EVERYTHING, "Search clips and actions", offers.everything()),
                () -> palette.toggle(Palette.Kind.STEPS, "Add a step", offers.steps()), () -> scene().getWindow().hide());
        panels.register(room.actions());
        this.clips = new ClipsPane(room);
        this.dock = new QueuePane(room);
        dock.opened().bindBidirectional(panels.queueOpen());
        this.queue = QueueStatus.of(dock.model());
        this.bench = new Bench(clips, new ViewerPane(room), dock, new RecipePane(room), panels);
        this.empty = new EmptyState(room.actions());
        TitleBar title = new TitleBar(room.actions(), queue, look, panels.narrow());
        StackPane place = new StackPane(bench, empty);
        place.getStyleClass().add("rb-place");
        VBox.setVgrow(place, Priority.ALWAYS);
        StackPane all = new StackPane(new VBox(title, notes, place), new DropArea(room, clips.intake()), palette);
        this.scene = new Scene(all, 1280, 720);
        Theme.dress(scene, look.get());
        look.subscribe(this::wear);
        room.actions().listenTo(scene);
        room.desk().clips().addListener(filled);
        queue.addListener(filled);
        choose();
    }

    private void wear(Look now) {
        Theme.wear(scene, now);
        if (room.memory().now().look() != now) {
            room.memory().change(remembered -> remembered.with(now));
        }
    }

    private void choose() {
        boolean nothing = room.desk().clips().isEmpty() && queue.get().empty();
        boolean changes = empty.isVisible() != nothing;
        empty.setVisible(nothing);
        bench.setVisible(!nothing);
        if (changes && nothing) {
            empty.focus();
        }
    }

    /** Shows one sentence under the title bar until it is closed; the same one is not shown twice. */
    public void tell(Banner.Tone tone, String sentence) {
        boolean told = notes.getChildren().stream().anyMatch(n -> sentence.equals(n.getAccessibleText()));
        if (!told) {
            Banner banner = new Banner(tone, sentence);
            banner.setAccessibleText(sentence);
            banner.getStyleClass().add("rb-window-note");
            notes.getChildren().setAll(banner.closedBy(() -> notes.getChildren().remove(banner)));
        }
    }

    /** Takes files and folders that the window was opened with. */
    public void bring(List<Path> files) {
        clips.intake().bring(files);
    }

    /** The session is back: the focus goes where work begins. */
    public void opened() {
        choose();
        if (empty.isVisible()) {
            empty.focus();
            rehearse();
        }
    }

    /** Styles and lays out, under the empty state, what comes with the first clips: they are on screen at once then. */
    private void rehearse() {
        bench.setVisible(true);
        clips.rehearse(true);
        scene.addPostLayoutPulseListener(rehearsed);
    }

    private void rehearsed() {
        scene.removePostLayoutPulseListener(rehearsed);
        clips.rehearse(false);
        choose();
    }

    public Scene scene() {
        return scene;
    }

    public Room room() {
        return room;
    }

    /** Lets go of the queue; before the engine closes. */
    @Override
    public void close() {
        dock.model().close();
    }
}
