package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The ways to see fewer clips: those that occur among the clips, with how many there are. */
final class FilterMenu {

    private static final int MOST_FOLDERS = 12;

    private FilterMenu() {}

    static List<MenuItem> items(List<Clip> clips, ClipFilter now, Consumer<ClipFilter> choose) {
        List<MenuItem> items = new ArrayList<>();
        ClipKind.Group before = null;
        for (ClipKind kind : ClipKind.values()) {
            long count = clips.stream().filter(c -> kind.fits(c.facts().get())).count();
            if (count > 0 || now.kinds().contains(kind)) {
                separate(items, before != null && before != kind.group());
                before = kind.group();
                items.add(item(kind.word().say(), count, now.kinds().contains(kind), () -> choose.accept(now.switched(kind))));
            }
        }
        Map<Path, Integer> folders = folders(clips);
        separate(items, folders.size() > 1);
        if (folders.size() > 1) {
            folders.entrySet().stream().limit(MOST_FOLDERS).forEach(e -> {
                boolean on = now.folder().equals(Optional.of(e.getKey()));
                items.add(item(ClipWords.FROM.say(String.valueOf(e.getKey().getFileName())), e.getValue(), on,
                        () -> choose.accept(now.in(on ? Optional.empty() : Optional.of(e.getKey())))));
            });
        }
        separate(items, now.narrows());
        if (now.narrows()) {
            MenuItem all = new MenuItem(ClipWords.SHOW_ALL.say());
            all.setOnAction(_ -> choose.accept(ClipFilter.ALL.called(now.words())));
            items.add(all);
        }
        return items;
    }

    private static void separate(List<MenuItem> items, boolean wanted) {
        if (wanted && !items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
    }

    private static Map<Path, Integer> folders(List<Clip> clips) {
        Map<Path, Integer> folders = new LinkedHashMap<>();
        clips.forEach(clip -> folders.merge(clip.file().getParent(), 1, Integer::sum));
        return folders;
    }

    private static MenuItem item(String title, long count, boolean on, Runnable choose) {
        CheckMenuItem item = new CheckMenuItem(title + "   " + count);
        item.setMnemonicParsing(false);
        item.setSelected(on);
        item.setOnAction(_ -> choose.run());
        return item;
    }
}
