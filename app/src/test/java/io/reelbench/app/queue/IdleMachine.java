package io.reelbench.app.queue;

import io.reelbench.app.room.Machine;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.settings.AfterWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A computer that can be told everything, and only remembers it. */
final class IdleMachine implements Machine {

    final List<String> told = new CopyOnWriteArrayList<>();
    private final Set<AfterWork> can;

    IdleMachine(AfterWork... can) {
        this.can = Set.of(can);
    }

    @Override
    public Set<AfterWork> can() {
        return can;
    }

    @Override
    public Optional<Text> power(AfterWork deed) {
        told.add(deed.word());
        return Optional.empty();
    }

    @Override
    public Optional<Text> tell(String title, String words) {
        told.add(title + ": " + words);
        return Optional.empty();
    }
}
