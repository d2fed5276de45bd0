package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.ListView;

/** From the drop on the empty window to the first pulse after which 200 rows are laid out, the seen ones with their names. */
final class DroppedRows implements WindowBench.Single {

    private static final int FILES = 200;

    @Override
    public String title() {
        return "rows after dropping " + FILES + " files, at most 100 ms";
    }

    @Override
    public double once(Path folder, int run) throws Exception {
        try (Opened opened = new Opened(folder.resolve("run" + run))) {
            List<Path> files = files(opened.place());
            CompletableFuture<Double> taken = new CompletableFuture<>();
            Workplace.doFx(() -> {
                ListView<?> list = (ListView<?>) opened.scene().lookup(".rb-clip-list");
                long from = System.nanoTime();
                opened.scene().addPostLayoutPulseListener(() -> {
                    boolean there = list.getItems().size() == FILES && list.lookupAll(".rb-clip-row").stream()
                            .filter(r -> r.getBoundsInParent().getHeight() > 0).count() > 10;
                    if (there) {
                        taken.complete((System.nanoTime() - from) / 1e6);
                    }
                });
                opened.window().bring(files);
            });
            return taken.get();
        }
    }

    private static List<Path> files(Workplace place) throws Exception {
        Path film = place.film("film.mp4", 1, 160, 90);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(Files.copy(film, film.resolveSibling("clip " + i + ".mp4")));
        }
        return files;
    }
}
