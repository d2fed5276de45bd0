package io.reelbench.app.desk;

import io.reelbench.engine.problem.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A change of drafts that can be undone. */
final class DraftDeed implements History.Deed {

    private final Desk desk;
    private final Text name;
    private final Object gesture;
    private final Map<Clip, Draft> before = new LinkedHashMap<>();
    private final Map<Clip, Draft> after = new LinkedHashMap<>();
    private final Draft newcomersBefore;
    private final Draft newcomersAfter;

    /** @param others what is done to the draft that newcomers get */
    DraftDeed(Desk desk, Text name, Object gesture, List<Clip> clips, UnaryOperator<Draft> change,
            UnaryOperator<Draft> others) {
        this.desk = desk;
        this.name = name;
        this.gesture = gesture;
        this.newcomersBefore = desk.newcomers().get();
        this.newcomersAfter = others.apply(newcomersBefore);
        for (Clip clip : clips) {
            Draft was = clip.draft().get();
            before.put(clip, was);
            after.put(clip, change.apply(was));
        }
    }

    private DraftDeed(DraftDeed first, DraftDeed last) {
        this.desk = first.desk;
        this.name = first.name;
        this.gesture = first.gesture;
        this.before.putAll(first.before);
        this.after.putAll(last.after);
        this.newcomersBefore = first.newcomersBefore;
        this.newcomersAfter = last.newcomersAfter;
    }

    boolean changesSomething() {
        return !before.equals(after) || before.isEmpty() && !newcomersBefore.equals(newcomersAfter);
    }

    @Override
    public Text name() {
        return name;
    }

    @Override
    public void undo() {
        desk.put(before, newcomersBefore);
    }

    @Override
    public void redo() {
        desk.put(after, newcomersAfter);
    }

    @Override
    public History.Deed merged(History.Deed next) {
        return next instanceof DraftDeed other && gesture != null && gesture.equals(other.gesture)
                && before.keySet().equals(other.before.keySet()) ? new DraftDeed(this, other) : null;
    }
}
