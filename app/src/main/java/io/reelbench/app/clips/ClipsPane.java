package io.reelbench.app.clips;

import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import io.reelbench.engine.preview.Previews;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The clips region of the window: what lies on the desk, and everything that brings files there. */
public final class ClipsPane extends BorderPane {

    private final Room room;
    private final Intake intake;
    private final Opening opening;
    private final AboutClip about = new AboutClip();
    private final ClipList list;
    private final ContextMenu menu = new ContextMenu();
    private final BooleanProperty tiles = new SimpleBooleanProperty();

    public ClipsPane(Room room) {
        this(room, room.desk().engine().previews());
    }

    ClipsPane(Room room, Previews previews) {
        this.room = room;
        this.intake = new Intake(room);
        Sample sample = new Sample(room);
        this.opening = new Opening(room, intake, sample, this);
        RowTools tools = new RowTools(room, new Thumbs(previews, room.desk().carrier()), sample, about);
        this.list = new ClipList(tools);
        getStyleClass().addAll("rb-panel", "rb-clips");
        opening.register();
        ClipsHeader[] header = new ClipsHeader[1];
        new ClipsActions(room, list).register(() -> header[0].openSearch(), this::about, opening::missing);
        header[0] = new ClipsHeader(room, list, opening::recentItems);
        FilterBar narrowed = new FilterBar(() -> list.filter(ClipFilter.ALL.called(list.filter().get().words())));
        InvalidationListener counted = _ -> narrowed.show(list.filter().get(), list.count(), room.desk().clips().size());
        list.filter().addListener(counted);
        list.shown().addListener(counted);
        setTop(new VBox(header[0], narrowed));
        ClipGrid grid = new ClipGrid(tools, list.shown());
        grid.setOnContextMenuRequested(this::openMenu);
        setCenter(new StackPane(list, grid));
        tiles.set(room.memory().now().splits().tiles());
        tiles.subscribe(now -> {
            list.setVisible(!now);
            grid.show(now);
            room.memory().change(r -> r.splits().tiles() == now ? r : r.with(r.splits().tiled(now)));
        });
        room.actions().add("clips-as-tiles", ClipWords.AS_GRID.with(), Section.CLIPS, "", () -> tiles.set(!tiles.get()));
        setBottom(new LeftOutBar(intake));
        fillMenu();
        list.setOnContextMenuRequested(this::openMenu);
        new Offline(room.desk(), this);
    }

    /** The way in for whatever is dropped on the window. */
    public Intake intake() {
        return intake;
    }

    /** Shows empty rows, so that those of the first clips are made already. */
    public void rehearse(boolean now) {
        list.rehearse(now);
    }

    Opening opening() {
        return opening;
    }

    private void fillMenu() {
        for (String id : new String[]{"about-clip", "show-clip-in-folder", "copy-clip-path", "look-again", "relink-clip", "",
                "move-clips-up", "move-clips-down", "", "fold-folder", "select-folder", "select-all", "remove-clips"}) {
            MenuItem item = id.isEmpty() ? new SeparatorMenuItem() : Menus.item(room.actions(), id);
            menu.getItems().add(item);
        }
    }

    private void openMenu(ContextMenuEvent event) {
        if (!room.desk().selected().isEmpty()) {
            menu.show(getCenter(), event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void about() {
        Node beside = list.lookupAll(".rb-clip-cell").stream()
                .filter(n -> ((ClipCell) n).getItem() instanceof Row.One one && one.clip() == room.desk().current().get())
                .findFirst().orElse(list);
        about.show(room.desk().current().get(), beside);
    }
}
