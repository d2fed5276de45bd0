package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Section;
import io.reelbench.engine.media.Media;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What can be done with marks, with its keys. */
final class MarkActions {

    private static final Section WHERE = Section.TIMELINE;
    /** No piece is shorter than this. */
    private static final long LEAST_US = 500_000;

    private final Desk desk;
    private final Finding finding;
    private final Ranges ranges;
    private final BooleanProperty findable = new SimpleBooleanProperty();
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final BooleanProperty any = new SimpleBooleanProperty();

    MarkActions(Desk desk, Finding finding, Ranges ranges) {
        this.desk = desk;
        this.finding = finding;
        this.ranges = ranges;
    }

    void register(Actions actions) {
        actions.add("find-marks", MarkWords.FIND.with(), WHERE, "Shift+F", findable, () -> finding.look(desk.current().get()));
        actions.add("stop-finding", MarkWords.STOP.with(), WHERE, "", looking, finding::cancel);
        actions.add("slice-at-marks", MarkWords.SLICE.with(), WHERE, "Shift+N", any, this::slice);
    }

    private void slice() {
        Clip clip = desk.current().get();
        Media media = clip.media().orElseThrow();
        List<long[]> parts = Finding.between(finding.shown(clip), media.playedUs().orElse(0), Snap.of(media, new long[0]),
                LEAST_US);
        if (parts.size() > 1) {
            ranges.replace(MarkWords.SLICE.with(), parts);
        }
    }

    /** Told when something may have changed. */
    void refresh() {
        Clip clip = desk.current().get();
        Finding.State state = finding.of(clip);
        looking.set(state instanceof Finding.State.Looking);
        findable.set(clip != null && clip.media().filter(m -> !m.still() && m.playedUs().isPresent()).isPresent()
                && !(state instanceof Finding.State.Looking));
        any.set(!finding.shown(clip).isEmpty());
    }
}
