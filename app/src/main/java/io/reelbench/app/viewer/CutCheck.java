package io.reelbench.app.viewer;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Pictures;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Tried;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.preview.Where;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.image.Image;

/**
 * Shows a seam as it will be: a short stretch around it is made by the plan that makes the whole, and its frames are brought one by one. FX
 * thread only.
 */
final class CutCheck {

    static final int EACH_SIDE = 3;
    private static final long AROUND_US = Time.SECOND;
    /** A playhead that moves farther than this goes elsewhere. */
    private static final long STAYS_US = Time.SECOND / 8;
    private static final Size WITHIN = new Size(960, 540);

    /** What there is to see. */
    sealed interface State {

        record Closed() implements State {
        }

        /**
         * Being made.
         *
         * @param done how far, 0 to 1
         */
        record Rendering(String title, double done) implements State {
        }

        /**
         * What was made.
         *
         * @param before the last frames before the seam, as many as came so far
         * @param after  the first frames behind it
         * @param film   that they are of
         * @param fromUs where it is played from, of the film
         * @param toUs   where it is played to
         * @param whole  whether all frames are there
         */
        record Shown(String title, List<Image> before, List<Image> after, Media film, long fromUs, long toUs,
                boolean whole) implements State {
        }

        /** @param why there is nothing to see */
        record Nothing(String why) implements State {
        }
    }

    private final Desk desk;
    private final Carrier carrier;
    private final Zones zones;
    private final Supplier<Cuts> cuts;
    private final Supplier<long[]> keyframes;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private List<Seam> seams = List.of();
    private int at;
    private Optional<Tried> made = Optional.empty();
    private CompletableFuture<?> coming = CompletableFuture.completedFuture(null);
    private final ChangeListener<Object> moved = (_, _, _) -> moved();
    private Object turn = new Object();
    private long stood;

    CutCheck(Desk desk, Supplier<Cuts> cuts, Supplier<long[]> keyframes) {
        this.desk = desk;
        this.carrier = desk.carrier();
        this.zones = new Zones(desk.judge());
        this.cuts = cuts;
        this.keyframes = keyframes;
        desk.current().addListener((_, was, now) -> follow(was, now));
        follow(null, desk.current().get());
    }

    private void follow(Clip was, Clip now) {
        close();
        if (was != null) {
            was.playhead().removeListener(moved);
        }
        if (now != null) {
            now.playhead().addListener(moved);
        }
    }

