package io.reelbench.app.queue;

import io.reelbench.app.desk.Desk;
import io.reelbench.app.look.Pictures;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.preview.Picture;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** Small pictures of clips and outputs, for rows that are looked at. */
final class RowPictures {

    private static final int KEPT = 300;
    /** Twice a row's thumb, so that it is sharp on a fine screen. */
    private static final Size WITHIN = new Size(160, 90);

    private final Desk desk;
    private final Map<Path, Image> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Image> eldest) {
            return size() > KEPT;
        }
    };

    RowPictures(Desk desk) {
        this.desk = desk;
    }

    /**
     * The picture of the first of these files that has one: at once when it is known.
     *
     * @return cancels it
     */
    Runnable show(List<Path> files, Consumer<Image> then) {
        for (Path file : files) {
            if (known.containsKey(file)) {
                then.accept(known.get(file));
                return () -> {
                };
            }
        }
        then.accept(null);
        Search search = new Search(then);
        search.look(files);
        return search::cancel;
    }

    private final class Search {

        private final Consumer<Image> then;
        private CompletableFuture<?> underway = CompletableFuture.completedFuture(null);
        private boolean cancelled;

        Search(Consumer<Image> then) {
            this.then = then;
        }

        void look(List<Path> files) {
            if (files.isEmpty() || cancelled) {
                return;
            }
            Path file = files.getFirst();
            Runnable otherwise = () -> look(files.subList(1, files.size()));
            Optional<Media> read = desk.clips().stream().filter(c -> c.file().equals(file)).findFirst()
                    .flatMap(c -> c.facts().get().understood());
            if (read.isPresent()) {
                draw(file, read.get(), otherwise);
                return;
            }
            underway = desk.carrier().fetch(() -> desk.engine().probe(pictured(file)), media -> draw(file, media, otherwise),
                    _ -> otherwise.run());
        }

        /** Of a folder of pictures the first one is shown. */
        private static Path pictured(Path file) throws FailedException {
            if (!Files.isDirectory(file)) {
                return file;
            }
            try (Stream<Path> inside = Files.list(file)) {
                return inside.sorted().findFirst().orElse(file);
            } catch (IOException e) {
                throw new FailedException(new Failure.NoRead(file.toString()), e);
            }
        }

        private void draw(Path file, Media media, Runnable otherwise) {
            if (cancelled) {
                return;
            } else if (media.tracks().stream().noneMatch(t -> t instanceof Track.Video || t instanceof Track.Cover)) {
                otherwise.run();
                return;
            }
            CompletableFuture<Picture> coming = desk.engine().previews().thumbnail(media, WITHIN);
            underway = coming;
            desk.carrier().bring(coming, picture -> {
                Image image = Pictures.image(picture);
                known.put(file, image);
                if (!cancelled) {
                    then.accept(image);
                }
            }, _ -> otherwise.run());
        }

        void cancel() {
            cancelled = true;
            underway.cancel(false);
        }
    }
}
