package io.reelbench.app.room;

import io.reelbench.app.desk.Adding;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Elsewhere;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Says where finished files can be brought, and has them brought there. FX thread only. */
public final class Publishing {

    private final Desk desk;
    private final Consumer<Failure> wrong;
    private final Function<Window, Optional<Path>> folder;

    /** @param wrong is told what could not be done */
    public Publishing(Desk desk, Consumer<Failure> wrong) {
        this(desk, wrong, Publishing::ask);
    }

    /** @param folder asks for one */
    public Publishing(Desk desk, Consumer<Failure> wrong, Function<Window, Optional<Path>> folder) {
        this.desk = desk;
        this.wrong = wrong;
        this.folder = folder;
    }

    private static Optional<Path> ask(Window over) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(PublishWords.WHERE.say());
        return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
    }

    /** Shows under a node where files can go; without an account that keeps files only a folder is asked for. */
    public void offer(Node beside, List<Path> files) {
        List<Account> accounts = desk.elsewhere().all().stream().filter(Elsewhere.Known::keepsFiles).map(Elsewhere.Known::account)
                .toList();
        if (accounts.isEmpty()) {
            intoFolder(beside, files);
            return;
        }
        ContextMenu menu = new ContextMenu();
        accounts.forEach(account -> menu.getItems().add(item(PublishWords.PLACE.say(account.name(), place(account)),
                () -> publish(files, new Destination.Remote(account.id(), account.service(), Optional.empty())))));
        menu.getItems().addAll(new SeparatorMenuItem(), item(PublishWords.FOLDER.say(), () -> intoFolder(beside, files)));
        // it belongs to what stays: buttons of rows go when the pointer leaves them, and their menus with them
        Bounds there = beside.localToScreen(beside.getLayoutBounds());
        menu.show(beside.getScene().getRoot(), there.getMinX(), there.getMaxY());
    }

    private static String place(Account account) {
        return account.bucket().map(Account.Bucket::name).orElseGet(account.service()::title);
    }

    private static MenuItem item(String words, Runnable run) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> run.run());
        return item;
    }

    private void intoFolder(Node beside, List<Path> files) {
        folder.apply(beside.getScene().getWindow()).ifPresent(place -> publish(files, new Destination.Folder(place)));
    }

    /** Adds a delivery for each file; undone by taking away those that are not done. */
    public void publish(List<Path> files, Destination to) {
        if (!files.isEmpty()) {
            Text name = files.size() == 1
                    ? PublishWords.DID_PUBLISH.with(files.getFirst().getFileName())
                    : PublishWords.DID_PUBLISH_MANY.with(files.size());
            new Adding(desk, name, () -> desk.engine().deliver(files, to), _ -> {
            }, wrong).begin();
        }
    }

    /** Puts an address where it can be pasted. */
    public static void copy(String address) {
        ClipboardContent content = new ClipboardContent();
        content.putString(address);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
