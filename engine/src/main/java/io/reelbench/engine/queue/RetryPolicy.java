package io.reelbench.engine.queue;

import io.reelbench.engine.problem.Failure;
import java.util.Set;

/**
 * Which failures are tried again without asking.
 *
 * @param times  how often in a row
 * @param causes failures that come and go by themselves
 */
public record RetryPolicy(int times, Set<Class<? extends Failure>> causes) {

    public static final RetryPolicy ONCE = new RetryPolicy(1, Set.of(Failure.Crashed.class, Failure.NotAsPlanned.class));
    public static final RetryPolicy NEVER = new RetryPolicy(0, Set.of());

    boolean again(Failure failure, int retriesSoFar) {
        return retriesSoFar < times && causes.contains(failure.getClass());
    }
}
