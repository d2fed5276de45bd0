package io.reelbench.app.room;

import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Elsewhere;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.deliver.Destination;
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
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks where finished files shall go: accounts that keep files, buckets, or a folder. FX thread only. */
public final class PublishGoals {

    /**
     * A place that was chosen.
     *
     * @param named as recipes and command lines write it: an account's name, {@code s3://} and the bucket of one, or a whole path
     */
    public record Goal(String named, Destination to) {
    }

    private static final String BUCKET = "s3://";

    private final Desk desk;
    private final Function<Window, Optional<Path>> folder;

    public PublishGoals(Desk desk) {
        this(desk, PublishGoals::ask);
    }

    /** @param folder asks for one */
    public PublishGoals(Desk desk, Function<Window, Optional<Path>> folder) {
        this.desk = desk;
        this.folder = folder;
    }

    private static Optional<Path> ask(Window over) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(PublishWords.WHERE.say());
        return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
    }

    private List<Elsewhere.Known> keeping() {
        return desk.elsewhere().all().stream().filter(Elsewhere.Known::keepsFiles).toList();
    }

    /** Whether any account keeps files. */
    public boolean isAny() {
        return !keeping().isEmpty();
    }

    /** Shows under a node where files can go; without an account that keeps files only a folder is asked for. */
    public void offer(Node beside, Consumer<Goal> then) {
        if (isAny()) {
            show(menu(beside, then), beside);
        } else {
            intoFolder(beside, then);
        }
    }

    /** The same, and where there is no account the way to one. */
    public void offer(Node beside, Runnable accounts, Consumer<Goal> then) {
        ContextMenu menu = menu(beside, then);
        if (!isAny()) {
            menu.getItems().add(item(PublishWords.ADD_ACCOUNT.say(), accounts));
        }
        show(menu, beside);
    }

    private ContextMenu menu(Node beside, Consumer<Goal> then) {
        ContextMenu menu = new ContextMenu();
        List<Elsewhere.Known> all = keeping();
        all.forEach(known -> menu.getItems().add(item(said(known), () -> then.accept(new Goal(named(known.account(), all),
                new Destination.Remote(known.account().id(), known.account().service(), Optional.empty()))))));
        if (!all.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(item(PublishWords.FOLDER.say(), () -> intoFolder(beside, then)));
        return menu;
    }

    private static String said(Elsewhere.Known known) {
        Account account = known.account();
        return known.costOfKeeping().map(cost -> PublishWords.PLACE_PRICED.say(account.name(), place(account), cost))
                .orElseGet(() -> PublishWords.PLACE.say(account.name(), place(account)));
    }

    /** A bucket by its own name, unless two accounts have one of that name. */
    private static String named(Account account, List<Elsewhere.Known> all) {
        return account.bucket().map(Account.Bucket::name)
                .filter(name -> all.stream().flatMap(known -> known.account().bucket().stream())
                        .filter(bucket -> bucket.name().equals(name)).count() == 1)
                .map(BUCKET::concat).orElseGet(account::name);
    }

    private static String place(Account account) {
        return account.bucket().map(Account.Bucket::name).orElseGet(account.service()::title);
    }

    private static void show(ContextMenu menu, Node beside) {
        // it belongs to what stays: buttons of rows go when the pointer leaves them, and their menus with them
        Bounds there = beside.localToScreen(beside.getLayoutBounds());
        menu.show(beside.getScene().getRoot(), there.getMinX(), there.getMaxY());
    }

    private static MenuItem item(String words, Runnable run) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            item.getParentPopup().hide(); // it would lie over what comes now
            run.run();
        });
        return item;
    }

    private void intoFolder(Node beside, Consumer<Goal> then) {
        folder.apply(beside.getScene().getWindow()).map(Path::toAbsolutePath).map(Path::normalize)
                .ifPresent(place -> then.accept(new Goal(place.toString(), new Destination.Folder(place))));
    }
}
