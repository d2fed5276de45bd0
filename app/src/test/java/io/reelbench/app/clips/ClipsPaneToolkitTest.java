package io.reelbench.app.clips;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Session;
import io.reelbench.engine.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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

/** The clips region with a real engine: what comes in, how it is shown, chosen, found, taken away and brought back. */
@ExtendWith(ApplicationExtension.class)
class ClipsPaneToolkitTest {

    @TempDir
    private static Path folder;
    private static Workplace place;
    private static Path clips;

    private Room room;
    private Desk desk;
    private ClipsPane pane;
    private DropArea area;

    @BeforeAll
    static void makeClips() throws Exception {
        place = Workplace.in(folder);
        clips = place.film("film 2.mp4", 1, 160, 90).getParent();
        place.make("film 10.mkv", List.of("-f", "lavfi", "-i", "testsrc2=size=64x64:rate=25:duration=1", "-vf",
                "setpts='if(lt(N,10),N*0.04,0.4+(N-10)*0.1)/TB'", "-fps_mode", "vfr", "-c:v", "libx264"));
        place.make("fields.mpg",
                List.of("-f", "lavfi", "-i", "testsrc2=size=160x96:rate=25:duration=1", "-vf", "setfield=tff", "-c:v",
                        "mpeg2video", "-flags", "+ilme+ildct"));
        place.make("hdr.mp4",
                List.of("-f", "lavfi", "-i", "testsrc2=size=64x64:rate=25:duration=1", "-c:v", "libx264", "-pix_fmt",
                        "yuv420p10le", "-x264-params", "colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"));
        place.make("turned.mp4",
                List.of("-display_rotation:v:0", "90", "-i", clips.resolve("film 2.mp4").toString(), "-c", "copy"));
        byte[] whole = Files.readAllBytes(clips.resolve("film 2.mp4"));
        Files.write(clips.resolve("broken.mp4"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.createFile(clips.resolve("zero.mov"));
        Files.writeString(clips.resolve("notes.txt"), "take two is better");
        Files.writeString(clips.resolve(".hidden.mp4"), "");
        Files.createDirectory(clips.resolve("deep"));
        place.make("deep/tone.wav", List.of("-f", "lavfi", "-i", "sine=duration=1"));
        Files.createSymbolicLink(clips.resolve("deep/round"), clips);
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
        area = new DropArea(room, pane.intake());
        Scene scene = new Scene(new StackPane(pane, area), 300, 700);
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

    private void drop(Path... files) {
        doFx(() -> area.take(List.of(files), false));
        until("dropped and read", () -> !desk.clips().isEmpty() && known());
    }

    private boolean known() {
        return desk.clips().stream().noneMatch(c -> c.facts().get() instanceof Facts.Reading);
    }

    private List<String> names() {
        return onFx(() -> desk.clips().stream().map(Clip::name).toList());
    }

    private Clip clip(String name) {
        return onFx(() -> desk.clips().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow());
    }

    private Set<String> words() {
        return onFx(() -> pane.lookupAll(".label").stream().filter(n -> n.isVisible() && n instanceof Label)
                .map(n -> ((Label) n).getText()).collect(Collectors.toSet()));
    }

    private List<String> marks(String name) {
        return onFx(() -> Mark.of(clip(name).facts().get()).stream().map(Mark::word).toList());
    }

    @Test
    void aDroppedFolderBecomesRowsThatFillIn() {
        drop(clips);
        assertThat(names()).containsExactly("broken.mp4", "tone.wav", "fields.mpg", "film 2.mp4", "film 10.mkv", "hdr.mp4",
                "turned.mp4",
                "zero.mov");
        assertThat(marks("fields.mpg")).containsExactly("Interlaced");
        assertThat(marks("film 10.mkv")).containsExactly("VFR");
        assertThat(marks("hdr.mp4")).containsExactly("HDR");
        assertThat(marks("turned.mp4")).containsExactly("Rotated");
        until("rows are filled", () -> words().containsAll(
                Set.of("1 file is not media", "film 2.mp4", "90p 25 · H.264 · AAC", "PCM · 44.1 kHz · mono",
                        "Empty file, 0 bytes", "0:01",
                        "Interlaced", "Clips", "8", "8 selected")));
        assertThat(onFx(() -> desk.history().undoable().get())).isEqualTo("Add 8 clips");
        assertThat(onFx(() -> ClipRow.spoken(clip("turned.mp4")))).isEqualTo("turned.mp4, 90p 25 · H.264 · AAC · 0:01, Rotated");
        doFx(pane.intake()::dismiss);
        assertThat(words()).doesNotContain("1 file is not media");
    }

    @Test
    void aClipOfATreeKnowsItsPlaceInIt() throws Exception {
        Path tree = Files.createDirectories(clips.resolveSibling("tree/day one/b")).getParent().getParent();
        Files.copy(clips.resolve("film 2.mp4"), tree.resolve("day one/b/deep.mp4"));
        Files.copy(clips.resolve("film 2.mp4"), tree.resolve("flat.mp4"));
        drop(tree);
        assertThat(onFx(() -> clip("deep.mp4").below())).isEqualTo(Path.of("day one", "b"));
        assertThat(onFx(() -> clip("flat.mp4").below())).isEqualTo(Path.of(""));
    }

    @Test
    void aNamedFileIsTriedWhateverItIsCalled() {
        drop(clips.resolve("notes.txt"), clips.resolve("film 2.mp4"));
        assertThat(names()).containsExactly("notes.txt", "film 2.mp4");
        until("says why", () -> words().contains("Not a picture, sound or film"));
    }

    @Test
    void listAndDeskSelectTheSame(FxRobot robot) {
        drop(clips.resolve("film 2.mp4"), clips.resolve("film 10.mkv"), clips.resolve("hdr.mp4"), clips.resolve("turned.mp4"));
        robot.clickOn("film 10.mkv");
        assertThat(onFx(() -> desk.selected())).containsExactly(clip("film 10.mkv"));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 2).release(KeyCode.SHIFT);
        assertThat(onFx(() -> desk.selected().size())).isEqualTo(3);
        assertThat(onFx(() -> desk.current().get())).isSameAs(clip("turned.mp4"));
        robot.type(KeyCode.HOME).type(KeyCode.DOWN);
        assertThat(onFx(() -> desk.current().get())).isSameAs(clip("film 10.mkv"));
        doFx(() -> desk.select(List.of(clip("hdr.mp4"), clip("turned.mp4"))));
        ClipList list = robot.lookup(".rb-clip-list").query();
        assertThat(onFx(() -> List.copyOf(list.getSelectionModel().getSelectedIndices()))).containsExactly(2, 3);
        assertThat(onFx(() -> list.getFocusModel().getFocusedIndex())).isEqualTo(3);
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(names()).containsExactly("film 2.mp4", "hdr.mp4", "turned.mp4", "film 10.mkv");
        assertThat(onFx(() -> List.copyOf(list.getSelectionModel().getSelectedIndices()))).containsExactly(1, 2);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(onFx(() -> desk.selected().size())).isEqualTo(4);
    }

    @Test
    void removedClipsComeBackInTheirPlaces(FxRobot robot) {
        drop(clips.resolve("film 2.mp4"), clips.resolve("film 10.mkv"), clips.resolve("hdr.mp4"));
        robot.clickOn("film 10.mkv").type(KeyCode.DELETE);
        assertThat(names()).containsExactly("film 2.mp4", "hdr.mp4");
        assertThat(onFx(() -> desk.history().undoable().get())).isEqualTo("Remove 1 clip");
        assertThat(onFx(() -> desk.current().get().name())).isEqualTo("hdr.mp4");
        doFx(desk.history()::undo);
        assertThat(names()).containsExactly("film 2.mp4", "film 10.mkv", "hdr.mp4");
        assertThat(onFx(() -> desk.current().get().name())).isEqualTo("film 10.mkv");
    }

    @Test
    void searchHidesTheOthersAndKeepsTheSelection(FxRobot robot) {
        drop(clips.resolve("film 2.mp4"), clips.resolve("film 10.mkv"), clips.resolve("hdr.mp4"));
        robot.clickOn("hdr.mp4");
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL).write("10 FILM");
        ClipList list = robot.lookup(".rb-clip-list").query();
        assertThat(shown()).containsExactly("film 10.mkv");
        assertThat(onFx(() -> desk.current().get().name())).isEqualTo("hdr.mp4");
        robot.type(KeyCode.ESCAPE);
        assertThat(onFx(() -> list.getItems().size())).isEqualTo(3);
        assertThat(onFx(() -> List.copyOf(list.getSelectionModel().getSelectedItems())))
                .containsExactly(new Row.One(clip("hdr.mp4"), false));
    }

    @Test
    void sortingTurnsRoundTheSecondTimeAndCanBeUndone() {
        drop(clips.resolve("film 10.mkv"), clips.resolve("hdr.mp4"), clips.resolve("film 2.mp4"));
        doFx(room.actions().find("sort-by-name")::fire);
        assertThat(names()).containsExactly("film 2.mp4", "film 10.mkv", "hdr.mp4");
        doFx(room.actions().find("sort-by-name")::fire);
        assertThat(names()).containsExactly("hdr.mp4", "film 10.mkv", "film 2.mp4");
        assertThat(onFx(() -> desk.history().undoable().get())).isEqualTo("Sort clips by name");
        doFx(desk.history()::undo);
        doFx(desk.history()::undo);
        assertThat(names()).containsExactly("film 10.mkv", "hdr.mp4", "film 2.mp4");
    }

    @Test
    void pastedPathsBecomeClips() {
        doFx(() -> pane.opening().paste(List.of(), clips.resolve("film 2.mp4") + "\n" + clips.resolve("hdr.mp4").toUri()));
        until("pasted", () -> desk.clips().size() == 2);
        doFx(() -> pane.opening().paste(List.of(), "nothing here"));
        assertThat(words()).contains("No files to paste: copy files, or their paths, first");
    }

    @Test
    void aRestartBringsClipsWithTheirDraftsAndSaysWhatIsGone() throws Exception {
        Path lost = Files.copy(clips.resolve("film 2.mp4"), clips.resolve("lost.mp4"));
        Session session = onFx(() -> {
            Session one = new Session(room);
            one.open();
            return one;
        });
        doFx(() -> area.take(List.of(lost, clips.resolve("hdr.mp4")), false));
        until("read", () -> desk.clips().size() == 2 && known());
        doFx(() -> {
            desk.select(List.of(clip("hdr.mp4")));
            desk.edit(Text.verbatim("Add step"), draft -> draft.add(0, Card.of("scale")));
        });
        doFx(session::close);
        Files.delete(lost);

        Room later = onFx(ClipsPaneToolkitTest::fresh);
        doFx(() -> new Session(later).open());
        until("read again", () -> later.desk().clips().stream().noneMatch(c -> c.facts().get() instanceof Facts.Reading));
        List<Clip> back = onFx(() -> List.copyOf(later.desk().clips()));
        assertThat(back).extracting(Clip::name).containsExactly("lost.mp4", "hdr.mp4");
        assertThat(Mark.of(back.getFirst().facts().get())).extracting(Mark::word).containsExactly("Offline");
        assertThat(back.get(1).draft().get().ops()).containsExactly("scale");
        assertThat(back.getFirst().draft().get()).isEqualTo(Draft.EMPTY);
        assertThat(later.desk().newcomers().get().ops()).containsExactly("scale");
        assertThat(onFx(() -> later.desk().history().undoable().get())).isEmpty();
        assertThat(later.memory().now().recent()).contains(lost.toString());

        Files.copy(clips.resolve("film 2.mp4"), lost);
        doFx(() -> new Offline(later.desk(), new StackPane()).check());
        until("found again", () -> back.getFirst().media().isPresent());
        Files.delete(lost);
    }

    @Test
    void onlyWhatIsAskedForIsShown(FxRobot robot) {
        drop(clips);
        List<String> all = shown();
        filter("Interlaced");
        assertThat(shown()).containsExactly("fields.mpg");
        filter("HDR");
        assertThat(shown()).as("one of them is enough").containsExactlyInAnyOrder("fields.mpg", "hdr.mp4");
        filter("Sound only");
        assertThat(shown()).as("of each group").isEmpty();
        filter("Interlaced");
        filter("HDR");
        assertThat(shown()).containsExactly("tone.wav");
        assertThat(words()).contains("1 of " + all.size() + " shown: Sound only");
        robot.clickOn("Show all");
        assertThat(shown()).isEqualTo(all);
        filter("From deep");
        assertThat(shown()).containsExactly("tone.wav");
        doFx(() -> list().filter(ClipFilter.ALL.called("film 2")));
        assertThat(shown()).containsExactly("film 2.mp4");
    }

    private ClipList list() {
        return (ClipList) pane.lookup(".rb-clip-list");
    }

    private List<String> shown() {
        return onFx(() -> list().getItems().stream().filter(Row.One.class::isInstance).map(r -> r.clips().getFirst().name())
                .toList());
    }

    private void filter(String title) {
        doFx(() -> FilterMenu.items(desk.clips(), list().filter().get(), list()::filter).stream()
                .filter(i -> i.getText() != null && i.getText().startsWith(title + " ")).findFirst().orElseThrow().getOnAction()
                .handle(null));
    }

    @Test
    void filesThatMovedAreFoundTogether() throws Exception {
        Path before = Files.createDirectories(folder.resolve("card/day 1"));
        Path other = Files.createDirectories(folder.resolve("card/day 2"));
        Files.copy(clips.resolve("film 2.mp4"), before.resolve("a.mp4"));
        Files.copy(clips.resolve("film 2.mp4"), other.resolve("b.mp4"));
        drop(before.resolve("a.mp4"), other.resolve("b.mp4"));
        Clip first = clip("a.mp4");
        doFx(() -> desk.edit(Text.verbatim("Add a step"), d -> d.add(0, Card.of("thumbnail"))));
        Draft draft = onFx(() -> first.draft().get());
        Files.move(folder.resolve("card"), folder.resolve("disk"));
        doFx(() -> desk.look(List.copyOf(desk.clips())));
        until("both are offline", () -> desk.clips().stream().allMatch(Relinking::isOffline));
        assertThat(onFx(() -> room.actions().find("relink-clip").possible().get())).isTrue();
        doFx(() -> new Relinking(desk).found(first, folder.resolve("disk/day 1/a.mp4")));
        until("both are back", () -> desk.clips().stream().allMatch(c -> c.media().isPresent()));
        assertThat(onFx(() -> desk.clips().stream().map(Clip::file).toList()))
                .containsExactly(folder.resolve("disk/day 1/a.mp4"), folder.resolve("disk/day 2/b.mp4"));
        assertThat(onFx(() -> desk.clips().getFirst().draft().get())).isEqualTo(draft);
        assertThat(onFx(() -> desk.selected().size())).isEqualTo(2);
        doFx(() -> desk.history().undo());
        assertThat(onFx(() -> desk.clips().getFirst())).isSameAs(first);
    }

    @Test
    void tilesChooseAsRowsDo(FxRobot robot) {
        drop(clips);
        doFx(() -> room.actions().find("clips-as-tiles").fire());
        until("tiles are there", () -> tiles().size() == desk.clips().size());
        robot.clickOn(tile("film 2.mp4"));
        assertThat(selected()).containsExactly("film 2.mp4");
        also(tile("hdr.mp4"));
        assertThat(selected()).containsExactlyInAnyOrder("film 2.mp4", "hdr.mp4");
        also(tile("hdr.mp4"));
        assertThat(selected()).containsExactly("film 2.mp4");
        robot.clickOn(tile(names().getFirst()));
        robot.push(KeyCode.RIGHT);
        assertThat(selected()).containsExactly(names().get(1));
        int below = Math.min(1 + onFx(() -> ((ClipGrid) pane.lookup(".rb-clip-grid")).columns()), names().size() - 1);
        robot.push(KeyCode.DOWN);
        assertThat(selected()).containsExactly(names().get(below));
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(selected()).containsExactly(names().get(below - 1), names().get(below));
        assertThat(onFx(() -> room.memory().now().splits().tiles())).as("it stays so").isTrue();
        doFx(() -> room.actions().find("clips-as-tiles").fire());
        assertThat(onFx(() -> list().isVisible())).isTrue();
    }

    private List<String> selected() {
        return onFx(() -> desk.selected().stream().map(Clip::name).toList());
    }

    /** The platform without a screen forgets held keys while the mouse is used. */
    private static void also(ClipTile tile) {
        doFx(() -> tile.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, true, false,
                true, false, false, false, false, false, true, null)));
    }

    private List<ClipTile> tiles() {
        return pane.lookupAll(".rb-clip-tile").stream().map(ClipTile.class::cast).filter(t -> t.getItem() != null).toList();
    }

    private ClipTile tile(String name) {
        return onFx(() -> tiles().stream().filter(t -> t.getItem().name().equals(name)).findFirst().orElseThrow());
    }
}
