package io.reelbench.app.room;

import io.reelbench.engine.problem.Text;
import io.reelbench.engine.settings.AfterWork;
import java.util.Optional;
import java.util.Set;

/** The computer, as far as it can be told to do something when all is done. Everything blocks for a moment. */
public interface Machine {

    /** Which of the deeds that concern it are possible here without asking anybody. */
    Set<AfterWork> can() throws InterruptedException;

    /** Sleeps or shuts down; says why not. */
    Optional<Text> power(AfterWork deed) throws InterruptedException;

    /** Shows a note of the system; says why not. */
    Optional<Text> tell(String title, String words) throws InterruptedException;
}
