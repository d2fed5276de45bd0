package io.reelbench.app.viewer;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.look.Pictures;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.Picture;
import io.reelbench.engine.preview.Previews;
import io.reelbench.engine.preview.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.image.Image;

/** What the timeline shows of one clip: pictures, sound and keyframes as they come in. FX thread only. */
final class Film {

    /** Numbers of pictures that are asked for, so that a resized window finds them in the cache. */
    private static final int[] COUNTS = {6, 8, 12, 16, 24, 32};
    private static final int SLICES = 2000;
    private static final Size TILE = new Size(192, 108);

    private final Carrier carrier;
    private final Previews previews;
    private final Runnable changed;
    private final List<CompletableFuture<?>> coming = new ArrayList<>();
    private Media media;
    private Image[] tiles = {};
    private Waveform waveform;
    private long[] keyframes = {};

    /** @param changed told when there is something new to draw */
    Film(Carrier carrier, Previews previews, Runnable changed) {
        this.carrier = carrier;
        this.previews = previews;
        this.changed = changed;
    }

    /**
     * Shows a clip; what another one still wanted is cancelled.
     *
     * @param now  null for none
     * @param room how many pictures have room
     */
    void show(Clip now, double room) {
        Media next = now == null ? null : now.media().filter(m -> !m.still()).orElse(null);
        int count = Arrays.stream(COUNTS).filter(c -> c >= room).findFirst().orElse(COUNTS[COUNTS.length - 1]);
        if (next == media && count == tiles.length) {
            return;
        }
        boolean same = next == media;
        coming.forEach(c -> c.cancel(true));
        coming.clear();
        media = next;
        tiles = new Image[next == null || next.video().isEmpty() ? 0 : count];
        if (!same) {
            waveform = null;
            keyframes = new long[0];
        }
        if (next != null) {
            ask(next, count);
        }
        changed.run();
    }

    private void ask(Media of, int count) {
        if (of.video().isPresent()) {
            Image[] into = tiles;
            carrier.bring(
                    keep(previews.filmstrip(of, count, TILE,
                            tile -> carrier.onFx(() -> put(into, tile.index(), tile.picture())))),
                    _ -> {
                    }, _ -> {
                    });
            if (keyframes.length == 0) {
                carrier.bring(keep(previews.keyframes(of)), times -> {
                    keyframes = times;
                    changed.run();
                }, _ -> {
                });
            }
        }
        if (of.audio().isPresent() && waveform == null) {
            carrier.bring(keep(previews.waveform(of, SLICES)), shape -> {
                waveform = shape;
                changed.run();
            }, _ -> {
            });
        }
    }

    private <T> CompletableFuture<T> keep(CompletableFuture<T> future) {
        coming.add(future);
        return future;
    }

    private void put(Image[] into, int index, Picture picture) {
        if (into == tiles && index < into.length) {
            into[index] = Pictures.image(picture);
            changed.run();
        }
    }

    /** Pictures in order; null where one is not there yet. */
    Image[] tiles() {
        return tiles;
    }

    /** The sound; null while it is not there or when there is none. */
    Waveform waveform() {
        return waveform;
    }

    /** Keyframe times in microseconds. */
    long[] keyframes() {
        return keyframes;
    }
}
