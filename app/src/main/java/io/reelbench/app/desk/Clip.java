package io.reelbench.app.desk;

import io.reelbench.engine.media.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;

/** One clip on the desk. Lives on the FX thread; only {@link Desk} changes facts, draft and planning. */
public final class Clip {

    private final Path file;
    private final Origin origin;
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(new Facts.Reading());
    private final ReadOnlyObjectWrapper<Draft> draft;
    private final ReadOnlyObjectWrapper<Planning> planning = new ReadOnlyObjectWrapper<>(new Planning.None());
    private final ReadOnlyObjectWrapper<List<Long>> markers = new ReadOnlyObjectWrapper<>(List.of());
    private final LongProperty playhead = new SimpleLongProperty();

    Clip(Path file, Origin origin, Draft draft) {
        this.file = file;
        this.origin = origin;
        this.draft = new ReadOnlyObjectWrapper<>(draft);
    }

    /** Absolute. */
    public Path file() {
        return file;
    }

    /** Where it lies below the folder that was brought, which is kept below the one that outputs go to; empty for a file brought itself. */
    public Path below() {
        return origin.below();
    }

    /** The folder that was brought with it in it; empty for a file brought itself. */
    public Optional<Path> folder() {
        return origin.folder();
    }

    Origin origin() {
        return origin;
    }

    /** The name with its ending. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    public ReadOnlyObjectProperty<Facts> facts() {
        return facts.getReadOnlyProperty();
    }

    /** What is known of the file; empty while it is read and when it cannot be. */
    public Optional<Media> media() {
        return facts.get().understood();
    }

    /** What is to be done with it. */
    public ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** How it would be done. */
    public ReadOnlyObjectProperty<Planning> planning() {
        return planning.getReadOnlyProperty();
    }

    /** Where the viewer stands, in microseconds from the first frame. */
    public LongProperty playhead() {
        return playhead;
    }

    /** Moments that a person wants to find again, in microseconds from the first frame, ascending. */
    public ReadOnlyObjectProperty<List<Long>> markers() {
        return markers.getReadOnlyProperty();
    }

    void mark(List<Long> now) {
        markers.set(now.stream().sorted().distinct().toList());
    }

    void learn(Facts now) {
        facts.set(now);
    }

    void redraft(Draft now) {
        draft.set(now);
    }

    void plan(Planning now) {
        planning.set(now);
    }

    @Override
    public String toString() {
        return name();
    }
}
