package io.reelbench.app.viewer;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Compared;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Pictures;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.preview.Frame;
import io.reelbench.engine.preview.Previews;
import io.reelbench.engine.preview.ResultFrame;
import io.reelbench.engine.preview.Where;
import io.reelbench.engine.problem.Failure;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.image.Image;

/**
 * Which frame is on screen. Follows the clip that is looked at, its playhead and its plan, and asks for the frames that are missing: one
 * at a time, always the latest wish. FX thread only.
 */
final class Viewing {

    /** A result this far (in microseconds) from the frame on screen still looks like it, and stays until the new one is there. */
    private static final long ALIKE_US = 500_000;

    private final Desk desk;
    private final Carrier carrier;
    private final Previews previews;
    private final ReadOnlyObjectWrapper<Shot> source = new ReadOnlyObjectWrapper<>(new Shot.Nothing());
    private final ReadOnlyObjectWrapper<Outcome> result = new ReadOnlyObjectWrapper<>(new Outcome.None(""));
    private final ChangeListener<Object> planChanged = (_, _, _) -> askResult();
    private final ChangeListener<Object> factsChanged = (_, _, _) -> factsChanged();
    private Clip clip;
    private final ReadOnlyObjectWrapper<Size> within = new ReadOnlyObjectWrapper<>(new Size(960, 540));
    private Runnable elsewhere = () -> {
    };
    private boolean playing;
    private long nearUs = -1;
    private boolean wantsResult = true;
    private Where wanted;
    private Where asked;
    private CompletableFuture<Frame> coming;
    private CompletableFuture<?> resultComing;

    Viewing(Desk desk) {
        this.desk = desk;
        this.carrier = desk.carrier();
        this.previews = desk.engine().previews();
        desk.current().addListener((_, _, now) -> look(now));
        desk.comparing().now().addListener((_, _, now) -> compare(now));
        look(desk.current().get());
    }

    ReadOnlyObjectProperty<Shot> source() {
        return source.getReadOnlyProperty();
    }

    /** The room that pictures are fitted into, in device pixels. */
    ReadOnlyObjectProperty<Size> within() {
        return within.getReadOnlyProperty();
    }

    /** Who is told when somebody looks at another moment or another clip. */
    void onElsewhere(Runnable told) {
        elsewhere = told;
    }

    ReadOnlyObjectProperty<Outcome> result() {
        return result.getReadOnlyProperty();
    }

    Optional<Clip> clip() {
        return Optional.ofNullable(clip);
    }

    /** The picture's room on screen, in device pixels. */
    void fit(Size room) {
        if (!room.equals(within.get()) && room.width() > 0 && room.height() > 0) {
            within.set(room);
            if (clip != null && !playing) {
                go(new Where.At(clip.playhead().get()));
            }
        }
    }

    /** Whether results are looked at; when not, none are made. */
    void wantResult(boolean wants) {
        if (wants != wantsResult) {
            wantsResult = wants;
            askResult();
        }
    }

    /** Moves the playhead while a pointer drags it: quick pictures, the exact one when it rests. */
    void drag(long us) {
        move(us, new Where.Near(bounded(us)));
    }

    /** Puts the playhead at a time. */
    void seek(long us) {
        move(us, new Where.At(bounded(us)));
    }

    /** Steps from the frame on screen, for example to the next one. */
    void step(Where where) {
        if (clip != null) {
            elsewhere.run();
            go(where);
        }
    }

    /** Whether pictures come from elsewhere now; then none are asked for. */
    void playing(boolean now) {
        playing = now;
        if (now) {
            stop();
            result.set(new Outcome.None(""));
        }
    }

    /** A picture of the clip that is played. */
    void show(Frame frame, Image image) {
        source.set(new Shot.Shown(frame, image));
    }

    /** It was played as far as this: the frame as good as it gets, and what the recipe makes of it. */
    void settle() {
        if (clip != null) {
            go(new Where.At(clip.playhead().get()));
        }
    }

    /** The clip cannot be played. */
    void wrong(Failure why) {
        source.set(new Shot.Wrong(why));
    }

    private void move(long us, Where where) {
        if (clip != null) {
            elsewhere.run();
            clip.playhead().set(bounded(us));
            go(where);
        }
    }

    private long bounded(long us) {
        long end = clip == null ? 0 : clip.media().map(m -> m.playedUs().orElse(0)).orElse(0L);
        return Math.clamp(us, 0, Math.max(0, end));
    }

    private void look(Clip now) {
        if (now == clip) {
            return;
        }
        elsewhere.run();
        stop();
        if (clip != null) {
            clip.planning().removeListener(planChanged);
            clip.facts().removeListener(factsChanged);
        }
        clip = now;
        result.set(new Outcome.None(""));
        if (now == null) {
            source.set(new Shot.Nothing());
            return;
        }
        now.planning().addListener(planChanged);
        now.facts().addListener(factsChanged);
        factsChanged();
    }

    private void factsChanged() {
        elsewhere.run();
        Optional<Media> media = clip.media();
        if (clip.facts().get() instanceof Facts.Unreadable(Failure why)) {
            source.set(new Shot.Wrong(why));
        } else if (media.isEmpty()) {
            source.set(new Shot.Nothing());
        } else if (media.get().video().isEmpty() && media.get().all(Track.Cover.class).isEmpty()) {
            source.set(new Shot.SoundOnly());
        } else {
            go(new Where.At(clip.playhead().get()));
        }
    }

