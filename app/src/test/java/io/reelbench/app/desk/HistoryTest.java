package io.reelbench.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();
    private final List<String> happened = new ArrayList<>();

    private record Step(String what, List<String> log, boolean joins) implements History.Deed {
        @Override
        public Text name() {
            return Text.verbatim(what);
        }

        @Override
        public void undo() {
            log.add("undo " + what);
        }

        @Override
        public void redo() {
            log.add("redo " + what);
        }

        @Override
        public History.Deed merged(History.Deed next) {
            return joins ? new Step(what + next.name(), log, true) : null;
        }
    }

    @Test
    void undoGoesBackwardsAndRedoForwards() {
        history.did(new Step("a", happened, false));
        history.did(new Step("b", happened, false));
        assertThat(history.undoable().get()).isEqualTo("b");
        history.undo();
        history.undo();
        history.undo();
        assertThat(history.undoable().get()).isEmpty();
        assertThat(history.redoable().get()).isEqualTo("a");
        history.redo();
        assertThat(happened).containsExactly("undo b", "undo a", "redo a");
    }

    @Test
    void aNewDeedForgetsWhatWasUndone() {
        history.did(new Step("a", happened, false));
        history.undo();
        history.did(new Step("b", happened, false));
        history.redo();
        assertThat(happened).containsExactly("undo a");
    }

    @Test
    void stepsOfOneGestureAreUndoneTogether() {
        history.did(new Step("a", happened, true));
        history.did(new Step("b", happened, true));
        history.undo();
        history.undo();
        assertThat(happened).containsExactly("undo ab");
    }
}
