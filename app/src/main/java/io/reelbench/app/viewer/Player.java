package io.reelbench.app.viewer;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered.Hearing;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.Frame;
import io.reelbench.engine.preview.Playback;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/** Plays the clip that is looked at. Whoever moves the playhead otherwise stops it. FX thread only. */
final class Player {

    static final double FASTEST = 8;
    private static final Duration CALM = Duration.millis(300);

    private final Desk desk;
    private final Carrier carrier;
    private final Viewing viewing;
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper();
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<Text>> note = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty looping = new SimpleBooleanProperty();
    private final DoubleProperty volume = new SimpleDoubleProperty(1);
    private final BooleanProperty muted = new SimpleBooleanProperty();
    private final PauseTransition calm = new PauseTransition(CALM);
    private Playback playback;
    private Seat seat;
    private Size within;

    Player(Desk desk, Viewing viewing, Memory memory) {
        this.desk = desk;
        this.carrier = desk.carrier();
        this.viewing = viewing;
        Hearing last = memory.now().hearing();
        volume.set(last.volume());
        muted.set(last.muted());
        looping.set(last.looping());
        viewing.onElsewhere(this::stop);
        volume.subscribe(this::tune);
        muted.subscribe(this::tune);
        looping.subscribe((_, _) -> again());
        for (var each : new javafx.beans.Observable[]{volume, muted, looping}) {
            each.addListener(_ -> memory
                    .change(now -> now.with(new Hearing(volume.get(), muted.get(), looping.get()))));
        }
        // a window that is drawn larger or smaller changes its size all the time
        calm.setOnFinished(_ -> fit());
        viewing.within().addListener(_ -> calm.playFromStart());
    }

    /** As many times as fast; negative backwards, 0 while nothing is played. */
    ReadOnlyDoubleProperty speed() {
        return speed.getReadOnlyProperty();
    }

    boolean plays() {
        return playback != null;
    }

    /** Frames of the running playback that came too late. */
    ReadOnlyLongProperty dropped() {
        return dropped.getReadOnlyProperty();
    }

    /** What is wrong with the sound. */
    ReadOnlyObjectProperty<Optional<Text>> note() {
        return note.getReadOnlyProperty();
    }

    /** Whether the end is followed by the beginning. */
    BooleanProperty looping() {
        return looping;
    }

    /** 0 to 1. */
    DoubleProperty volume() {
        return volume;
    }

    BooleanProperty muted() {
        return muted;
    }

    /** Plays, or stops where it is. */
    void toggle() {
        if (plays()) {
            pause();
        } else {
            play(1);
        }
    }

    /** Faster each time, or at once in the other direction. */
    void faster(boolean backwards) {
        double now = backwards ? -speed.get() : speed.get();
        double next = now <= 0 ? 1 : Math.min(FASTEST, now * 2);
        play(backwards ? -next : next);
    }

    /** Stops on the frame that is seen. */
    void pause() {
        if (plays()) {
            stop();
            viewing.settle();
        }
    }

    private void again() {
        if (plays()) {
            play(speed.get());
        }
    }

    private void fit() {
        if (plays() && !viewing.within().get().equals(within)) {
            play(speed.get());
        }
    }

    private void tune() {
        if (plays()) {
            playback.volume(loudness());
        }
    }

    private double loudness() {
        return muted.get() ? 0 : volume.get();
    }

    private void play(double wanted) {
        Clip clip = viewing.clip().orElse(null);
        Media media = clip == null ? null : clip.media().filter(m -> !m.still()).orElse(null);
        if (media == null || wanted < 0 && media.video().isEmpty()) {
            return;
        }
        stop();
        Stretch stretch = Stretch.of(clip, media, wanted < 0);
        within = viewing.within().get();
        seat = new Seat(clip);
        viewing.playing(true);
        speed.set(wanted);
        playback = desk.engine().previews().play(media, new Playback.Wish(stretch.fromUs(), stretch.startUs(), stretch.toUs(),
                wanted, looping.get(), within, loudness()), seat);
    }

    /** Nothing is played any more; the picture stays as it is. */
    private void stop() {
        if (plays()) {
            playback.close();
            playback = null;
            seat = null;
            speed.set(0);
            dropped.set(0);
            viewing.playing(false);
        }
    }

    /** Takes in what is played; of what came meanwhile only the latest is shown. */
    private final class Seat implements Playback.Audience {

        private final Clip clip;
        private final Moving moving = new Moving();
        private final AtomicReference<Playback.Moment> latest = new AtomicReference<>();
        private final AtomicInteger overtaken = new AtomicInteger();

        Seat(Clip clip) {
            this.clip = clip;
        }

        @Override
        public void see(Playback.Moment moment) {
            Playback.Moment waiting = latest.getAndUpdate(old -> old == null || moment.picture().isPresent()
                    ? moment
                    : new Playback.Moment(old.picture(), moment.atUs(), moment.dropped(), moment.note()));
            if (waiting == null) {
                carrier.onFx(this::show);
            } else if (waiting.picture().isPresent() && moment.picture().isPresent()) {
                overtaken.incrementAndGet();
            }
        }

        private void show() {
            Playback.Moment now = latest.getAndSet(null);
            if (seat != this || now == null) {
                return;
            }
            now.picture().ifPresent(p -> viewing.show(new Frame(p, now.atUs(), false), moving.image(p)));
            clip.playhead().set(now.atUs());
            dropped.set(now.dropped() + (speed.get() == 1 ? overtaken.get() : 0));
            if (!note.get().equals(now.note())) {
                note.set(now.note());
            }
        }

        @Override
        public void over() {
            carrier.onFx(() -> {
                if (seat == this) {
                    show();
                    pause();
                }
            });
        }

        @Override
        public void failed(Failure why) {
            carrier.onFx(() -> {
                if (seat == this) {
                    stop();
                    viewing.wrong(why);
                }
            });
        }
    }
}
