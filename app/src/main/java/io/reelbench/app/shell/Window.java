package io.reelbench.app.shell;

import io.reelbench.app.clips.ClipsPane;
import io.reelbench.app.clips.DropArea;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Elsewhere;
import io.reelbench.app.look.Banner;
import io.reelbench.app.making.MakingRoom;
import io.reelbench.app.past.PastRoom;
import io.reelbench.app.queue.QueuePane;
import io.reelbench.app.recipe.RecipePane;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Keymap;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import io.reelbench.app.settings.SettingsRoom;
import io.reelbench.app.viewer.ViewerPane;
import io.reelbench.app.watching.WatchingRoom;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Puts the regions together and decides whether the bench or the empty state is seen. */
public final class Window implements AutoCloseable {

    /** Where actions belong that mean the same in every room. */
    static final List<Section> EVERYWHERE = List.of(Section.WINDOW, Section.EDIT);

    /** Longer than a window is drawn in; JavaFX does not tell when it is. */
    private static final Duration DRAWING = Duration.millis(200);

    private final Room room;
    private final Scene scene;
    private final Looks looks;
    private final Panels panels;
    private final QueuePane dock;
    private final ObjectBinding<QueueStatus> queue;
    private final Palette palette = new Palette();
    private final ClipsPane clips;
    private final Bench bench;
    private final EmptyState empty;
    /** The bench comes into it when it is first seen, or once the window is: what is in a scene is styled and laid out even unseen. */
    private final StackPane place;
    private final Rooms rooms;
    private final VBox notes = new VBox(1);
    private final InvalidationListener filled = _ -> choose();
    private final Runnable laidOut = this::laidOut;
    private final PauseTransition drawing = new PauseTransition(DRAWING);
    private final Runnable rehearsed = this::rehearsed;
    private final Pin keys;
    private final WatchingRoom watching;
    private SettingsRoom settings;
    private PastRoom past;

