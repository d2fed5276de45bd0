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

    /** Numbers of pictures that are asked for, so that a resized window finds them in the cache; the last ones when it is looked at closely. */
    private static final int[] COUNTS = {6, 8, 12, 16, 24, 32, 64, 128};
    /** The same of the sound. */
    private static final int[] SLICES = {2000, 16_000};
    private static final Size TILE = new Size(192, 108);

    private final Carrier carrier;
    private final Previews previews;
    private final Runnable changed;
    private final List<CompletableFuture<?>> coming = new ArrayList<>();
    private Media media;
    private Image[] tiles = {};
    /** What was there before finer ones were asked for. */
    private Image[] coarse = {};
    private int slices;
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
     * @param now    null for none
     * @param room   how many pictures have room over the whole clip
     * @param pixels how wide the whole clip is
     */
    void show(Clip now, double room, double pixels) {
        Media next = now == null ? null : now.media().filter(m -> !m.still()).orElse(null);
        int count = enough(COUNTS, room);
        int fine = enough(SLICES, pixels);
        boolean same = next == media;
        if (same && count == tiles.length && fine == slices) {
            return;
        }
        if (!same) {
            coming.forEach(c -> c.cancel(true));
            coming.clear();
            waveform = null;
            keyframes = new long[0];
            coarse = new Image[0];
            tiles = new Image[0];
            slices = 0;
            media = next;
        }
        if (next != null) {
            pictures(next, count, same);
            sound(next, fine);
        }
        changed.run();
    }

    private static int enough(int[] steps, double wanted) {
        return Arrays.stream(steps).filter(c -> c >= wanted).findFirst().orElse(steps[steps.length - 1]);
    }

    private void pictures(Media of, int count, boolean same) {
        if (of.video().isEmpty() || count == tiles.length) {
            return;
        }
        coarse = Arrays.stream(tiles).allMatch(java.util.Objects::nonNull) ? tiles : coarse;
        Image[] into = new Image[count];
        tiles = into;
        carrier.bring(keep(previews.filmstrip(of, count, TILE,
                tile -> carrier.onFx(() -> put(into, tile.index(), tile.picture())))), _ -> {
                }, _ -> {
                });
        if (!same) {
            carrier.bring(keep(previews.keyframes(of)), times -> {
                keyframes = times;
                changed.run();
            }, _ -> {
            });
        }
    }

    private void sound(Media of, int fine) {
        if (of.audio().isEmpty() || fine <= slices) {
            return;
        }
        slices = fine;
        carrier.bring(keep(previews.waveform(of, fine)), shape -> {
            if (waveform == null || shape.high().length >= waveform.high().length) {
                waveform = shape;
                changed.run();
            }
        }, _ -> {
        });
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

    boolean hasPicture() {
        return media != null && media.video().isPresent();
    }

    boolean hasSound() {
        return media != null && media.audio().isPresent();
    }

    /** In how many equal parts the clip has pictures. */
    int count() {
        return tiles.length;
    }

    /** The picture of one part, for a while a coarser one; null while there is none. */
    Image tile(int index) {
        Image own = tiles[index];
        return own != null || coarse.length == 0
                ? own
                : coarse[Math.min(coarse.length - 1, index * coarse.length / tiles.length)];
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
