package io.reelbench.app.room;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Origin;
import io.reelbench.app.memory.Remembered;
import io.reelbench.app.memory.Remembered.Lying;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings back what lay on the desk, and writes down what the window remembers a moment after it changed. FX thread only. */
public final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration CALM = Duration.millis(700);

    private final Room room;
    private final PauseTransition note = new PauseTransition(CALM);
    private final PauseTransition write = new PauseTransition(CALM);
    private final InvalidationListener changed = _ -> note.playFromStart();

    public Session(Room room) {
        this.room = room;
        note.setOnFinished(_ -> note());
        write.setOnFinished(_ -> room.desk().carrier().aside(() -> {
            room.memory().write();
            return null;
        }));
    }

    /** Restores the last session, which cannot be undone, and keeps this one from now on. */
    public void open() {
        Remembered last = room.memory().now();
        Map<Path, Draft> drafts = new LinkedHashMap<>();
        Map<Path, Origin> origins = new HashMap<>();
        Map<Path, List<Long>> markers = new HashMap<>();
        last.clips().forEach(lying -> {
            drafts.put(Path.of(lying.file()), known(lying.draft()));
            markers.put(Path.of(lying.file()), lying.markers());
            origins.put(Path.of(lying.file()), new Origin(
                    lying.folder().isEmpty() ? Optional.empty() : Optional.of(Path.of(lying.folder())), Path.of(lying.below())));
        });
        room.desk().restore(drafts, origins, markers);
        room.desk().welcomeWith(known(last.draft()));
        room.desk().clips().forEach(this::watch);
        room.desk().clips().addListener(this::follow);
        room.desk().newcomers().addListener(changed);
        room.memory().onChange(() -> room.desk().carrier().onFx(write::playFromStart));
    }

    /** Without steps that this version does not have: the file may have been written by a later one. */
    private Draft known(Draft draft) {
        return draft
                .with(draft.cards().stream().filter(card -> room.desk().judge().catalog().find(card.op()).isPresent()).toList());
    }

    private void follow(ListChangeListener.Change<? extends Clip> change) {
        while (change.next()) {
            change.getRemoved().forEach(clip -> {
                clip.draft().removeListener(changed);
                clip.markers().removeListener(changed);
            });
            change.getAddedSubList().forEach(this::watch);
        }
        note.playFromStart();
    }

    private void watch(Clip clip) {
        clip.draft().addListener(changed);
        clip.markers().addListener(changed);
    }

    private void note() {
        List<Lying> lying = room.desk().clips().stream()
                .map(c -> new Lying(c.file().toString(), c.below().toString(), c.draft().get(), c.markers().get(),
                        c.folder().map(Path::toString).orElse("")))
                .toList();
        room.memory().change(remembered -> remembered.with(lying, room.desk().newcomers().get()));
    }

    /** At the very end, when nothing is shown any more: writes at once. */
    public void close() {
        note.stop();
        note();
        write.stop();
        try {
            room.memory().write();
        } catch (IOException unwritten) {
            LOG.warn("The session could not be written: {}", unwritten.getMessage());
        }
    }
}
