package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.memory.Remembered;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** All ways by which clips come in, apart from being dropped. */
final class Opening {

    private static final Section WHERE = Section.CLIPS;

    private final Room room;
    private final Intake intake;
    private final Sample sample;
    private final Node pane;

    Opening(Room room, Intake intake, Sample sample, Node pane) {
        this.room = room;
        this.intake = intake;
        this.sample = sample;
        this.pane = pane;
    }

    void register() {
        room.actions().add("open-files", ClipWords.OPEN_FILES.with(), WHERE, "Shortcut+O", this::files);
        room.actions().add("open-folder", ClipWords.OPEN_FOLDER.with(), WHERE, "Shortcut+Shift+O", this::folder);
        room.actions().add("open-recent", ClipWords.OPEN_RECENT.with(), WHERE, "", this::recent);
        room.actions().add("try-sample", ClipWords.TRY_SAMPLE.with(), WHERE, "", () -> sample.bring(intake::tell));
        room.actions().add("paste-files", ClipWords.PASTE_FILES.with(), WHERE, "Shortcut+V", this::paste);
    }

    /** The region itself may be put away just now. */
    private Scene scene() {
        return Optional.ofNullable(pane.getScene())
                .orElseGet(() -> Window.getWindows().stream().filter(Window::isFocused).findFirst().map(Window::getScene)
                        .orElseThrow());
    }

    private Optional<File> lastFolder() {
        return room.memory().now().openFolder().map(File::new).filter(File::isDirectory);
    }

    private void files() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(ClipWords.OPEN_FILES_TITLE.say());
        lastFolder().ifPresent(chooser::setInitialDirectory);
        List<File> chosen = chooser.showOpenMultipleDialog(scene().getWindow());
        if (chosen != null) {
            intake.bring(chosen.stream().map(File::toPath).toList());
        }
    }

    /** Asks where the file of a clip is now. */
    void missing(Clip clip) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(ClipWords.FIND_TITLE.say(clip.name()));
        lastFolder().ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showOpenDialog(scene().getWindow());
        if (chosen != null) {
            new Relinking(room.desk()).found(clip, chosen.toPath());
        }
    }

    private void folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(ClipWords.OPEN_FOLDER_TITLE.say());
        lastFolder().ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showDialog(scene().getWindow());
        if (chosen != null) {
            intake.bring(List.of(chosen.toPath()));
        }
    }

    private void paste() {
        Clipboard board = Clipboard.getSystemClipboard();
        paste(board.hasFiles() ? board.getFiles().stream().map(File::toPath).toList() : List.of(), board.getString());
    }

    void paste(List<Path> files, String text) {
        List<Path> paths = files.isEmpty() && text != null
                ? PastedPaths.in(text, Path.of(System.getProperty("user.home")))
                : files;
        if (paths.isEmpty()) {
            intake.nothingPasted();
        } else {
            intake.bring(paths);
        }
    }

    /** Under the button that asked for it, else at the top of the region. */
    private void recent() {
        ContextMenu menu = new ContextMenu();
        recentItems().forEach(menu.getItems()::add);
        Node asked = scene().getFocusOwner();
        if (asked instanceof ButtonBase) {
            menu.show(asked, Side.BOTTOM, 0, 4);
        } else {
            Node under = pane.getScene() == null ? scene().getRoot() : pane;
            Bounds place = under.localToScreen(under.getBoundsInLocal());
            menu.show(scene().getWindow(), place.getMinX() + 12, place.getMinY() + 40);
        }
    }

    /** One for each file or folder that was opened lately. Those that are gone turn grey as soon as it is known. */
    List<MenuItem> recentItems() {
        Remembered remembered = room.memory().now();
        if (remembered.recent().isEmpty()) {
            MenuItem none = new MenuItem(ClipWords.NOTHING_RECENT.say());
            none.setDisable(true);
            return List.of(none);
        }
        return remembered.recent().stream().map(this::recentItem).toList();
    }

    private MenuItem recentItem(String file) {
        Path path = Path.of(file);
        MenuItem item = new MenuItem(
                path.getFileName() + (path.getParent() == null ? "" : "  —  " + path.getParent().getFileName()));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> intake.bring(List.of(path)));
        room.desk().carrier().fetch(() -> Files.exists(path), there -> item.setDisable(!there), _ -> item.setDisable(true));
        return item;
    }
}
