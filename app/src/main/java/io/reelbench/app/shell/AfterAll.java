package io.reelbench.app.shell;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.room.Outside;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.settings.AfterWork;
import io.reelbench.engine.settings.SettingsFile;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Does what was chosen for the end of all work: a minute after the last task ended that this window saw running, unless somebody says no
 * or something runs again. FX thread only.
 */
final class AfterAll implements AutoCloseable {

    /** What it asks of the window. */
    interface Stage {
        /** Says what will happen, with a way to call it off. */
        void announce(String sentence, Runnable callOff);

        void takeBack();

        void close();
    }

    private final SettingsFile settings;
    private final Carrier carrier;
    private final Stage stage;
    private final Consumer<Text> wrong;
    private final PauseTransition grace;
    private final Subscription queue;
    private boolean worked;

    AfterAll(SettingsFile settings, Carrier carrier, ObservableValue<QueueStatus> queue, Stage stage, Consumer<Text> wrong,
            Duration grace) {
        this.settings = settings;
        this.carrier = carrier;
        this.stage = stage;
        this.wrong = wrong;
        this.grace = new PauseTransition(grace);
        this.grace.setOnFinished(_ -> act());
        this.queue = queue.subscribe(this::follow);
    }

    private void follow(QueueStatus now) {
        if (now.busy()) {
            worked = true;
            callOff();
        } else if (worked) {
            worked = false;
            AfterWork deed = settings.now().work().whenDone();
            if (deed != AfterWork.NOTHING) {
                stage.announce(words(deed).say(), this::callOff);
                grace.playFromStart();
            }
        }
    }

    private static ShellWords words(AfterWork deed) {
        return switch (deed) {
            case NOTHING, CLOSE -> ShellWords.CLOSES_SOON;
            case SLEEP -> ShellWords.SLEEPS_SOON;
            case SHUT_DOWN -> ShellWords.ENDS_SOON;
        };
    }

    private void callOff() {
        grace.stop();
        stage.takeBack();
    }

    private void act() {
        stage.takeBack();
        switch (settings.now().work().whenDone()) {
            case NOTHING -> callOff();
            case CLOSE -> stage.close();
            case SLEEP -> outside(Outside.Power.SLEEP);
            case SHUT_DOWN -> outside(Outside.Power.OFF);
        }
    }

    private void outside(Outside.Power power) {
        carrier.fetch(() -> Outside.power(power), (Optional<Text> why) -> why.ifPresent(wrong),
                failure -> wrong.accept(failure.headline()));
    }

    @Override
    public void close() {
        queue.unsubscribe();
        grace.stop();
    }
}
