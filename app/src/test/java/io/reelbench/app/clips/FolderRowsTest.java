package io.reelbench.app.clips;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Folders in the list of clips, and clips that are dragged to another place. */
@ExtendWith(ApplicationExtension.class)
class FolderRowsTest {

    @TempDir
    static Path folder;
    private static Workplace place;
    private static Path few;
    private static Path many;
    private static Path film;

    private Room room;
    private Desk desk;
    private ClipsPane pane;

    @BeforeAll
    static void makeClips() throws Exception {
        place = Workplace.in(folder);
        film = place.film("film.mp4", 1, 160, 90);
        few = tree("few", "a.mp4", "b.mp4", "deep/c.mp4");
        many = tree("many", Stream.iterate(0, i -> i + 1).limit(Rows.FEW + 2L).map(i -> "m%02d.mp4".formatted(i))
                .toArray(String[]::new));
    }

    private static Path tree(String name, String... files) throws Exception {
        Path top = folder.resolve(name);
        for (String file : files) {
            Files.createDirectories(top.resolve(file).getParent());
            Files.copy(film, top.resolve(file));
        }
        return top;
    }

    @AfterAll
    static void close() {
        place.close();
    }

    @Start
    void show(Stage stage) {
        Theme.load();
        room = fresh();
        desk = room.desk();
        pane = new ClipsPane(room);
        Scene scene = new Scene(new StackPane(pane), 300, 700);
        Theme.dress(scene, Look.DARK);
        room.actions().listenTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** Another run of the window in the same folders. */
    private static Room fresh() {
        return new Room(new Desk(place.engine(), place.desk().carrier()), new Actions(),
                new Memory(place.engine().places().config()));
    }

    private void bring(Path... files) {
        int before = onFx(() -> desk.clips().size());
        doFx(() -> pane.intake().bring(List.of(files)));
        until("they are there and read", () -> desk.clips().size() > before && known(desk));
    }

    private static boolean known(Desk desk) {
        return desk.clips().stream().noneMatch(c -> c.facts().get() instanceof Facts.Reading);
    }

    private ClipList list() {
        return (ClipList) pane.lookup(".rb-clip-list");
    }

    /** Rows in words: folders in brackets, open ones with a star, clips in them behind a dash. */
    private List<String> rows() {
        return onFx(() -> list().getItems().stream().map(row -> switch (row) {
            case Row.One(Clip clip, boolean inside) -> (inside ? "- " : "") + clip.name();
            case Row.Group group -> "[" + group.name() + " " + group.clips().size() + "]" + (group.open() ? "*" : "");
        }).toList());
    }

    private List<String> selected() {
        return onFx(() -> desk.selected().stream().map(Clip::name).toList());
    }

    private List<String> names() {
        return onFx(() -> desk.clips().stream().map(Clip::name).toList());
    }

    private List<String> words() {
        return onFx(() -> pane.lookupAll(".label").stream().filter(Node::isVisible)
                .map(n -> ((javafx.scene.control.Label) n).getText()).toList());
    }

    @Test
    void aFolderStandsUnderItsNameWithItsLengthAndSize(FxRobot robot) throws Exception {
        Files.writeString(few.resolve("notes.txt"), "no clip");
        bring(few);
        assertThat(rows()).containsExactly("[few 3]*", "- a.mp4", "- b.mp4", "- c.mp4");
        long bytes = 3 * Files.size(film);
        until("its figures are told", () -> words().contains(
                "3 clips · 0:03 · " + new io.reelbench.engine.media.Bytes(bytes).spoken()));
        assertThat(words()).contains("1 file is not media");
        assertThat(onFx(() -> desk.clips().getLast().below())).as("its place in the folder is kept").isEqualTo(Path.of("deep"));
        doFx(() -> list().requestFocus());
        robot.push(KeyCode.HOME).push(KeyCode.LEFT);
        assertThat(rows()).containsExactly("[few 3]");
        assertThat(selected()).as("the row of the folder is its clips").containsExactly("a.mp4", "b.mp4", "c.mp4");
        robot.push(KeyCode.RIGHT);
        assertThat(rows()).hasSize(4);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(selected()).containsExactly("b.mp4");
        robot.push(KeyCode.CONTROL, KeyCode.G);
        assertThat(rows()).containsExactly("[few 3]");
        assertThat(onFx(() -> List.copyOf(list().getSelectionModel().getSelectedIndices()))).as("only one of three is selected")
                .isEmpty();
        robot.push(KeyCode.HOME).push(KeyCode.DELETE);
        assertThat(rows()).isEmpty();
        doFx(desk.history()::undo);
        assertThat(rows()).containsExactly("[few 3]*", "- a.mp4", "- b.mp4", "- c.mp4");
        doFx(desk.history()::undo);
        assertThat(rows()).as("adding is undone in one go").isEmpty();
    }

    @Test
    void aFolderWithManyClipsComesShutAndOpensForASearch() {
        bring(film, many);
        assertThat(rows()).containsExactly("film.mp4", "[many " + (Rows.FEW + 2) + "]");
        assertThat(selected()).hasSize(Rows.FEW + 3);
        doFx(() -> list().filter(ClipFilter.ALL.called("m0")));
        assertThat(rows()).hasSize(11).startsWith("[many 10]*", "- m00.mp4");
        doFx(() -> list().filter(ClipFilter.ALL.called("m05")));
        assertThat(rows()).as("one clip needs no row above it").containsExactly("m05.mp4");
        doFx(() -> list().filter(ClipFilter.ALL));
        assertThat(rows()).as("as it was").hasSize(2);
        doFx(room.actions().find("fold-folders")::fire);
        assertThat(rows()).hasSize(Rows.FEW + 4);
        doFx(room.actions().find("fold-folders")::fire);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void sortingKeepsFoldersTogetherAndMoreOfOneComeToIt() throws Exception {
        Path more = tree("more", "b.mp4", "d.mp4");
        bring(film);
        bring(more);
        Path loose = Files.copy(film, folder.resolve("c.mp4"));
        bring(loose);
        Files.copy(film, more.resolve("a.mp4"));
        bring(more);
        assertThat(rows()).containsExactly("film.mp4", "[more 3]*", "- b.mp4", "- d.mp4", "- a.mp4", "c.mp4");
        doFx(room.actions().find("sort-by-name")::fire);
        assertThat(rows()).containsExactly("[more 3]*", "- a.mp4", "- b.mp4", "- d.mp4", "c.mp4", "film.mp4");
        doFx(room.actions().find("sort-by-name")::fire);
        assertThat(rows()).containsExactly("film.mp4", "[more 3]*", "- d.mp4", "- b.mp4", "- a.mp4", "c.mp4");
        doFx(() -> desk.select(List.of(desk.clips().getLast())));
        doFx(room.actions().find("move-clips-up")::fire);
        assertThat(names()).as("into an open folder").containsExactly("film.mp4", "d.mp4", "b.mp4", "c.mp4", "a.mp4");
        assertThat(rows()).containsExactly("film.mp4", "[more 2]*", "- d.mp4", "- b.mp4", "c.mp4", "a.mp4");
        doFx(desk.history()::undo);
        doFx(room.actions().find("fold-folders")::fire);
        doFx(room.actions().find("move-clips-up")::fire);
        assertThat(names()).as("past a shut one").containsExactly("film.mp4", "c.mp4", "d.mp4", "b.mp4", "a.mp4");
        doFx(room.actions().find("move-clips-down")::fire);
        assertThat(names()).containsExactly("film.mp4", "d.mp4", "b.mp4", "a.mp4", "c.mp4");
    }

    @Test
    void aRestartKnowsFoldersAgain() {
        Session session = onFx(() -> {
            Session one = new Session(room);
            one.open();
            return one;
        });
        bring(few);
        doFx(session::close);
        Room later = onFx(FolderRowsTest::fresh);
        doFx(() -> new Session(later).open());
        until("read again", () -> known(later.desk()));
        assertThat(onFx(() -> later.desk().clips().stream().map(c -> c.folder().orElseThrow()).distinct().toList()))
                .containsExactly(few);
    }

    @Test
    void tilesAreDraggedToAnotherPlace() {
        bring(film, few.resolve("a.mp4"), few.resolve("b.mp4"));
        doFx(() -> room.actions().find("clips-as-tiles").fire());
        until("tiles are there", () -> tiles().size() == 3);
        doFx(() -> desk.select(List.of(desk.clips().getFirst())));
        drop(tile("b.mp4"), ClipGrid.TILE - 4);
        assertThat(names()).containsExactly("a.mp4", "b.mp4", "film.mp4");
        doFx(desk.history()::undo);
        assertThat(names()).containsExactly("film.mp4", "a.mp4", "b.mp4");
        drop(tile("b.mp4"), 4);
        assertThat(names()).containsExactly("a.mp4", "film.mp4", "b.mp4");
        doFx(() -> desk.select(List.of(desk.clips().getFirst())));
        drop((ClipGrid) pane.lookup(".rb-clip-grid"), 4);
        assertThat(names()).as("behind the last one").containsExactly("film.mp4", "b.mp4", "a.mp4");
        doFx(() -> room.actions().find("clips-as-tiles").fire());
    }

    /** The platform without a screen drags nothing; what a drag ends with is told all the same, at a place of the scene. */
    private void drop(Node on, double x) {
        Node grid = pane.lookup(".rb-clip-grid");
        until("it is laid out", () -> on.getLayoutBounds().getWidth() >= ClipGrid.TILE);
        for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
            doFx(() -> {
                Point2D at = on.localToScene(x, 4);
                on.fireEvent(
                        new DragEvent(grid, on, type, null, at.getX(), at.getY(), at.getX(), at.getY(), TransferMode.COPY, grid,
                                on, null));
            });
        }
    }

    private List<ClipTile> tiles() {
        return pane.lookupAll(".rb-clip-tile").stream().map(ClipTile.class::cast).filter(t -> t.getItem() != null).toList();
    }

    private ClipTile tile(String name) {
        return onFx(() -> tiles().stream().filter(t -> t.getItem().name().equals(name)).findFirst().orElseThrow());
    }
}
