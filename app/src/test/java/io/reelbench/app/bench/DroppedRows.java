package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import io.reelbench.app.clips.ClipsPane;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Remembered.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/** From the drop handler to the first pulse after which 200 rows are laid out, the seen ones with their names. */
final class DroppedRows implements WindowBench.Single {

    private static final int FILES = 200;

    @Override
    public String title() {
        return "rows after dropping " + FILES + " files, at most 100 ms";
    }

    @Override
    public double once(Path folder, int run) throws Exception {
        try (Workplace place = Workplace.in(folder.resolve("run" + run))) {
            List<Path> files = files(place, folder.resolve("clips" + run));
            CompletableFuture<Double> taken = new CompletableFuture<>();
            Stage stage = Workplace.onFx(() -> {
                ClipsPane pane = new ClipsPane(place.room());
                Stage shown = new Stage();
                shown.setScene(new Scene(pane, 296, 680));
                Theme.dress(shown.getScene(), Look.DARK);
                shown.show();
                return shown;
            });
            Workplace.doFx(() -> {
                ClipsPane pane = (ClipsPane) stage.getScene().getRoot();
                ListView<?> list = (ListView<?>) pane.lookup(".rb-clip-list");
                long from = System.nanoTime();
                stage.getScene().addPostLayoutPulseListener(() -> {
                    boolean there = list.getItems().size() == FILES
                            && list.lookupAll(".rb-clip-row").stream().filter(r -> r.getBoundsInParent().getHeight() > 0)
                                    .count() > 10;
                    if (there) {
                        taken.complete((System.nanoTime() - from) / 1e6);
                    }
                });
                pane.intake().bring(files);
            });
            double ms = taken.get();
            Workplace.doFx(stage::close);
            return ms;
        }
    }

    private static List<Path> files(Workplace place, Path folder) throws Exception {
        Path film = place.film("film.mp4", 1, 160, 90);
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(Files.copy(film, folder.resolve("clip " + i + ".mp4")));
        }
        return files;
    }
}
