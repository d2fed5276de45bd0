package io.reelbench.app.queue;

import io.reelbench.app.desk.Desk;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Machine;
import io.reelbench.app.room.OwnMachine;
import io.reelbench.app.room.Room;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.settings.AfterWork;
import io.reelbench.engine.settings.SettingsFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.BorderPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Duration;

/** The queue region of the window: a strip, or opened with its lanes. */
public final class QueuePane extends BorderPane {

    /** Height of the strip. */
    public static final double STRIP = 44;
    /** Height when opened on a small and on a large window: three and five rows. */
    public static final double THREE_ROWS = 208;
    public static final double FIVE_ROWS = 304;

    private final BooleanProperty opened = new SimpleBooleanProperty(this, "opened");
    private final QueueModel model;
    private final QueueNotes notes = new QueueNotes();
    private final QueueDeeds deeds;
    private final Lanes lanes;
    private final QueueHeader header;
    private final WhenDone whenDone;
    private final Pin chosen;
    private AfterWork usual;
    private boolean looking;

    public QueuePane(Room room) {
        this(room, Trash.ofUser(), Optional.empty(), new OwnMachine(), Duration.seconds(1));
    }

    /**
     * @param asking asks for places; the system's own windows when it is empty
     * @param second how long a second of the count before the end is
     */
    QueuePane(Room room, Optional<Trash> trash, Optional<Fixes.Asking> asking, Machine machine, Duration second) {
        Desk desk = room.desk();
        getStyleClass().addAll("rb-panel", "rb-queue");
        setMinHeight(STRIP);
        model = QueueModel.of(desk, this::restored);
        deeds = new QueueDeeds(desk, model, trash, this::wrong);
        Fixes fixes = new Fixes(deeds, asking.orElseGet(SystemWindows::new),
                () -> room.actions().known("go-accounts").ifPresent(Action::fire));
        ContextMenu menu = new ContextMenu();
        RowTools tools = new RowTools(deeds, new RowPictures(desk), new Hints(desk), fixes, menu, this::dropped);
        lanes = new Lanes(model, tools, desk.carrier());
        QueueActions actions = new QueueActions(room.actions(), model, deeds, fixes, lanes, focusWithinProperty());

        actions.register(() -> opened.set(!opened.get()));
        actions.fill(menu);
        lanes.onKey(actions::pressed);
        SettingsFile settings = desk.engine().settings();
        whenDone = new WhenDone(settings.now().work().whenDone(), new WhenDone.Means(desk.carrier(), machine,
                () -> room.actions().known("quit").ifPresent(Action::fire), this::summary, this::wrong, second));
        chosen = settings.listen(now -> desk.carrier().onFx(() -> choose(now.work().whenDone())));
        usual = settings.now().work().whenDone();
        header = new QueueHeader(model, opened, notes, whenDone, room.actions(), this::showNeeds);
        setTop(header);
        InvalidationListener worked = _ -> {
            // a task that begins is in neither lane for a moment
            if (!looking) {
                looking = true;
                desk.carrier().onFx(this::look);
            }
        };
        model.running().addListener(worked);
        model.waiting().addListener(worked);
        model.trouble().subscribe(text -> text.ifPresent(this::trouble));
        opened.subscribe(this::arrange);
        new Landing(desk, notes);
    }

    /** Whether the lanes are shown; the window gives it the room. */
    public BooleanProperty opened() {
        return opened;
    }

    /** What the queue is doing. */
    public QueueModel model() {
        return model;
    }

    WhenDone whenDone() {
        return whenDone;
    }

    /** Another one was chosen in Settings. */
    private void choose(AfterWork now) {
        if (now != usual) {
            usual = now;
            whenDone.choose(now);
        }
    }

    private void look() {
        looking = false;
        whenDone.follow(!model.running().isEmpty() || !model.waiting().isEmpty());
    }

    private String summary() {
        return String.join(" · ", header.figures());
    }

    /** Lets go of the queue; before the engine closes. */
    public void close() {
        chosen.close();
        whenDone.callOff();
        model.close();
    }

    private void arrange(boolean now) {
        setCenter(now ? lanes : null);
        setPrefHeight(now ? THREE_ROWS : STRIP);
    }

    /** Opens and goes to what needs a person. */
    public void showNeeds() {
        opened.set(true);
        lanes.showNeeds();
    }

    private void restored(int tasks) {
        if (tasks > 0) {
            List<QueueRow> back = java.util.stream.Stream.concat(model.running().stream(), model.waiting().stream()).toList();
            notes.quiet(tasks == 1 ? QueueWords.RESTORED_ONE.say() : QueueWords.RESTORED_MANY.say(tasks), DeedWords.DISCARD.say(),
                    () -> deeds.cancel(back.stream().filter(row -> !row.state().isOver()).toList()));
            opened.set(true);
        }
    }

    private void trouble(Text text) {
        if (model.isStopped()) {
            notes.stopped(text);
        } else {
            notes.mind(text);
        }
    }

    private void wrong(Text text) {
        notes.mind(text);
    }

    void dropped(RowTools.Drop drop) {
        List<QueueRow> rows = drop.ids().stream().flatMap(id -> model.find(id).stream()).toList();
        lanes.follow(rows);
        deeds.move(rows, drop.target(), drop.before());
    }

    /** The choosers of the system. */
    private final class SystemWindows implements Fixes.Asking {

        @Override
        public Optional<Path> folder(Path start) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(DeedWords.OTHER_FOLDER_TITLE.say());
            existing(start).ifPresent(chooser::setInitialDirectory);
            return Optional.ofNullable(chooser.showDialog(getScene().getWindow())).map(File::toPath);
        }

        @Override
        public Optional<Path> file(Path start) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(DeedWords.FIND_FILE_TITLE.say());
            existing(start).ifPresent(chooser::setInitialDirectory);
            return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow())).map(File::toPath);
        }

        private Optional<File> existing(Path folder) {
            return Optional.ofNullable(folder).filter(Files::isDirectory).map(Path::toFile);
        }
    }
}
