package io.reelbench.app.queue;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.room.Machine;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.settings.AfterWork;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * Does what was chosen for the end of all work: a minute after the last task ended that this window saw running, unless somebody says no or
 * something runs again. What is chosen here holds as long as the window is open. FX thread only.
 */
final class WhenDone {

    /** So many seconds are counted down. */
    static final int GRACE = 60;

    /**
     * What it works with.
     *
     * @param close   closes the window
     * @param summary what came of the work, in a few words
     * @param wrong   is told what could not be done
     * @param second  how long a second of the count is
     */
    record Means(Carrier carrier, Machine machine, Runnable close, Supplier<String> summary, Consumer<Text> wrong,
            Duration second) {
    }

    private final Means means;
    private final ReadOnlyObjectWrapper<AfterWork> choice;
    private final ReadOnlyObjectWrapper<Set<AfterWork>> possible = new ReadOnlyObjectWrapper<>(
            EnumSet.of(AfterWork.NOTHING, AfterWork.CLOSE));
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
    private final Timeline clock;
    private boolean asked;
    private boolean worked;

    /** @param usual what is chosen in Settings */
    WhenDone(AfterWork usual, Means means) {
        this.choice = new ReadOnlyObjectWrapper<>(usual);
        this.means = means;
        this.clock = new Timeline(new KeyFrame(means.second(), _ -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    ReadOnlyObjectProperty<AfterWork> choice() {
        return choice.getReadOnlyProperty();
    }

    /** What there is to choose from; what the computer can do is known a moment after it was asked. */
    ReadOnlyObjectProperty<Set<AfterWork>> possible() {
        return possible.getReadOnlyProperty();
    }

    /** Seconds until it happens; 0 while nothing is about to. */
    ReadOnlyIntegerProperty left() {
        return left.getReadOnlyProperty();
    }

    /** Asks the computer, once, what it can do. */
    void ask() {
        if (!asked) {
            asked = true;
            means.carrier().fetch(means.machine()::can, can -> {
                Set<AfterWork> all = EnumSet.copyOf(possible.get());
                all.addAll(can);
                possible.set(all);
                if (!all.contains(choice.get())) {
                    choose(AfterWork.NOTHING);
                }
            }, this::failed);
        }
    }

    void choose(AfterWork deed) {
        boolean about = left.get() > 0;
        callOff();
        choice.set(deed);
        if (about) {
            begin();
        }
    }

    /** The work that is being done ends without anything more. */
    void callOff() {
        clock.stop();
        left.set(0);
    }

    /** Tells whether anything runs or waits. */
    void follow(boolean busy) {
        if (busy) {
            worked = true;
            ask();
            callOff();
        } else if (worked) {
            worked = false;
            begin();
        }
    }

    private void begin() {
        switch (choice.get()) {
            case NOTHING -> {
                // as usual
            }
            case TELL -> outside(() -> means.machine().tell(QueueWords.ALL_DONE.say(), means.summary().get()));
            case CLOSE, SLEEP, SHUT_DOWN -> {
                left.set(GRACE);
                clock.playFromStart();
            }
        }
    }

    private void tick() {
        if (left.get() > 1) {
            left.set(left.get() - 1);
            return;
        }
        callOff();
        switch (choice.get()) {
            case CLOSE -> means.close().run();
            case SLEEP, SHUT_DOWN -> outside(() -> means.machine().power(choice.get()));
            case NOTHING, TELL -> {
                // was done at once
            }
        }
    }

    private interface Way {
        Optional<Text> go() throws InterruptedException;
    }

    private void outside(Way way) {
        means.carrier().fetch(way::go, why -> why.ifPresent(means.wrong()), this::failed);
    }

    private void failed(Failure failure) {
        means.wrong().accept(failure.headline());
    }
}