    public Window(Room room) {
        this.room = room;
        SettingsFile chosen = room.desk().engine().settings();
        this.looks = new Looks(chosen, room.desk().carrier(), room.memory());
        this.panels = new Panels(room.memory());
        Offers offers = new Offers(room, this::showBench, () -> settings().findable());
        Commands.register(room, looks,
                () -> palette.toggle(Palette.Kind.EVERYTHING, ShellWords.SEARCH.say(), offers.everything()),
                () -> palette.toggle(Palette.Kind.STEPS, ShellWords.ADD_STEP.say(), offers.steps()),
                () -> scene().getWindow().hide());
        panels.register(room.actions());
        this.clips = new ClipsPane(room);
        this.dock = new QueuePane(room);
        dock.opened().bindBidirectional(panels.queueOpen());
        this.queue = QueueStatus.of(dock.model(), room.desk().elsewhere().keys().asked());
        this.bench = new Bench(clips, new ViewerPane(room), dock, new RecipePane(room), panels);
        this.empty = new EmptyState(room.actions());
        this.place = new StackPane(empty);
        this.rooms = new Rooms(place);
        for (View one : View.values()) {
            room.actions().add(one.action(), one.going(), Section.WINDOW, one.key(),
                    () -> rooms.go(one));
        }
        rooms.put(View.SETTINGS, this::settings);
        room.actions().add("go-accounts", ShellWords.ACCOUNTS.with(), Section.WINDOW, "",
                () -> settings().showAccounts());
        MakingRoom making = new MakingRoom(room, this::showQueue);
        rooms.put(View.MAKING, () -> making);
        rooms.put(View.PAST, this::past);
        room.actions().add("clip-history", ShellWords.CLIP_HISTORY.with(), Section.CLIPS, "",
                room.desk().current().isNotNull(), this::showPastOfClip);
        past();
        this.watching = new WatchingRoom(room, sentence -> tell(Banner.Tone.AMBER, sentence));
        rooms.put(View.WATCHING, () -> watching);
        KeyBars keyBars = new KeyBars(room.desk().elsewhere().keys(), room.actions());
        TitleBar title = new TitleBar(room.actions(), queue, looks.look(), panels.narrow());
        HBox below = new HBox(1, new Rail(room.actions(), rooms.view(), generates(room.desk().elsewhere())), rooms);
        below.getStyleClass().add("rb-below-title");
        HBox.setHgrow(rooms, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        StackPane all = new StackPane(new VBox(title, keyBars, notes, below), new DropArea(room, clips.intake()), palette);
        this.scene = new Scene(all, 1280, 720);
        looks.wear(scene);
        room.actions().listenTo(scene);
        room.actions().hear(this::isHeard);
        room.actions().use(new Keymap(chosen.now().keyboard()));
        keys = chosen.listen(now -> room.desk().carrier().onFx(() -> room.actions().use(new Keymap(now.keyboard()))));
        room.desk().clips().addListener((ListChangeListener<Clip>) change -> {
            while (change.next()) {
                if (change.wasAdded() && !room.desk().isReceiving()) {
                    showBench();
                }
            }
        });
        room.desk().clips().addListener(filled);
        queue.addListener(filled);
        choose();
    }

    /** The room of settings, made when it is first needed. */
    private SettingsRoom settings() {
        if (settings == null) {
            settings = new SettingsRoom(room, this::showSettings, sentence -> tell(Banner.Tone.AMBER, sentence));
        }
        return settings;
    }

    /** The room of past tasks; made with the window, since what can be done in it is in the command box. */
    private PastRoom past() {
        if (past == null) {
            past = new PastRoom(room, this::showBench, sentence -> tell(Banner.Tone.AMBER, sentence));
        }
        return past;
    }

    private void showPastOfClip() {
        Path file = room.desk().current().get().file();
        rooms.go(View.PAST);
        past().find(file);
    }

    private void showSettings() {
        rooms.go(View.SETTINGS);
    }

    private void showQueue() {
        showBench();
        panels.queueOpen().set(true);
    }

    /** Whether an account makes films or pictures. */
    private static BooleanBinding generates(Elsewhere elsewhere) {
        return Bindings.createBooleanBinding(() -> elsewhere.all().stream().anyMatch(Elsewhere.Known::generates),
                elsewhere.all());
    }

    private void showBench() {
        rooms.go(View.BENCH);
    }

    /** Keys of the bench mean nothing while it is not seen. */
    private boolean isHeard(Action action) {
        return rooms.view().get() == View.BENCH || EVERYWHERE.contains(action.where())
                || action.where() == rooms.view().get().section();
    }

    private void choose() {
        boolean nothing = room.desk().clips().isEmpty() && queue.get().empty();
        boolean changes = empty.isVisible() != nothing;
        empty.setVisible(nothing);
        putBench(!nothing);
        if (changes && nothing) {
            empty.focus();
        }
    }

    private void putBench(boolean now) {
        bench.setVisible(now);
        if (now && !place.getChildren().contains(bench)) {
            place.getChildren().addFirst(bench);
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

    /**
     * The session is back: the focus goes where work begins.
     *
     * @param onceSeen what takes a processor that drawing needs
     */
    public void opened(Runnable onceSeen) {
        choose();
        if (empty.isVisible()) {
            empty.focus();
        }
        drawing.setOnFinished(_ -> {
            onceSeen.run();
            rehearse();
        });
        scene.addPostLayoutPulseListener(laidOut);
    }

    /** What is laid out now is drawn elsewhere and then put on screen by the FX thread, which must have nothing else to do. */
    private void laidOut() {
        scene.removePostLayoutPulseListener(laidOut);
        drawing.playFromStart();
    }

    /** Styles and lays out, under the empty state, what comes with the first clips: they are on screen at once then. */
    private void rehearse() {
        if (!empty.isVisible()) {
            return;
        }
        putBench(true);
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
        scene.removePostLayoutPulseListener(laidOut);
        drawing.stop();
        looks.close();
        keys.close();
        past().close();
        watching.close();
        if (settings != null) {
            settings.close();
        }
        dock.close();
    }
}
