package io.reelbench.app.desk;

import io.reelbench.engine.problem.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What was done and can be undone. FX thread only. */
public final class History {

    private static final int DEPTH = 200;

    /** One thing done, on the FX thread; long work is sent elsewhere by it. */
    public interface Deed {
        /** What it was, as it stands beside "Undo": {@code Remove 3 clips}. */
        Text name();

        void undo();

        void redo();

        /** This deed with the next one in it, when both are steps of one gesture (a slider drag); else null. */
        default Deed merged(Deed next) {
            return null;
        }
    }

    private final Deque<Deed> done = new ArrayDeque<>();
    private final Deque<Deed> undone = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoable = new ReadOnlyStringWrapper("");

    /** Remembers a deed that has just been done. */
    public void did(Deed deed) {
        undone.clear();
        Deed one = done.isEmpty() ? null : done.peek().merged(deed);
        if (one != null) {
            done.pop();
        }
        done.push(one == null ? deed : one);
        if (done.size() > DEPTH) {
            done.removeLast();
        }
        tell();
    }

    public void undo() {
        if (!done.isEmpty()) {
            Deed deed = done.pop();
            undone.push(deed);
            deed.undo();
            tell();
        }
    }

    public void redo() {
        if (!undone.isEmpty()) {
            Deed deed = undone.pop();
            done.push(deed);
            deed.redo();
            tell();
        }
    }

    /** The name of what would be undone; empty when there is nothing. */
    public ReadOnlyStringProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** The name of what would be done again; empty when there is nothing. */
    public ReadOnlyStringProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    private void tell() {
        undoable.set(done.isEmpty() ? "" : done.peek().name().toString());
        redoable.set(undone.isEmpty() ? "" : undone.peek().name().toString());
    }
}
