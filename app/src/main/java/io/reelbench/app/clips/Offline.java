package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.engine.media.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Each time somebody comes back to the window, files that came back, went away or changed meanwhile are looked into. */
final class Offline {

    private final Desk desk;

    Offline(Desk desk, Node pane) {
        this.desk = desk;
        ObservableValue<Boolean> here = pane.sceneProperty().flatMap(s -> s.windowProperty()).flatMap(w -> w.focusedProperty())
                .orElse(false);
        here.subscribe(focused -> {
            if (focused) {
                check();
            }
        });
    }

    private record Known(Path file, Optional<Media> media, boolean offline) {
    }

    void check() {
        List<Known> all = desk.clips().stream()
                .map(c -> new Known(c.file(), c.media(), ClipRow.isOffline(c.facts().get())))
                .filter(k -> k.offline() || k.media().isPresent()).toList();
        if (!all.isEmpty()) {
            desk.carrier().fetch(() -> all.stream().filter(Offline::isOtherwise).map(Known::file).collect(Collectors.toSet()),
                    this::look, _ -> {
                        // the next time will tell
                    });
        }
    }

    private void look(Set<Path> files) {
        List<Clip> changed = desk.clips().stream().filter(c -> files.contains(c.file())).toList();
        desk.look(changed);
    }

    private static boolean isOtherwise(Known known) {
        try {
            return known.offline()
                    ? Files.exists(known.file())
                    : Files.size(known.file()) != known.media().get().bytes()
                            || Files.getLastModifiedTime(known.file()).toMillis() != known.media().get().modifiedMs();
        } catch (IOException gone) {
            return true;
        }
    }
}