    private void stop() {
        wanted = null;
        if (coming != null) {
            coming.cancel(true);
            coming = null;
        }
        if (resultComing != null) {
            resultComing.cancel(true);
            resultComing = null;
        }
    }

    /** A quick picture on its way is let through, or a long drag would show nothing; an exact one gives way to a newer wish. */
    private void go(Where where) {
        if (clip.media().isEmpty() || source.get() instanceof Shot.SoundOnly) {
            return;
        }
        wanted = where;
        if (coming != null && !(asked instanceof Where.Near)) {
            boolean steps = !(asked instanceof Where.At);
            if (steps) {
                return;
            }
            coming.cancel(true);
            coming = null;
        }
        if (coming == null) {
            ask();
        }
    }

    private void ask() {
        Clip of = clip;
        asked = wanted;
        wanted = null;
        CompletableFuture<Frame> frame = previews.frame(of.media().orElseThrow(), asked, within.get());
        coming = frame;
        carrier.bring(frame, f -> arrived(of, frame, f), why -> failed(of, frame, why));
    }

    private void arrived(Clip of, CompletableFuture<Frame> what, Frame frame) {
        if (of != clip || what != coming) {
            return;
        }
        coming = null;
        source.set(new Shot.Shown(frame, Pictures.image(frame.picture())));
        if (!(asked instanceof Where.Near) && wanted == null) {
            clip.playhead().set(frame.atUs());
        } else if (wanted == null && frame.atUs() != nearUs) {
            // nearer each time, until it is there
            nearUs = frame.atUs();
            wanted = asked;
        }
        next();
        if (coming == null) {
            askResult();
        }
    }

    private void failed(Clip of, CompletableFuture<Frame> what, Failure why) {
        if (of == clip && what == coming) {
            coming = null;
            source.set(new Shot.Wrong(why));
            next();
        }
    }

    private void next() {
        if (wanted != null) {
            ask();
        }
    }

    private void askResult() {
        if (resultComing != null) {
            resultComing.cancel(true);
            resultComing = null;
        }
        if (!wantsResult || playing || clip == null || !(source.get() instanceof Shot.Shown shown)) {
            return;
        }
        Optional<Compared> compared = compared();
        if (compared.isPresent()) {
            askFinished(compared.get(), shown.frame().atUs());
            return;
        }
        if (clip.planning().get() instanceof Planning.Ready ready) {
            if (result.get() instanceof Outcome.Made made
                    && Math.abs(made.result().frame().atUs() - shown.frame().atUs()) > ALIKE_US) {
                result.set(new Outcome.Coming());
            }
            Clip of = clip;
            CompletableFuture<ResultFrame> frame = previews.result(ready.plan(), shown.frame().atUs(), within.get());
            resultComing = frame;
            carrier.bring(frame, r -> resultArrived(of, frame, new Outcome.Made(r, Pictures.image(r.frame().picture()))),
                    why -> resultArrived(of, frame, notMade(why)));
        } else {
            result.set(without(clip.planning().get()));
        }
    }

    /** The finished file that is looked at beside this clip. */
    Optional<Compared> compared() {
        return desk.comparing().now().get().filter(c -> c.clip() == clip);
    }

    private void compare(Optional<Compared> now) {
        result.set(new Outcome.Coming());
        boolean away = now.filter(c -> c.clip() == clip && !c.files().keeps(clip.playhead().get())).isPresent();
        if (away) {
            elsewhere.run();
            clip.playhead().set(now.get().files().firstUs());
            // a clip that is not known yet is shown there when it is
            go(new Where.At(clip.playhead().get()));
        } else {
            askResult();
        }
    }

    private void askFinished(Compared compared, long us) {
        Clip of = clip;
        CompletableFuture<Frame> frame = previews.frame(compared.files().made(), new Where.At(compared.files().madeUs(us)),
                within.get());
        resultComing = frame;
        carrier.bring(frame,
                f -> resultArrived(of, frame,
                        new Outcome.Finished(Pictures.image(f.picture()), compared.files().keeps(us))),
                why -> resultArrived(of, frame, new Outcome.Wrong(why)));
    }

    private void resultArrived(Clip of, CompletableFuture<?> what, Outcome outcome) {
        if (of == clip && what == resultComing) {
            resultComing = null;
            result.set(outcome);
        }
    }

    /** The clip has a picture, for it is shown: reports and sounds have none. */
    private static Outcome notMade(Failure why) {
        return why instanceof Failure.NoPicture ? new Outcome.None(ViewerWords.NO_PICTURE_OF_IT.say()) : new Outcome.Wrong(why);
    }

    private static Outcome without(Planning planning) {
        return switch (planning) {
            case Planning.None _ -> new Outcome.None(ViewerWords.ADD_STEP.say());
            case Planning.Impossible _ -> new Outcome.None(ViewerWords.CANNOT_RUN.say());
            case Planning.Failed(Failure failure) -> new Outcome.Wrong(failure);
            case Planning.Underway _,Planning.Ready _ -> new Outcome.Coming();
        };
    }
}
