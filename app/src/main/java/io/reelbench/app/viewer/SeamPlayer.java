package io.reelbench.app.viewer;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered.Hearing;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.Playback;
import io.reelbench.engine.preview.Previews;
import io.reelbench.engine.problem.Failure;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** Plays what was made around a seam a few times, with its sound as loud as clips are played. FX thread only. */
final class SeamPlayer {

    private static final int ROUNDS = 3;
    private static final Size WITHIN = new Size(1280, 720);

    private final Carrier carrier;
    private final Previews previews;
    private final Memory memory;
    private final Consumer<Image> seen;
    private Playback playback;
    private Seat seat;

    /** @param seen told of each picture */
    SeamPlayer(Carrier carrier, Previews previews, Memory memory, Consumer<Image> seen) {
        this.carrier = carrier;
        this.previews = previews;
        this.memory = memory;
        this.seen = seen;
    }

    /**
     * Plays a part of a film.
     *
     * @param after told when it has been played often enough
     */
    void play(Media film, long fromUs, long toUs, Runnable after) {
        play(film, fromUs, toUs, after, ROUNDS);
    }

    private void play(Media film, long fromUs, long toUs, Runnable after, int rounds) {
        stop();
        Hearing hearing = memory.now().hearing();
        seat = new Seat(() -> {
            if (rounds > 1) {
                play(film, fromUs, toUs, after, rounds - 1);
            } else {
                stop();
                after.run();
            }
        });
        playback = previews.play(film, new Playback.Wish(fromUs, fromUs, toUs, 1, false, WITHIN,
                hearing.muted() ? 0 : hearing.volume()), seat);
    }

    void stop() {
        if (playback != null) {
            playback.close();
            playback = null;
            seat = null;
        }
    }

    /** Takes in what is played; of what came meanwhile only the latest is shown. */
    private final class Seat implements Playback.Audience {

        private final Runnable over;
        private final Moving moving = new Moving();
        private final AtomicReference<Playback.Moment> latest = new AtomicReference<>();

        Seat(Runnable over) {
            this.over = over;
        }

        @Override
        public void see(Playback.Moment moment) {
            if (moment.picture().isPresent() && latest.getAndSet(moment) == null) {
                carrier.onFx(this::show);
            }
        }

        private void show() {
            Playback.Moment now = latest.getAndSet(null);
            if (seat == this && now != null) {
                seen.accept(moving.image(now.picture().orElseThrow()));
            }
        }

        @Override
        public void over() {
            carrier.onFx(() -> {
                if (seat == this) {
                    show();
                    over.run();
                }
            });
        }

        @Override
        public void failed(Failure why) {
            // the frames at the seam are seen all the same
            carrier.onFx(() -> {
                if (seat == this) {
                    stop();
                }
            });
        }
    }
}
