package io.reelbench.app.clips;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.look.Pictures;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.preview.Picture;
import io.reelbench.engine.preview.Previews;
import io.reelbench.engine.preview.Waveform;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** Small pictures of clips: the last ones stay at hand, the others are asked for and can be given up. FX thread only. */
final class Thumbs {

    /** Width and height of a thumbnail in logical pixels. */
    static final int WIDTH = 80;
    static final int HEIGHT = 45;
    /** Pictures of a strip; the mouse is over one of them for some seven pixels. */
    static final int STRIP = 12;
    /** Bars of a waveform: two pixels each, with one between. */
    static final int BARS = 22;
    private static final int MOST = 400;
    private static final int MOST_STRIPS = 6;

    private final Previews previews;
    private final Carrier carrier;
    private final Map<Key, Image> pictures = lastUsed(MOST);
    private final Map<Key, Waveform> waves = lastUsed(MOST);
    private final Map<Key, Image[]> strips = lastUsed(MOST_STRIPS);

    /** A file as it was: one that changed has another picture. */
    private record Key(Path file, long bytes, long modified, int scale) {
    }

    Thumbs(Previews previews, Carrier carrier) {
        this.previews = previews;
        this.carrier = carrier;
    }

    private static <V> Map<Key, V> lastUsed(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
                return size() > most;
            }
        };
    }

    private static Key key(Media media, int scale) {
        return new Key(media.path(), media.bytes(), media.modifiedMs(), scale);
    }

    /** Whether there is anything to see in it. */
    static boolean hasPicture(Media media) {
        return media.video().isPresent() || !media.all(Track.Cover.class).isEmpty();
    }

    /** The picture, if it is at hand. */
    Optional<Image> at(Media media, int scale) {
        return Optional.ofNullable(pictures.get(key(media, scale)));
    }

    /**
     * Asks for the picture.
     *
     * @param scale pixels of the screen in a logical one
     * @return to be cancelled when nobody looks any more
     */
    CompletableFuture<?> ask(Media media, int scale, Consumer<Image> then) {
        CompletableFuture<Picture> coming = previews.thumbnail(media, within(media, scale));
        carrier.bring(coming, picture -> {
            Image image = Pictures.image(picture);
            pictures.put(key(media, scale), image);
            then.accept(image);
        }, _ -> {
            // the placeholder stays; the row says what is wrong with the file
        });
        return coming;
    }

    /** The shape of the sound, if it is at hand. */
    Optional<Waveform> waveAt(Media media) {
        return Optional.ofNullable(waves.get(key(media, 1)));
    }

    /** Asks for the shape of the sound, for clips without a picture. */
    CompletableFuture<?> askWave(Media media, Consumer<Waveform> then) {
        CompletableFuture<Waveform> coming = previews.waveform(media, BARS);
        carrier.bring(coming, wave -> {
            waves.put(key(media, 1), wave);
            then.accept(wave);
        }, _ -> {
            // the placeholder stays
        });
        return coming;
    }

    /** Pictures over the length of the clip; those that have not come yet are null. */
    Optional<Image[]> stripAt(Media media, int scale) {
        return Optional.ofNullable(strips.get(key(media, scale)));
    }

    CompletableFuture<?> askStrip(Media media, int scale, Runnable each) {
        Image[] images = strips.computeIfAbsent(key(media, scale), _ -> new Image[STRIP]);
        CompletableFuture<List<Picture>> coming = previews.filmstrip(media, STRIP, within(media, scale),
                tile -> carrier.onFx(() -> {
                    images[tile.index()] = Pictures.image(tile.picture());
                    each.run();
                }));
        carrier.bring(coming, _ -> each.run(), _ -> strips.remove(key(media, scale)));
        coming.whenComplete((_, _) -> carrier.onFx(() -> forgetPart(media, scale, images)));
        return coming;
    }

    private void forgetPart(Media media, int scale, Image[] images) {
        boolean whole = java.util.Arrays.stream(images).allMatch(java.util.Objects::nonNull);
        if (!whole) {
            strips.remove(key(media, scale), images);
        }
    }

    /** Wide pictures cover the thumbnail, so one side must be large enough; upright ones stand in it. */
    private static Size within(Media media, int scale) {
        Size box = new Size(WIDTH * scale, HEIGHT * scale);
        Size whole = media.video().map(Track.Video::upright).orElse(box);
        boolean narrower = whole.width() * HEIGHT < whole.height() * WIDTH;
        return covers(whole.width(), whole.height()) && narrower
                ? new Size(box.width(), (int) Math.ceil((double) box.width() * whole.height() / Math.max(1, whole.width())))
                : covers(whole.width(), whole.height())
                        ? new Size((int) Math.ceil((double) box.height() * whole.width() / Math.max(1, whole.height())),
                                box.height())
                        : box;
    }

    /** Whether a picture of this shape is cut to fill the thumbnail; a very wide or an upright one is shown whole. */
    static boolean covers(double width, double height) {
        double shape = width / Math.max(1, height);
        return shape > 1.2 && shape < 2.6;
    }
}