    /** Who looks elsewhere does not check any more. */
    private void moved() {
        if (isOpen() && Math.abs(desk.current().get().playhead().get() - stood) > STAYS_US) {
            close();
        }
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    boolean isOpen() {
        return !(state.get() instanceof State.Closed);
    }

    /** Which seam is looked at; empty when none is. */
    Optional<Seam> seam() {
        return isOpen() && at < seams.size() ? Optional.of(seams.get(at)) : Optional.empty();
    }

    /** Its place among all seams, from 0. */
    int index() {
        return at;
    }

    int count() {
        return seams.size();
    }

    /** Opens at the seam that is nearest to the playhead; when it is open, goes on to the next. */
    void check() {
        if (isOpen() && !(state.get() instanceof State.Nothing)) {
            go(1);
            return;
        }
        Clip clip = desk.current().get();
        if (clip == null) {
            return;
        }
        stood = clip.playhead().get();
        Optional<Plan> plan = zones.plan(clip);
        seams = plan.map(p -> Seam.of(cuts.get(), p, clip.media().orElseThrow().playedUs().orElse(0))).orElse(List.of());
        if (plan.isEmpty()) {
            state.set(new State.Nothing(CheckWords.NO_PLAN.say()));
        } else if (seams.isEmpty()) {
            state.set(new State.Nothing(CheckWords.NO_SEAM.say()));
        } else {
            at = nearest(clip.playhead().get());
            show(clip, plan.get());
        }
    }

    private int nearest(long us) {
        int best = 0;
        for (int i = 1; i < seams.size(); i++) {
            if (distance(seams.get(i), us) < distance(seams.get(best), us)) {
                best = i;
            }
        }
        return best;
    }

    private static long distance(Seam seam, long us) {
        return Math.min(Math.abs(seam.beforeUs() - us), Math.abs(seam.afterUs() - us));
    }

    /** The next or the previous one. */
    void go(int by) {
        Clip clip = desk.current().get();
        Optional<Plan> plan = clip == null ? Optional.empty() : zones.plan(clip);
        if (!seams.isEmpty() && plan.isPresent()) {
            at = Math.floorMod(at + by, seams.size());
            show(clip, plan.get());
        }
    }

    void close() {
        if (isOpen()) {
            forget();
            state.set(new State.Closed());
        }
    }

    private void forget() {
        turn = new Object();
        coming.cancel(true);
        made.ifPresent(tried -> carrier.aside(() -> {
            tried.close();
            return null;
        }));
        made = Optional.empty();
    }

    private String title() {
        Seam seam = seams.get(at);
        return switch (seam.kind()) {
            case JOIN -> CheckWords.JOIN.say(at + 1, seams.size(), seam.range() + 1, seam.range() + 2);
            case ENCODED_COPIED -> CheckWords.SEAM_ENCODED_COPIED.say(at + 1, seams.size());
            case COPIED_ENCODED -> CheckWords.SEAM_COPIED_ENCODED.say(at + 1, seams.size());
        };
    }

    /** A stretch with its plan. */
    private record Planned(SeamTrial trial, Plan plan) {
    }

    private void show(Clip clip, Plan plan) {
        forget();
        Object own = turn;
        String title = title();
        state.set(new State.Rendering(title, 0));
        Seam seam = seams.get(at);
        Cuts now = cuts.get();
        long[] keys = keyframes.get();
        Recipe recipe = ((Planning.Ready) clip.planning().get()).judged().recipe().orElseThrow();
        coming = carrier.fetch(() -> planned(seam, recipe, now, plan, keys), planned -> {
            if (own == turn) {
                render(own, title, planned);
            }
        }, why -> failed(own, why));
    }

    /** The shortest stretch that is made as the whole is; all of it where no other is. */
    private Planned planned(Seam seam, Recipe recipe, Cuts now, Plan plan, long[] keys)
            throws FailedException, InterruptedException {
        Planned planned = null;
        for (SeamTrial.Extent extent : SeamTrial.Extent.values()) {
            planned = planned(SeamTrial.of(seam, recipe, now, plan, keys, extent), plan);
            if (planned.trial().isMadeAlike(planned.plan(), plan)) {
                break;
            }
        }
        return planned;
    }

    private Planned planned(SeamTrial trial, Plan whole) throws FailedException, InterruptedException {
        Media clip = whole.sources().getFirst();
        io.reelbench.engine.plan.Planned planned = desk.engine().plan(trial.recipe(), clip);
        return new Planned(trial, planned.plan()
                .orElseThrow(() -> new FailedException(new Failure.Invalid(clip.name(), planned.problems()))));
    }

    private void render(Object own, String title, Planned planned) {
        CompletableFuture<Tried> rendering = desk.engine().tryOut(planned.plan(), done -> carrier.onFx(() -> {
            if (own == turn && state.get() instanceof State.Rendering) {
                state.set(new State.Rendering(title, done));
            }
        }));
        coming = rendering;
        carrier.bring(rendering, tried -> {
            if (own != turn) {
                carrier.aside(() -> {
                    tried.close();
                    return null;
                });
                return;
            }
            made = Optional.of(tried);
            open(own, title, planned, tried);
        }, why -> failed(own, why));
    }

    private void open(Object own, String title, Planned planned, Tried tried) {
        Engine engine = desk.engine();
        Media clip = planned.plan().sources().getFirst();
        coming = carrier.fetch(() -> engine.probe(tried.files().getFirst()), film -> {
            if (own != turn) {
                return;
            }
            Optional<Rate> rate = film.video().flatMap(Track.Video::rate);
            if (rate.isEmpty() || film.still()) {
                state.set(new State.Nothing(CheckWords.NO_PICTURE.say()));
                return;
            }
            new Bringing(own, title, film, rate.get(), planned.trial().atUs(clip)).next();
        }, why -> failed(own, why));
    }

    private void failed(Object own, Failure why) {
        if (own == turn) {
            state.set(new State.Nothing(why.headline().toString()));
        }
    }

    /** Brings the frames of a film at a moment, one after the other. */
    private final class Bringing {

        private final Object own;
        private final String title;
        private final Media film;
        private final Rate rate;
        private final long cut;
        private final long last;
        private final long fromUs;
        private final long toUs;
        private final List<Image> before = new ArrayList<>();
        private final List<Image> after = new ArrayList<>();
        private long frame;

        Bringing(Object own, String title, Media film, Rate rate, long seamUs) {
            this.own = own;
            this.title = title;
            this.film = film;
            this.rate = rate;
            long end = film.playedUs().orElse(seamUs + AROUND_US);
            this.cut = rate.nearestFrame(seamUs);
            this.frame = Math.max(0, cut - EACH_SIDE);
            this.last = Math.max(frame, Math.min(cut + EACH_SIDE, rate.nearestFrame(end)) - 1);
            this.fromUs = Math.max(0, seamUs - AROUND_US);
            this.toUs = Math.min(end, seamUs + AROUND_US);
        }

        void next() {
            // a little behind its beginning: containers round
            long us = rate.timeOf(frame) + rate.frameLength() / 4;
            var asked = desk.engine().previews().frame(film, new Where.At(us), WITHIN);
            coming = asked;
            carrier.bring(asked, shown -> {
                if (own != turn) {
                    return;
                }
                (frame < cut ? before : after).add(Pictures.image(shown.picture()));
                boolean whole = ++frame > last;
                state.set(new State.Shown(title, List.copyOf(before), List.copyOf(after), film, fromUs, toUs, whole));
                if (!whole) {
                    next();
                }
            }, why -> failed(own, why));
        }
    }
}
